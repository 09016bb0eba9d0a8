#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Pictures and videos that the hall sees beside its calls: what may be one, judged by its name,
/// the same where they are handed out and where they are shown.
namespace talon {

enum class MediaKind { Picture, Video };

inline constexpr std::array MediaKinds{MediaKind::Picture, MediaKind::Video};

/// The name used on the wire.
std::string_view name(MediaKind kind);

inline constexpr std::size_t MediaItemsMax = 200;
inline constexpr std::size_t MediaNameBytesMax = 200;
inline constexpr std::int64_t PictureBytesMax = 32LL * 1024 * 1024;
inline constexpr std::int64_t VideoBytesMax = 4LL * 1024 * 1024 * 1024;

/// How long a picture is shown whose name does not say.
inline constexpr int PictureSeconds = 10;
inline constexpr int PictureSecondsMin = 3;
inline constexpr int PictureSecondsMax = 300;

struct MediaItem
{
    std::string name; ///< Of the file; isMediaName().
    MediaKind kind = MediaKind::Picture;
    std::int64_t bytes = 0;
    std::string sha256; ///< 64 hex digits, small.
    int seconds = 0;    ///< A picture is shown so long; 0 for a video, which has its own length.

    friend bool operator==(const MediaItem&, const MediaItem&) = default;
};

/// By the ending: png, jpg, jpeg, webp; mp4, webm. None for anything else, and for a name that
/// could lead out of its folder, is hidden, or cannot be printed.
std::optional<MediaKind> mediaKindOf(std::string_view name);

inline bool isMediaName(std::string_view name)
{
    return mediaKindOf(name).has_value();
}

/// How many bytes a file of this kind may have.
constexpr std::int64_t bytesMaxOf(MediaKind kind)
{
    return kind == MediaKind::Picture ? PictureBytesMax : VideoBytesMax;
}

/// "02 tariffs 15s.png" is shown for 15 seconds, also with "с" or "sec" or "сек"; within the
/// limits.
int pictureSecondsOf(std::string_view name);

/// Whether this is the hash of a file as it stands on the wire.
bool isSha256(std::string_view text);

} // namespace talon
