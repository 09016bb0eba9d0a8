#include "hw/escpos/status.h"

#include "shared/base/ensure.h"

namespace talon::hw::escpos {
namespace {

bool has(std::byte bits, int mask)
{
    return (bits & static_cast<std::byte>(mask)) != std::byte{0};
}

} // namespace

std::string_view name(Condition condition)
{
    switch (condition) {
    case Condition::Ready: return "ready";
    case Condition::PaperLow: return "paperLow";
    case Condition::PaperOut: return "paperOut";
    case Condition::CoverOpen: return "coverOpen";
    case Condition::CutterFault: return "cutterFault";
    case Condition::Fault: return "fault";
    case Condition::NotAnswering: return "notAnswering";
    case Condition::Gone: return "gone";
    }
    TALON_ENSURE(false);
}

bool canPrint(Condition condition)
{
    return condition == Condition::Ready || condition == Condition::PaperLow;
}

Condition conditionOf(const PrinterStatus& status)
{
    if (status.coverOpen) {
        return Condition::CoverOpen;
    }
    if (status.paperEnd) {
        return Condition::PaperOut;
    }
    if (status.cutterFault) {
        return Condition::CutterFault;
    }
    if (status.mechanicalFault || status.recoverableFault || status.unrecoverableFault ||
        status.otherFault || status.offline) {
        return Condition::Fault;
    }
    return status.paperNearEnd ? Condition::PaperLow : Condition::Ready;
}

void apply(PrinterStatus& status, int n, EotReply reply)
{
    switch (n) {
    case 1: status.offline = has(reply.bits, 0x08); return;
    case 2:
        status.coverOpen = has(reply.bits, 0x04);
        status.paperEnd = has(reply.bits, 0x20);
        status.otherFault = has(reply.bits, 0x40);
        return;
    case 3:
        status.mechanicalFault = has(reply.bits, 0x04);
        status.cutterFault = has(reply.bits, 0x08);
        status.unrecoverableFault = has(reply.bits, 0x20);
        status.recoverableFault = has(reply.bits, 0x40);
        return;
    case 4:
        status.paperNearEnd = has(reply.bits, 0x0C);
        status.paperEnd = status.paperEnd || has(reply.bits, 0x60);
        return;
    default: TALON_ENSURE(false);
    }
}

PrinterStatus statusOf(const AsbReply& reply)
{
    return {.offline = has(reply.bytes[0], 0x08),
            .coverOpen = has(reply.bytes[0], 0x20),
            .paperEnd = has(reply.bytes[2], 0x0C),
            .paperNearEnd = has(reply.bytes[2], 0x03),
            .cutterFault = has(reply.bytes[1], 0x08),
            .mechanicalFault = has(reply.bytes[1], 0x04),
            .recoverableFault = has(reply.bytes[1], 0x40),
            .unrecoverableFault = has(reply.bytes[1], 0x20)};
}

} // namespace talon::hw::escpos
