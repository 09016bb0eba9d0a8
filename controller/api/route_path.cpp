#include "controller/api/route_path.h"

#include <charconv>

namespace talon::api {

namespace {

constexpr std::string_view FileMark = "{file}";

int digitOf(char letter)
{
    constexpr std::string_view Digits = "0123456789abcdef";
    const std::size_t found = Digits.find(
        letter >= 'A' && letter <= 'F' ? static_cast<char>(letter - 'A' + 'a') : letter);
    return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

/// One part of a path with its %xx as bytes; none when it is not well written, or empty. What it
/// says is not judged.
std::optional<std::string> decoded(std::string_view part)
{
    std::string text;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] == '/') {
            return std::nullopt;
        }
        if (part[i] != '%') {
            text += part[i];
            continue;
        }
        if (i + 2 >= part.size() || digitOf(part[i + 1]) < 0 || digitOf(part[i + 2]) < 0) {
            return std::nullopt;
        }
        text += static_cast<char>(digitOf(part[i + 1]) * 16 + digitOf(part[i + 2]));
        i += 2;
    }
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

} // namespace

std::optional<Meant> meantBy(std::string_view pattern, std::string_view path)
{
    const std::size_t brace = pattern.find('{');
    if (brace == std::string_view::npos) {
        return pattern == path ? std::optional<Meant>(Meant{}) : std::nullopt;
    }
    if (pattern.ends_with(FileMark)) {
        if (!path.starts_with(pattern.substr(0, brace))) {
            return std::nullopt;
        }
        auto name = decoded(path.substr(brace));
        return name ? std::optional(Meant{.name = *std::move(name)}) : std::nullopt;
    }
    const std::string_view behind = pattern.substr(pattern.find('}') + 1);
    if (path.size() <= brace + behind.size() || !path.starts_with(pattern.substr(0, brace)) ||
        !path.ends_with(behind)) {
        return std::nullopt;
    }
    const std::string_view digits = path.substr(brace, path.size() - brace - behind.size());
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (error != std::errc() || end != digits.data() + digits.size() || id < 1) {
        return std::nullopt;
    }
    return Meant{.id = id};
}

} // namespace talon::api
