#include "hw/serial/serial_line.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <termios.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <utility>

namespace talon::hw {
namespace {

struct Speed
{
    int baud;
    speed_t code;
};

constexpr std::array Speeds{
    Speed{1200, B1200},     Speed{2400, B2400},     Speed{4800, B4800},     Speed{9600, B9600},
    Speed{19200, B19200},   Speed{38400, B38400},   Speed{57600, B57600},   Speed{115200, B115200},
    Speed{230400, B230400}, Speed{460800, B460800}, Speed{921600, B921600},
};

constexpr std::array Parities{std::pair("none", SerialSettings::Parity::None),
                              std::pair("even", SerialSettings::Parity::Even),
                              std::pair("odd", SerialSettings::Parity::Odd)};
constexpr std::array Flows{std::pair("rtscts", SerialSettings::Flow::RtsCts),
                           std::pair("xonxoff", SerialSettings::Flow::XonXoff),
                           std::pair("dtr", SerialSettings::Flow::Dtr),
                           std::pair("none", SerialSettings::Flow::None)};

speed_t codeOf(int baud)
{
    const auto* const found = std::ranges::find(Speeds, baud, &Speed::baud);
    return found == Speeds.end() ? B0 : found->code;
}

void set(tcflag_t& flags, tcflag_t bits, bool on)
{
    flags = on ? (flags | bits) : (flags & ~bits);
}

termios lineOf(termios line, const SerialSettings& settings)
{
    using Parity = SerialSettings::Parity;
    using Flow = SerialSettings::Flow;
    cfmakeraw(&line);
    cfsetspeed(&line, codeOf(settings.baud));
    // Not hanging up at the end: some printers start anew when DTR falls.
    set(line.c_cflag, HUPCL | CSTOPB, false);
    set(line.c_cflag, CLOCAL | CREAD, true);
    set(line.c_cflag, PARENB, settings.parity != Parity::None);
    set(line.c_cflag, PARODD, settings.parity == Parity::Odd);
    set(line.c_iflag, INPCK | IGNPAR, settings.parity != Parity::None);
    set(line.c_cflag, CRTSCTS, settings.flow == Flow::RtsCts);
    set(line.c_iflag, IXON, settings.flow == Flow::XonXoff);
    set(line.c_iflag, IXOFF | IXANY, false);
    line.c_cc[VMIN] = 1; // a read of nothing is then the end of the line, not a pause
    line.c_cc[VTIME] = 0;
    return line;
}

} // namespace

SerialSettings serialSettings(const UriOptions& options, const SerialSettings& fallback)
{
    SerialSettings settings = fallback;
    const std::string_view baud = optionOf(options, "baud", "");
    std::from_chars(baud.data(), baud.data() + baud.size(), settings.baud);
    for (const auto& [name, parity] : Parities) {
        settings.parity = optionOf(options, "parity", "") == name ? parity : settings.parity;
    }
    for (const auto& [name, flow] : Flows) {
        settings.flow = optionOf(options, "flow", "") == name ? flow : settings.flow;
    }
    return settings;
}

int bytesPerSecond(const SerialSettings& settings)
{
    constexpr int StartDataStop = 10;
    return settings.baud /
           (settings.parity == SerialSettings::Parity::None ? StartDataStop : StartDataStop + 1);
}

Expected<Descriptor, IoError>
openSerialLine(const std::string& path, const SerialSettings& settings, const std::string& id)
{
    Descriptor line(open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (!line.isOpen()) {
        return Unexpected(systemError(id));
    }
    if (isatty(line.number()) == 0) {
        return Unexpected(IoError{id + ": is no serial line"});
    }
    if (flock(line.number(), LOCK_EX | LOCK_NB) != 0) {
        return Unexpected(errno == EWOULDBLOCK ? IoError{id + ": another program has it"}
                                               : systemError(id));
    }
    termios now{};
    if (tcgetattr(line.number(), &now) != 0) {
        return Unexpected(systemError(id));
    }
    const termios wanted = lineOf(now, settings);
    if (tcsetattr(line.number(), TCSANOW, &wanted) != 0) {
        return Unexpected(systemError(id));
    }
    // Lines without modem wires, such as a pty, refuse this and work.
    const int ready = TIOCM_DTR | TIOCM_RTS;
    ioctl(line.number(), TIOCMBIS, &ready);
    return line;
}

} // namespace talon::hw
