#include "hw/device_uri.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace talon::hw {
namespace {

std::vector<std::string_view> split(std::string_view text, char by)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(by);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

std::string joined(const std::vector<std::string_view>& parts)
{
    std::string text;
    for (const std::string_view part : parts) {
        text += (text.empty() ? "" : ", ") + std::string(part);
    }
    return text;
}

std::string quoted(std::string_view text)
{
    return "\"" + std::string(text) + "\"";
}

bool fits(const UriOption& option, std::string_view scheme)
{
    return option.scheme.empty() || option.scheme == scheme;
}

std::string keysOf(std::span<const UriOption> known, std::string_view scheme)
{
    std::vector<std::string_view> keys;
    for (const UriOption& option : known) {
        if (fits(option, scheme)) {
            keys.push_back(option.key);
        }
    }
    return keys.empty() ? "none" : joined(keys);
}

} // namespace

Expected<DeviceUri, ParseError>
parseDeviceUri(std::string_view kind, std::string_view text, std::span<const UriOption> known)
{
    const auto wrong = [kind](const std::string& what) {
        return Unexpected(ParseError{std::string(kind), what});
    };
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) {
        return wrong("needs the form scheme:address");
    }
    DeviceUri uri{.scheme = std::string(text.substr(0, colon))};
    const std::string_view rest = text.substr(colon + 1);
    const std::size_t mark = rest.find('?');
    uri.address = std::string(rest.substr(0, mark));
    if (mark == std::string_view::npos) {
        return uri;
    }
    for (const std::string_view word : split(rest.substr(mark + 1), '&')) {
        const std::string_view key = word.substr(0, word.find('='));
        const auto option = std::ranges::find_if(known, [&](const UriOption& each) {
            return fits(each, uri.scheme) && each.key == key;
        });
        if (option == known.end() || key == word) {
            return wrong("has an unknown option " + quoted(word) +
                         "; known: " + keysOf(known, uri.scheme));
        }
        const std::string_view value = word.substr(key.size() + 1);
        const auto values = split(option->values, '|');
        if (!option->values.empty() && std::ranges::find(values, value) == values.end()) {
            return wrong("has an unknown " + std::string(key) + " " + quoted(value) +
                         "; known: " + joined(values));
        }
        if (!uri.options.emplace(key, value).second) {
            return wrong("says " + quoted(key) + " twice");
        }
    }
    return uri;
}

std::string_view
optionOf(const UriOptions& options, std::string_view key, std::string_view fallback)
{
    const auto found = options.find(key);
    return found == options.end() ? fallback : std::string_view(found->second);
}

} // namespace talon::hw
