#include "tests/hw/emulated_usb_printer.h"

#include "hw/escpos/status.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

namespace talon::test {

using namespace std::chrono_literals;
using hw::append;
using hw::Bytes;
using hw::bytesOf;
using hw::BytesView;

namespace {

constexpr unsigned OutOneWay = 0x01;
constexpr unsigned OutBothWays = 0x02;
constexpr unsigned InBothWays = 0x83;

std::string textOf(const std::filesystem::path& path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

Bytes pipe(unsigned endpoint)
{
    return bytesOf(7, 5, endpoint, 2, 64, 0, 0);
}

Bytes setting(unsigned interface, unsigned alternate, unsigned pipes, unsigned kind, unsigned how)
{
    return bytesOf(9, 4, interface, alternate, pipes, kind, 1, how, 0);
}

} // namespace

EmulatedUsbPrinter::EmulatedUsbPrinter(std::filesystem::path folder, UsbIdentity identity)
    : m_folder(std::move(folder))
    , m_identity(std::move(identity))
    , m_printer(m_folder)
{}

Bytes EmulatedUsbPrinter::descriptors() const
{
    Bytes interfaces = setting(0, 0, 0, 0xFF, 0);
    append(interfaces, setting(Interface, 0, 1, 7, 1));
    append(interfaces, pipe(OutOneWay));
    if (!m_identity.oneWay) {
        append(interfaces, setting(Interface, BothWays, 2, 7, 2));
        append(interfaces, pipe(OutBothWays));
        append(interfaces, pipe(InBothWays));
    }
    Bytes all = bytesOf(18, 1, 0x00, 0x02, 0, 0, 0, 64, 0xB8, 0x04, 0x02, 0x02, 0, 1, 1, 2, 3, 1);
    const auto length = static_cast<unsigned>(9 + interfaces.size());
    append(all, bytesOf(9, 2, length & 0xFFU, length >> 8U, 2, 1, 0, 0xC0, 1));
    append(all, interfaces);
    return all;
}

bool EmulatedUsbPrinter::isBusy()
{
    readFaults();
    return m_faults.busy;
}

void EmulatedUsbPrinter::clearHalt()
{
    readFaults();
    m_isHalted = false;
}

std::optional<Bytes> EmulatedUsbPrinter::ask(const std::array<unsigned char, 8>& setup)
{
    const unsigned request = setup[0] * 256U + setup[1];
    switch (request) {
    case 0x8006: // GET_DESCRIPTOR: the languages, or a text
        if (setup[3] != 3) {
            return std::nullopt;
        }
        return setup[2] == 0 ? bytesOf(4, 3, 0x09, 0x04)
                             : text(setup[2] == 3 ? m_identity.serial : "Talon");
    case 0xA100: { // GET_DEVICE_ID: interface high
        if (setup[5] != Interface) {
            return std::nullopt;
        }
        const std::size_t length = m_identity.deviceId.size() + 2;
        Bytes answer = bytesOf(length >> 8U, length & 0xFFU);
        append(answer, std::as_bytes(std::span(m_identity.deviceId)));
        return answer;
    }
    case 0xA101: // GET_PORT_STATUS: interface low
        return setup[4] == Interface ? std::optional(Bytes{portStatus()}) : std::nullopt;
    default: return std::nullopt;
    }
}

Bytes EmulatedUsbPrinter::text(const std::string& letters) const
{
    Bytes bytes = bytesOf(2 + 2 * letters.size(), 3);
    for (const char letter : letters) {
        append(bytes, bytesOf(letter, 0));
    }
    return bytes;
}

/// By the same faults; asking the printer itself would disturb what it is printing.
std::byte EmulatedUsbPrinter::portStatus()
{
    const auto faults = hw::parseFaults(textOf(m_folder / "faults"));
    const bool paperEmpty = faults && faults->paperOut;
    const bool error = faults && (faults->paperOut || faults->coverOpen || faults->broken);
    return static_cast<std::byte>((paperEmpty ? 0x20 : 0) | (error ? 0 : 0x18));
}

EmulatedUsbPrinter::Moved EmulatedUsbPrinter::out(unsigned endpoint, BytesView bytes)
{
    if (endpoint != (m_alternate == BothWays ? OutBothWays : OutOneWay)) {
        return {.state = Pipe::Unknown};
    }
    readFaults();
    if (m_isHalted) {
        return {.state = Pipe::Halted};
    }
    std::size_t most = bytes.size();
    if (m_faults.haltAfterBytes && (!m_hasHalted || m_faults.haltsAgain)) {
        most = std::min(most, *m_faults.haltAfterBytes -
                                  std::min(m_bytesTaken, *m_faults.haltAfterBytes));
    }
    const auto written = m_printer.write(bytes.first(most), 0ms);
    const std::size_t taken = written ? most : written.error().bytesSent;
    m_bytesTaken += taken;
    keep(bytes.first(taken));
    if (!written) {
        const bool gone = written.error().cause == hw::WriteError::Cause::LinkLost;
        return {.state = gone ? Pipe::Gone : Pipe::NotYet, .bytes = {}, .taken = taken};
    }
    if (most < bytes.size()) {
        m_isHalted = true;
        m_hasHalted = true;
        return {.state = Pipe::Halted, .bytes = {}, .taken = taken};
    }
    return {.state = Pipe::Done, .bytes = {}, .taken = taken};
}

/// Everything that went down the cable, as it is.
void EmulatedUsbPrinter::keep(BytesView bytes) const
{
    std::ofstream wire(m_folder / "wire", std::ios::binary | std::ios::app);
    wire.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
}

EmulatedUsbPrinter::Moved EmulatedUsbPrinter::in(unsigned endpoint, std::size_t bytesMax)
{
    if (m_alternate != BothWays || endpoint != InBothWays || bytesMax < 64) {
        return {.state = Pipe::Unknown};
    }
    readFaults();
    auto bytes = m_printer.read(0ms);
    if (!bytes) {
        return {.state = Pipe::Gone};
    }
    if (bytes->empty() && !m_faults.alwaysNothing) {
        return {.state = Pipe::NotYet};
    }
    return {.state = Pipe::Done, .bytes = *std::move(bytes)};
}

void EmulatedUsbPrinter::readFaults()
{
    UsbFaults faults;
    std::istringstream words(textOf(m_folder / "usb-faults"));
    for (std::string word; words >> word;) {
        if (word == "halt-after") {
            std::size_t bytes = 0;
            words >> bytes;
            faults.haltAfterBytes = bytes;
        }
        faults.haltsAgain = faults.haltsAgain || word == "halts-again";
        faults.busy = faults.busy || word == "busy";
        faults.alwaysNothing = faults.alwaysNothing || word == "always-nothing";
    }
    m_faults = faults;
}

} // namespace talon::test
