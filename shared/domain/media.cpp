#include "shared/domain/media.h"

#include "shared/base/ensure.h"

#include <algorithm>
#include <charconv>

namespace talon {

namespace {

struct Ending
{
    std::string_view text;
    MediaKind kind;
};

constexpr std::array Endings{
    Ending{".png", MediaKind::Picture},  Ending{".jpg", MediaKind::Picture},
    Ending{".jpeg", MediaKind::Picture}, Ending{".webp", MediaKind::Picture},
    Ending{".mp4", MediaKind::Video},    Ending{".webm", MediaKind::Video},
};

constexpr std::array<std::string_view, 4> SecondMarks{"sec", "сек", "s", "с"};

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return out;
}

/// How many bytes the character at the beginning has; 0 when it is not UTF-8.
std::size_t characterBytes(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80U) {
        return 1;
    }
    std::size_t bytes = 0;
    if (first >= 0xC2U && first < 0xE0U) {
        bytes = 2;
    } else if (first >= 0xE0U && first < 0xF0U) {
        bytes = 3;
    } else if (first >= 0xF0U && first < 0xF5U) {
        bytes = 4;
    }
    if (bytes == 0 || text.size() < bytes) {
        return 0;
    }
    const bool isWhole = std::ranges::all_of(text.substr(1, bytes - 1), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
    });
    return isWhole ? bytes : 0;
}

bool isPlain(std::string_view name)
{
    while (!name.empty()) {
        const auto first = static_cast<unsigned char>(name.front());
        const std::size_t bytes = characterBytes(name);
        if (bytes == 0 || first < 0x20U || first == 0x7FU || first == '/' || first == '\\') {
            return false;
        }
        name.remove_prefix(bytes);
    }
    return true;
}

} // namespace

std::string_view name(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Picture: return "picture";
    case MediaKind::Video: return "video";
    }
    TALON_ENSURE(false);
}

std::optional<MediaKind> mediaKindOf(std::string_view name)
{
    if (name.empty() || name.size() > MediaNameBytesMax || name.front() == '.' || !isPlain(name)) {
        return std::nullopt;
    }
    const std::string small = lower(name);
    for (const Ending& ending : Endings) {
        if (small.ends_with(ending.text) && small.size() > ending.text.size()) {
            return ending.kind;
        }
    }
    return std::nullopt;
}

int pictureSecondsOf(std::string_view name)
{
    const std::string small = lower(name.substr(0, name.rfind('.')));
    std::string_view stem = small;
    for (const std::string_view mark : SecondMarks) {
        if (!stem.ends_with(mark)) {
            continue;
        }
        stem.remove_suffix(mark.size());
        const auto* const end = stem.data() + stem.size();
        const auto* begin = end;
        while (begin != stem.data() && isDigit(*(begin - 1))) {
            --begin;
        }
        // "b2s.png" is a name, "b 2s.png" says how long.
        if (begin != stem.data() && *(begin - 1) != ' ' && *(begin - 1) != '_' &&
            *(begin - 1) != '-') {
            return PictureSeconds;
        }
        int seconds = 0;
        const auto [read, error] = std::from_chars(begin, end, seconds);
        if (error == std::errc::result_out_of_range) {
            return PictureSecondsMax;
        }
        return error == std::errc() && read == end
                   ? std::clamp(seconds, PictureSecondsMin, PictureSecondsMax)
                   : PictureSeconds;
    }
    return PictureSeconds;
}

bool isSha256(std::string_view text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](char letter) {
               return isDigit(letter) || (letter >= 'a' && letter <= 'f');
           });
}

} // namespace talon
