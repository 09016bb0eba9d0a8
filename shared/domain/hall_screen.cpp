#include "shared/domain/hall_screen.h"

#include "shared/base/ensure.h"

#include <algorithm>
#include <set>

namespace talon {

namespace {

bool isScreenName(const std::string& name)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !name.empty() && name.size() <= ScreenNameMax && std::ranges::all_of(name, fits);
}

bool isWithin(const Text& text, std::size_t bytesMax)
{
    return std::ranges::all_of(text, [bytesMax](const auto& each) {
        return each.second.size() <= bytesMax &&
               std::ranges::none_of(each.second, [](char c) { return c == '\n' || c == '\r'; });
    });
}

} // namespace

std::string_view name(ScreenLayout layout)
{
    switch (layout) {
    case ScreenLayout::Hall: return "hall";
    case ScreenLayout::Calls: return "calls";
    case ScreenLayout::List: return "list";
    case ScreenLayout::Media: return "media";
    case ScreenLayout::Corner: return "corner";
    }
    TALON_ENSURE(false);
}

std::string_view name(Arrow arrow)
{
    switch (arrow) {
    case Arrow::Left: return "left";
    case Arrow::Right: return "right";
    case Arrow::Ahead: return "ahead";
    case Arrow::AheadLeft: return "aheadLeft";
    case Arrow::AheadRight: return "aheadRight";
    case Arrow::Behind: return "behind";
    }
    TALON_ENSURE(false);
}

HallScreen usualScreen(std::string name)
{
    HallScreen screen;
    screen.name = std::move(name);
    return screen;
}

Expected<Done, ParseError> check(const HallScreen& screen)
{
    const auto wrong = [](std::string field, std::string what) {
        return Unexpected(ParseError{std::move(field), std::move(what)});
    };
    if (!isScreenName(screen.name)) {
        return wrong("name", "must be 1 to 32 of a-z, 0-9 and hyphens");
    }
    if (screen.ticker.size() > TickerTextsMax) {
        return wrong("ticker", "has more than 20 texts");
    }
    for (const Text& text : screen.ticker) {
        if (!isWithin(text, TickerBytesMax)) {
            return wrong("ticker", "has a text of more than 400 bytes or of two lines");
        }
    }
    if (screen.ways.size() > WaysMax) {
        return wrong("ways", "are more than 40");
    }
    std::set<WindowId> led;
    for (const Way& way : screen.ways) {
        if (!way.arrow && way.place.empty()) {
            return wrong("ways", "have one without an arrow and a place");
        }
        if (!isWithin(way.place, PlaceBytesMax)) {
            return wrong("ways", "have a place of more than 60 bytes or of two lines");
        }
        for (const WindowId window : way.windows) {
            if (!led.insert(window).second) {
                return wrong("ways", "lead to one window twice");
            }
        }
    }
    return Done{};
}

} // namespace talon
