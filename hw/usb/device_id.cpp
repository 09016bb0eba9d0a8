#include "hw/usb/device_id.h"

#include <algorithm>
#include <array>

namespace talon::hw {
namespace {

constexpr std::size_t LengthBytes = 2;

struct Key
{
    std::string_view name;
    std::string DeviceId::*field;
};

constexpr std::array Keys{
    Key{"MFG", &DeviceId::maker},           Key{"MANUFACTURER", &DeviceId::maker},
    Key{"MDL", &DeviceId::model},           Key{"MODEL", &DeviceId::model},
    Key{"CMD", &DeviceId::commands},        Key{"COMMAND SET", &DeviceId::commands},
    Key{"SERN", &DeviceId::serial},         Key{"SN", &DeviceId::serial},
    Key{"SERIALNUMBER", &DeviceId::serial},
};

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool isPrintable(std::byte byte)
{
    return byte >= std::byte{0x20} && byte < std::byte{0x7F};
}

} // namespace

std::string deviceIdText(BytesView answer)
{
    if (answer.size() <= LengthBytes) {
        return {};
    }
    const auto high = std::to_integer<std::size_t>(answer[0]);
    const auto low = std::to_integer<std::size_t>(answer[1]);
    const auto fits = [&](std::size_t length) {
        return length > LengthBytes && length <= answer.size();
    };
    // The standard says high byte first and counts these two; some clones do neither.
    std::size_t length = answer.size();
    for (const std::size_t said : {high * 256 + low, low * 256 + high}) {
        if (fits(said)) {
            length = said;
            break;
        }
    }
    std::string text;
    for (const std::byte byte : answer.subspan(LengthBytes, length - LengthBytes)) {
        if (!isPrintable(byte)) {
            break;
        }
        text += std::to_integer<char>(byte);
    }
    return text;
}

DeviceId parseDeviceId(std::string_view text)
{
    DeviceId id;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t colon = pair.find(':');
        if (colon == std::string_view::npos) {
            continue;
        }
        const auto key = std::ranges::find(Keys, trimmed(pair.substr(0, colon)), &Key::name);
        if (key != Keys.end()) {
            id.*key->field = std::string(trimmed(pair.substr(colon + 1)));
        }
    }
    return id;
}

} // namespace talon::hw
