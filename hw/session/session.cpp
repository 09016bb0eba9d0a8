#include "hw/session/session.h"

#include "hw/slip_road.h"

#include <algorithm>
#include <utility>

namespace talon::hw {

using namespace std::chrono_literals;
using escpos::BlockReply;
using escpos::Condition;
using escpos::Reply;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr auto ListenFor = 50ms;

milliseconds left(steady_clock::time_point deadline)
{
    return std::max(0ms, std::chrono::ceil<milliseconds>(deadline - steady_clock::now()));
}

bool isWord(const Reply& reply, escpos::Confirmation confirmation, const escpos::ProcessId& id)
{
    if (confirmation == escpos::Confirmation::SensorReply) {
        return std::holds_alternative<escpos::SensorReply>(reply);
    }
    return reply == Reply(BlockReply{.kind = escpos::ProcessIdKind, .text{id.data(), id.size()}});
}

} // namespace

Session::Session(Printer& printer, const escpos::Model& model, SessionLimits limits)
    : m_printer(printer)
    , m_model(model)
    , m_limits(limits)
{}

Condition Session::condition()
{
    if (!m_printer.reach(m_limits.reach)) {
        return Condition::Gone;
    }
    const Condition condition = askAll();
    m_printer.rest();
    return condition;
}

Condition Session::askAll()
{
    if (SlipRoad* const slips = m_printer.slips()) {
        return slips->condition(m_limits.write);
    }
    if (!m_printer.canAnswer()) {
        const Condition told = conditionOfPort();
        return told == Condition::PaperOut || told == Condition::Gone ? told : Condition::Ready;
    }
    if (!hear(0ms)) { // what it said before we asked
        return Condition::Gone;
    }
    escpos::PrinterStatus status;
    for (const int n : {1, 2, 3, 4}) {
        if (const auto trouble = ask(n, status)) {
            return *trouble;
        }
    }
    m_status = status;
    return conditionOf(status);
}

/// The trouble, if there is no answer.
std::optional<Condition> Session::ask(int n, escpos::PrinterStatus& status)
{
    if (const auto sent = m_printer.write(escpos::askStatus(n), m_limits.answer); !sent) {
        return conditionAfter(sent.error());
    }
    const Moment deadline = steady_clock::now() + m_limits.answer;
    do {
        const auto replies = hear(left(deadline));
        if (!replies) {
            return Condition::Gone;
        }
        for (const Reply& reply : *replies) {
            if (const auto* const answer = std::get_if<escpos::EotReply>(&reply)) {
                apply(status, n, *answer);
                return std::nullopt;
            }
        }
    } while (steady_clock::now() < deadline);
    return conditionOfPort();
}

/// Of a printer that does not answer otherwise; silent ports leave it at that.
Condition Session::conditionOfPort()
{
    const auto port = m_printer.portStatus(m_limits.answer);
    if (!port) {
        return Condition::Gone;
    }
    if (*port && (*port)->paperEmpty) {
        return Condition::PaperOut;
    }
    return *port && (*port)->error ? Condition::Fault : Condition::NotAnswering;
}

Expected<std::vector<Reply>, IoError> Session::hear(milliseconds within)
{
    auto bytes = m_printer.read(within);
    if (!bytes) {
        return Unexpected(bytes.error());
    }
    std::vector<Reply> replies = m_parser.take(*bytes);
    for (const Reply& reply : replies) {
        if (const auto* const report = std::get_if<escpos::AsbReply>(&reply)) {
            m_reported = statusOf(*report);
        }
    }
    return replies;
}

/// A printer that takes no more bytes cannot be asked; it may have said why by itself.
Condition Session::conditionAfter(const WriteError& error)
{
    if (error.cause == WriteError::Cause::LinkLost || !hear(0ms)) {
        return Condition::Gone;
    }
    const Condition reported = m_reported ? conditionOf(*m_reported) : Condition::Ready;
    return canPrint(reported) ? conditionOfPort() : reported;
}

PrintResult Session::print(const Raster& slip, std::int64_t job)
{
    if (const auto reached = m_printer.reach(m_limits.reach); !reached) {
        return {.condition = Condition::Gone, .what = reached.error().what};
    }
    PrintResult result = printReached(slip, job);
    m_printer.rest();
    return result;
}

PrintResult Session::printReached(const Raster& slip, std::int64_t job)
{
    if (const Condition before = askAll(); !canPrint(before)) {
        return {.fate = Fate::NotPrinted,
                .condition = before,
                .what = m_printer.id() + ": " + std::string(name(before))};
    }
    if (SlipRoad* const slips = m_printer.slips()) {
        return slips->print(slip, m_model, job, m_limits.write + m_limits.confirm);
    }
    const escpos::ProcessId id = escpos::processIdOf(job);
    Bytes bytes;
    if (m_hasHalfSlip) {
        clearBuffers();
        append(bytes, escpos::initialise());
        append(bytes, escpos::cut());
    }
    append(bytes, escpos::slip(slip, m_model, id));
    m_reported.reset();
    if (const auto sent = m_printer.write(bytes, m_limits.write + timeOnTheLine(bytes.size()));
        !sent) {
        const Condition after = conditionAfter(sent.error());
        if (sent.error().bytesSent == 0) {
            return {.fate = Fate::NotPrinted, .condition = after, .what = sent.error().what};
        }
        m_hasHalfSlip = true;
        clearBuffers();
        return {.fate = Fate::Unknown, .condition = after, .what = sent.error().what};
    }
    m_hasHalfSlip = false;
    if (!m_printer.canAnswer()) {
        return {.fate = Fate::Unknown,
                .condition = askAll(),
                .what = m_printer.id() + ": cannot confirm"};
    }
    return waitForWord(id);
}

/// What a slow line needs even when the printer never stops it.
milliseconds Session::timeOnTheLine(std::size_t bytes) const
{
    const auto speed = m_printer.bytesPerSecond();
    return speed ? milliseconds(static_cast<std::int64_t>(bytes) * 1000 / *speed) : 0ms;
}

PrintResult Session::waitForWord(const escpos::ProcessId& id)
{
    Moment deadline = steady_clock::now() + m_limits.confirm;
    bool stopped = false;
    while (steady_clock::now() < deadline) {
        const auto replies = hear(std::min<milliseconds>(ListenFor, left(deadline)));
        if (!replies) {
            return {
                .fate = Fate::Unknown, .condition = Condition::Gone, .what = replies.error().what};
        }
        for (const Reply& reply : *replies) {
            if (!isWord(reply, m_model.confirmation, id)) {
                continue;
            }
            const Condition after = askAll();
            // The sensor's answer says only that it is the turn of what comes after the cut.
            if (m_model.confirmation == escpos::Confirmation::ProcessId || canPrint(after)) {
                return {.fate = Fate::Printed, .condition = after, .what = {}};
            }
        }
        if (!stopped && m_reported && !canPrint(conditionOf(*m_reported))) {
            stopped = true;
            deadline = std::min(deadline, steady_clock::now() + m_limits.grace);
        }
    }
    if (stopped) {
        // Loading paper would print the rest, for a visitor who has gone. Better nothing.
        m_hasHalfSlip = true;
        clearBuffers();
    }
    const Condition after = askAll();
    return {.fate = Fate::Unknown,
            .condition = after,
            .what = m_printer.id() + ": did not confirm the slip, " + std::string(name(after))};
}

/// The best that can be done: a printer that does not know the command ignores it.
void Session::clearBuffers()
{
    if (!m_printer.canAnswer() || !m_printer.write(escpos::clearBuffers(), m_limits.answer)) {
        return;
    }
    const Moment deadline = steady_clock::now() + m_limits.answer;
    const Reply cleared = BlockReply{.kind = escpos::BuffersClearedKind, .text = {}};
    while (steady_clock::now() < deadline) {
        const auto replies = hear(left(deadline));
        if (!replies || std::ranges::find(*replies, cleared) != replies->end()) {
            return;
        }
    }
}

} // namespace talon::hw
