#include "controller/api/byte_range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace talon::api {

namespace {

std::optional<std::uint64_t> numberFrom(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

} // namespace

ByteRange byteRangeFrom(std::string_view header, std::uint64_t bytes)
{
    using enum ByteRange::Kind;
    constexpr std::string_view Unit = "bytes=";
    const ByteRange whole{.kind = Whole, .first = 0, .count = bytes};
    if (!header.starts_with(Unit)) {
        return whole;
    }
    header.remove_prefix(Unit.size());
    const std::size_t hyphen = header.find('-');
    if (hyphen == std::string_view::npos) {
        return whole;
    }
    const std::string_view from = header.substr(0, hyphen);
    const std::string_view to = header.substr(hyphen + 1);
    const auto first = numberFrom(from);
    const auto last = numberFrom(to);
    if ((!from.empty() && !first) || (!to.empty() && !last) || (from.empty() && to.empty())) {
        return whole;
    }
    if (!first) {
        const std::uint64_t count = std::min(*last, bytes);
        return count == 0 ? ByteRange{.kind = Beyond}
                          : ByteRange{.kind = Part, .first = bytes - count, .count = count};
    }
    if (last && *last < *first) {
        return whole;
    }
    if (*first >= bytes) {
        return {.kind = Beyond};
    }
    const std::uint64_t end = last ? std::min(*last, bytes - 1) : bytes - 1;
    return {.kind = Part, .first = *first, .count = end - *first + 1};
}

} // namespace talon::api
