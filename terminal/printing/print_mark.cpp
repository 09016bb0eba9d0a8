#include "terminal/printing/print_mark.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>

namespace talon::terminal {

namespace {

Unexpected<IoError> trouble(const std::filesystem::path& file)
{
    return Unexpected(IoError{file.string() + ": " + std::strerror(errno)});
}

} // namespace

PrintMark::PrintMark(std::filesystem::path file)
    : m_file(std::move(file))
{}

std::optional<HalfPrinted> PrintMark::left() const
{
    std::ifstream file(m_file);
    std::string visit;
    HalfPrinted ticket;
    if (!std::getline(file, visit, ' ') || !std::getline(file, ticket.number)) {
        return std::nullopt; // cleared, never set, or cut off before it meant anything
    }
    const auto read =
        std::from_chars(visit.data(), visit.data() + visit.size(), ticket.visit.value);
    return read.ec == std::errc() ? std::optional(ticket) : std::nullopt;
}

Expected<Done, IoError> PrintMark::set(const HalfPrinted& ticket) const
{
    if (m_file.empty()) {
        return Done{};
    }
    const std::string text = std::to_string(ticket.visit.value) + " " + ticket.number + "\n";
    const int file = ::open(m_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) {
        return trouble(m_file);
    }
    const bool kept =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fdatasync(file) == 0;
    const int why = errno;
    ::close(file);
    errno = why;
    return kept ? Expected<Done, IoError>(Done{}) : trouble(m_file);
}

Expected<Done, IoError> PrintMark::clear() const
{
    // Emptied, not removed: no entry of the folder changes, so nothing else must be synced. If the
    // emptying is lost with the power, a ticket that is told is told once more.
    if (m_file.empty() || ::truncate(m_file.c_str(), 0) == 0 || errno == ENOENT) {
        return Done{};
    }
    return trouble(m_file);
}

} // namespace talon::terminal
