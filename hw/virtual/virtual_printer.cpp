#include "hw/virtual/virtual_printer.h"

#include "hw/png.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <utility>

namespace talon::hw {
namespace {

using namespace std::chrono_literals;
using escpos::AsbReply;
using std::chrono::steady_clock;

constexpr int RowsPerMm = 8;
constexpr std::size_t ReceiveBufferBytes = 4096; ///< What a stopped printer still takes.
constexpr auto LookEvery = 10ms;

constexpr std::string_view SlipStem = "ticket-";

void waitFor(std::chrono::milliseconds time)
{
    poll(nullptr, 0, static_cast<int>(time.count()));
}

std::string textOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Whoever watches the folder sees a whole file or none.
bool keep(const std::filesystem::path& path, BytesView bytes)
{
    const std::filesystem::path begun = path.string() + ".part";
    std::ofstream file(begun, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) {
        return false;
    }
    std::error_code error;
    std::filesystem::rename(begun, path, error);
    return !error;
}

int lastSlipIn(const std::filesystem::path& folder)
{
    int last = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        int number = 0;
        if (name.starts_with(SlipStem) &&
            std::from_chars(name.data() + SlipStem.size(), name.data() + name.size(), number).ec ==
                std::errc()) {
            last = std::max(last, number);
        }
    }
    return last;
}

/// The bits that hold, over those that are always set.
std::byte bitsOf(int always, std::initializer_list<std::pair<bool, int>> bits)
{
    int value = always;
    for (const auto& [holds, mask] : bits) {
        value |= holds ? mask : 0;
    }
    return static_cast<std::byte>(value);
}

Bytes blockOf(std::byte kind, std::span<const char> text)
{
    Bytes block{escpos::BlockHead, kind};
    append(block, std::as_bytes(text));
    block.push_back(std::byte{0});
    return block;
}

} // namespace

VirtualPrinter::VirtualPrinter(std::filesystem::path folder)
    : m_folder(std::move(folder))
    , m_slipNumber(lastSlipIn(m_folder))
{}

std::string VirtualPrinter::id() const
{
    return "virtual:" + m_folder.string();
}

Expected<Done, WriteError> VirtualPrinter::write(BytesView bytes, std::chrono::milliseconds within)
{
    const Moment deadline = steady_clock::now() + within;
    if (const auto here = lookAround(); !here) {
        return Unexpected(WriteError{.what = here.error().what});
    }
    for (std::size_t sent = 0; sent < bytes.size(); ++sent) {
        if (m_inSlip && m_faults.diesAfterBytes &&
            std::cmp_greater_equal(m_slipBytes.size(), *m_faults.diesAfterBytes)) {
            m_dead = true;
            finishSlip(m_slipBytes, "-torn");
            return Unexpected(WriteError{.bytesSent = sent, .what = id() + ": went away"});
        }
        while (!takesMore()) {
            if (steady_clock::now() >= deadline) {
                return Unexpected(WriteError{.cause = WriteError::Cause::TimedOut,
                                             .bytesSent = sent,
                                             .what = id() + ": takes no more bytes"});
            }
            waitFor(LookEvery);
            if (const auto here = lookAround(); !here) {
                return Unexpected(WriteError{.bytesSent = sent, .what = here.error().what});
            }
        }
        takeByte(bytes[sent]);
    }
    reportChanges();
    return Done{};
}

Expected<Bytes, IoError> VirtualPrinter::read(std::chrono::milliseconds within)
{
    const Moment deadline = steady_clock::now() + within;
    while (true) {
        if (const auto here = lookAround(); !here) {
            return Unexpected(here.error());
        }
        reportChanges();
        const Moment now = steady_clock::now();
        Bytes bytes = answersBy(now);
        if (!bytes.empty() || now >= deadline) {
            return bytes;
        }
        waitFor(std::min<std::chrono::milliseconds>(
            LookEvery, std::chrono::ceil<std::chrono::milliseconds>(deadline - now)));
    }
}

/// Reads the faults anew; the error means that the printer cannot be reached.
Expected<Done, IoError> VirtualPrinter::lookAround()
{
    const std::string text = textOf(m_folder / "faults");
    if (text != m_faultsText) {
        const auto faults = parseFaults(text);
        if (!faults) {
            return Unexpected(IoError{id() + ": faults: " + describe(faults.error())});
        }
        m_faultsText = text;
        m_faults = *faults;
        m_rowsLeft = m_faults.paperOutAfterRows;
        m_jammed = m_jammed && m_faults.cutterJam;
    }
    if (m_dead || m_faults.gone) {
        return Unexpected(IoError{id() + ": is gone"});
    }
    if (m_folderTrouble) {
        return Unexpected(*m_folderTrouble);
    }
    printWaiting();
    return Done{};
}

bool VirtualPrinter::takesMore() const
{
    const bool stalled = m_inSlip && m_faults.stallsAfterBytes &&
                         std::cmp_greater_equal(m_slipBytes.size(), *m_faults.stallsAfterBytes);
    return !stalled && m_bytesWhileStuck < ReceiveBufferBytes;
}

bool VirtualPrinter::paperEnded() const
{
    return m_faults.paperOut || m_rowsLeft == 0;
}

bool VirtualPrinter::canPrint() const
{
    return !paperEnded() && !m_faults.coverOpen && !m_faults.broken && !m_jammed;
}

void VirtualPrinter::takeByte(std::byte byte)
{
    if (m_inSlip) {
        m_slipBytes.push_back(byte);
    }
    for (const escpos::Action& action : m_decoder.take({&byte, 1})) {
        if (escpos::isRealTime(action)) {
            obeyNow(action);
            continue;
        }
        if (std::holds_alternative<escpos::Initialise>(action)) {
            m_inSlip = true;
            m_slipBytes = escpos::initialise();
        } else if (std::holds_alternative<escpos::Cut>(action)) {
            m_inSlip = false;
            m_slipsSent.push_back(std::exchange(m_slipBytes, {}));
        }
        m_waiting.push_back(action);
    }
    m_bytesWhileStuck += canPrint() ? 0 : 1;
    printWaiting();
}

void VirtualPrinter::obeyNow(const escpos::Action& action)
{
    if (const auto* const ask = std::get_if<escpos::AskStatus>(&action)) {
        answer(eotAnswer(ask->n), steady_clock::now());
    } else if (std::holds_alternative<escpos::ClearBuffers>(action)) {
        m_waiting.clear();
        m_slipsSent.clear();
        m_slipBytes.clear();
        m_inSlip = false;
        m_bytesWhileStuck = 0;
        answer(blockOf(escpos::BuffersClearedKind, {}), steady_clock::now());
    }
}

void VirtualPrinter::printWaiting()
{
    while (!m_waiting.empty() && canPrint() && execute(m_waiting.front())) {
        m_waiting.pop_front();
    }
    if (canPrint()) {
        m_bytesWhileStuck = 0;
    }
}

/// False when the action has come to a stop half-way; what is left of it stays in it.
bool VirtualPrinter::execute(escpos::Action& action)
{
    if (auto* const print = std::get_if<escpos::PrintRows>(&action)) {
        const int printed = rowsWithPaper(print->rows.heightRows);
        const auto bytes = static_cast<std::ptrdiff_t>(rowBytes(print->rows.widthDots)) * printed;
        const auto begin = print->rows.bits.begin();
        appendRows(m_paper, {.widthDots = print->rows.widthDots,
                             .heightRows = printed,
                             .bits = Bytes(begin, begin + bytes)});
        print->rows.bits.erase(begin, begin + bytes);
        print->rows.heightRows -= printed;
        return print->rows.heightRows == 0;
    }
    if (auto* const feed = std::get_if<escpos::FeedRows>(&action)) {
        const int fed = rowsWithPaper(feed->rows);
        appendWhiteRows(m_paper, fed);
        feed->rows -= fed;
        return feed->rows == 0;
    }
    if (std::holds_alternative<escpos::Cut>(action)) {
        m_jammed = m_faults.cutterJam;
        if (m_jammed) {
            return false;
        }
        finishSlip(std::move(m_slipsSent.front()), "");
        m_slipsSent.pop_front();
    } else if (const auto* const watch = std::get_if<escpos::WatchStatus>(&action)) {
        m_watched = watch->on;
        m_lastReport.reset(); // it reports at once
    } else if (const auto* const ask = std::get_if<escpos::AskProcessId>(&action)) {
        if (!m_faults.noConfirm) {
            answer(blockOf(escpos::ProcessIdKind, ask->id), m_paperReadyAt);
        }
    } else if (std::holds_alternative<escpos::AskSensor>(action)) {
        if (!m_faults.noConfirm) {
            answer({bitsOf(0, {{m_faults.nearEnd, 0x03}})}, m_paperReadyAt);
        }
    }
    return true;
}

/// How many of the rows there is paper for. Takes them from the roll, and the time it takes.
int VirtualPrinter::rowsWithPaper(int wanted)
{
    const int rows = m_rowsLeft ? std::min(wanted, *m_rowsLeft) : wanted;
    if (m_rowsLeft) {
        *m_rowsLeft -= rows;
    }
    m_paperReadyAt = std::max(m_paperReadyAt, steady_clock::now());
    if (m_faults.mmPerSecond) {
        m_paperReadyAt +=
            std::chrono::microseconds(1'000'000LL * rows / RowsPerMm) / *m_faults.mmPerSecond;
    }
    return rows;
}

void VirtualPrinter::finishSlip(Bytes bytes, std::string_view ending)
{
    const Raster slip = std::exchange(m_paper, {});
    if (slip.heightRows == 0 || slip.widthDots == 0) {
        return;
    }
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "%04d", ++m_slipNumber);
    const std::string stem = std::string(SlipStem) + number.data() + std::string(ending);
    if (!keep(m_folder / (stem + ".escpos"), bytes) ||
        !keep(m_folder / (stem + ".png"), pngOf(slip))) {
        m_folderTrouble = IoError{id() + ": cannot write " + stem};
    }
}

void VirtualPrinter::answer(Bytes bytes, Moment readyAt)
{
    if (!m_faults.noReply) {
        m_answers.push_back({.readyAt = readyAt, .bytes = std::move(bytes)});
    }
}

void VirtualPrinter::reportChanges()
{
    const AsbReply now = report();
    if (m_watched && m_lastReport != now) {
        m_lastReport = now;
        answer({now.bytes.begin(), now.bytes.end()}, steady_clock::now());
    }
}

Bytes VirtualPrinter::eotAnswer(int n) const
{
    constexpr int Always = 0x12;
    switch (n) {
    case 1: return {bitsOf(Always, {{!canPrint(), 0x08}})};
    case 2:
        return {bitsOf(Always, {{m_faults.coverOpen, 0x04},
                                {paperEnded(), 0x20},
                                {m_jammed || m_faults.broken, 0x40}})};
    case 3: return {bitsOf(Always, {{m_jammed, 0x08}, {m_faults.broken, 0x20}})};
    default:
        return {bitsOf(Always, {{m_faults.nearEnd || paperEnded(), 0x0C}, {paperEnded(), 0x60}})};
    }
}

AsbReply VirtualPrinter::report() const
{
    return {.bytes = {bitsOf(0x10, {{!canPrint(), 0x08}, {m_faults.coverOpen, 0x20}}),
                      bitsOf(0, {{m_jammed, 0x08}, {m_faults.broken, 0x20}}),
                      bitsOf(0, {{m_faults.nearEnd || paperEnded(), 0x03}, {paperEnded(), 0x0C}}),
                      std::byte{0}}};
}

/// What it has said until now, in the order in which it became ready.
Bytes VirtualPrinter::answersBy(Moment now)
{
    Bytes bytes;
    for (auto it = m_answers.begin(); it != m_answers.end();) {
        if (it->readyAt <= now) {
            append(bytes, it->bytes);
            it = m_answers.erase(it);
        } else {
            ++it;
        }
    }
    return bytes;
}

Expected<std::unique_ptr<VirtualPrinter>, IoError> openVirtualPrinter(const std::string& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return Unexpected(IoError{"virtual:" + folder + ": " + error.message()});
    }
    auto printer = std::make_unique<VirtualPrinter>(folder);
    if (const auto here = printer->read(0ms); !here) {
        return Unexpected(here.error());
    }
    return printer;
}

} // namespace talon::hw
