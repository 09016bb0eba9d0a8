#include "hw/sign/sign_uri.h"

#include <charconv>
#include <vector>

namespace talon::hw {
namespace {

std::vector<UriOption> knownOptions()
{
    std::vector<UriOption> known{
        {.scheme = "", .key = "address", .values = ""},
        {.scheme = "", .key = "places", .values = ""},
        {.scheme = "", .key = "brightness", .values = ""},
        {.scheme = "", .key = "characters", .values = "digits|ascii|cp866|cp1251"},
        {.scheme = "", .key = "align", .values = "left|right"},
        {.scheme = "", .key = "answers", .values = "yes|no"},
        {.scheme = "", .key = "echo", .values = "yes|no"},
    };
    for (const UriOption& each : SerialOptions) {
        if (each.key != "flow") {
            known.push_back({.scheme = "", .key = each.key, .values = each.values});
        }
    }
    for (const SignProtocol* const protocol : signProtocols()) {
        for (const SignOption& each : protocol->options()) {
            known.push_back({.scheme = protocol->name(), .key = each.key, .values = ""});
        }
    }
    return known;
}

struct Bounds
{
    int min = 0;
    int max = 0;
};

Expected<int, ParseError>
numberOf(const UriOptions& options, std::string_view key, int fallback, Bounds bounds)
{
    const std::string_view text = optionOf(options, key, "");
    if (text.empty() && options.find(key) == options.end()) {
        return fallback;
    }
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number < bounds.min ||
        number > bounds.max) {
        return Unexpected(ParseError{"sign: " + std::string(key),
                                     "is no number from " + std::to_string(bounds.min) + " to " +
                                         std::to_string(bounds.max)});
    }
    return number;
}

} // namespace

Expected<SignUri, ParseError> parseSignUri(std::string_view text)
{
    const std::vector<UriOption> known = knownOptions();
    const auto uri = parseDeviceUri("sign", text, known);
    if (!uri) {
        return Unexpected(uri.error());
    }
    const SignProtocol* const protocol = signProtocol(uri->scheme);
    if (protocol == nullptr) {
        return Unexpected(ParseError{"sign", "has an unknown protocol \"" + uri->scheme +
                                                 "\"; known: " + knownSignProtocols()});
    }
    if (uri->address.empty()) {
        return Unexpected(ParseError{"sign", "needs a line, such as /dev/ttyUSB0"});
    }
    SignUri named{.line = {.path = uri->address, .protocol = protocol}};
    named.line.serial = serialSettings(uri->options, named.line.serial);
    named.line.hearsItself = optionOf(uri->options, "echo", "no") == "yes";

    Sign& sign = named.sign;
    sign.answers = optionOf(uri->options, "answers", "yes") == "yes";
    sign.characters =
        signCharactersFrom(optionOf(uri->options, "characters", "")).value_or(sign.characters);
    sign.align = signAlignFrom(optionOf(uri->options, "align", "")).value_or(sign.align);
    const auto address = numberOf(uri->options, "address", 1, {1, protocol->addressMax()});
    if (!address) {
        return Unexpected(address.error());
    }
    sign.address = *address;
    const auto places = numberOf(uri->options, "places", sign.places, {1, SignPlacesMax});
    if (!places) {
        return Unexpected(places.error());
    }
    sign.places = *places;
    if (uri->options.contains("brightness")) {
        const auto brightness = numberOf(uri->options, "brightness", 0, {0, 100});
        if (!brightness) {
            return Unexpected(brightness.error());
        }
        sign.brightnessPercent = *brightness;
    }
    for (const SignOption& each : protocol->options()) {
        const auto value = numberOf(uri->options, each.key, each.fallback, {each.min, each.max});
        if (!value) {
            return Unexpected(value.error());
        }
        if (*value != each.fallback) {
            sign.options.emplace(each.key, *value);
        }
    }
    return named;
}

} // namespace talon::hw
