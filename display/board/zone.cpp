#include "display/board/zone.h"

#include <algorithm>
#include <set>
#include <string>

namespace talon::board {

namespace {

template <class Items, class Item>
bool holds(const Items& items, const Item& item)
{
    return std::ranges::find(items, item) != items.end();
}

/// The names of the screen's windows on their plates: calls have no more than that.
std::set<std::string> plateNames(const Hall& hall, const HallScreen& screen)
{
    std::set<std::string> names;
    for (const WindowPlate& window : hall.windows) {
        if (holds(screen.windows, window.id)) {
            names.insert(window.name);
        }
    }
    return names;
}

bool isIn(const Call& call, const std::set<std::string>& plates, const HallScreen& screen)
{
    return (screen.windows.empty() || plates.contains(call.window)) &&
           (screen.services.empty() || holds(screen.services, call.service));
}

} // namespace

Hall hallIn(Hall hall, const HallScreen& screen)
{
    const std::set<std::string> plates = plateNames(hall, screen);
    std::erase_if(hall.calls, [&](const Call& call) { return !isIn(call, plates, screen); });
    if (!screen.windows.empty()) {
        std::erase_if(hall.windows,
                      [&](const WindowPlate& window) { return !holds(screen.windows, window.id); });
    }
    std::erase_if(hall.queues, [&](const Queue& queue) {
        if (!screen.services.empty()) {
            return !holds(screen.services, queue.service);
        }
        return !screen.windows.empty() &&
               std::ranges::none_of(hall.windows, [&](const WindowPlate& window) {
                   return holds(window.services, queue.service);
               });
    });
    return hall;
}

bool isSpoken(const Call& call, const Hall& hall, const HallScreen& screen)
{
    return screen.voice && isIn(call, plateNames(hall, screen), screen);
}

} // namespace talon::board
