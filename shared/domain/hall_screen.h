#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/base/id.h"
#include "shared/domain/text.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The screens of a hall: what each one is for. An office sets them up in one place; the machine
/// behind a screen knows only the name of its own.
namespace talon {

/// Well made ways to lay a screen out. Each fits a wide and an upright screen.
enum class ScreenLayout {
    Hall,   ///< Calls of now, large; the calls before; the queues.
    Calls,  ///< Nothing but the calls of now: read from farthest.
    List,   ///< A table of many calls and the way to each window, as at a station.
    Media,  ///< Pictures and videos, the calls beside them.
    Corner, ///< The latest calls in a corner of a wall that is somebody else's.
};

inline constexpr std::array ScreenLayouts{ScreenLayout::Hall, ScreenLayout::Calls,
                                          ScreenLayout::List, ScreenLayout::Media,
                                          ScreenLayout::Corner};

/// The name used in JSON.
std::string_view name(ScreenLayout layout);

/// Where one goes who stands before the screen and looks at it.
enum class Arrow { Left, Right, Ahead, AheadLeft, AheadRight, Behind };

inline constexpr std::array Arrows{Arrow::Left,      Arrow::Right,      Arrow::Ahead,
                                   Arrow::AheadLeft, Arrow::AheadRight, Arrow::Behind};

std::string_view name(Arrow arrow);

/// The way from a screen to some windows.
struct Way
{
    std::vector<WindowId> windows;
    std::optional<Arrow> arrow;
    Text place = {}; ///< Such as the name of their hall; may be empty.

    friend bool operator==(const Way&, const Way&) = default;
};

inline constexpr std::size_t ScreensMax = 100;
inline constexpr std::size_t ScreenNameMax = 32;
inline constexpr std::size_t WaysMax = 40;
inline constexpr std::size_t TickerTextsMax = 20;
inline constexpr std::size_t TickerBytesMax = 400;
inline constexpr std::size_t PlaceBytesMax = 60;

struct HallScreen
{
    std::string name; ///< a-z, 0-9 and hyphens; by it a display finds its own.
    ScreenLayout layout = ScreenLayout::Hall;
    std::vector<WindowId> windows; ///< It shows and says the calls to these; empty: to all.
    /// Of these services and groups of services only; both empty: whatever is called to its
    /// windows.
    std::vector<ServiceId> services;
    std::vector<GroupId> groups;
    bool waits = true;         ///< Shows how long newcomers will wait.
    bool next = false;         ///< Shows who is next in each queue.
    bool voice = true;         ///< Its calls are spoken.
    bool highContrast = false; ///< White on black, without shades between them.
    std::vector<Text> ticker;  ///< Shown one after the other along its lower edge.
    std::vector<Way> ways;

    friend bool operator==(const HallScreen&, const HallScreen&) = default;
};

/// The screen that a display shows to which the office has given none.
HallScreen usualScreen(std::string name);

/// Names what cannot work with a screen by itself: its name, texts that are too long, a way to
/// nowhere.
Expected<Done, ParseError> check(const HallScreen& screen);

} // namespace talon
