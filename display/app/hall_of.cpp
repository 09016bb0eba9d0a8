#include "display/app/hall_of.h"

namespace talon::display {

board::Hall hallOf(const wire::HallView& view)
{
    board::Hall hall{.open = view.office.open, .calls = {}, .windows = {}, .queues = {}};
    for (const wire::HallCall& call : view.calls) {
        hall.calls.push_back({.id = call.id,
                              .visit = call.visit,
                              .service = call.service,
                              .number = call.number,
                              .window = call.window,
                              .state = call.state,
                              .language = call.language,
                              .times = call.times,
                              .at = call.at});
    }
    for (const wire::HallWindow& window : view.windows) {
        hall.windows.push_back({.id = window.id,
                                .name = window.name,
                                .state = window.state,
                                .number = window.number,
                                .services = window.services});
    }
    for (const wire::HallQueue& queue : view.queues) {
        hall.queues.push_back({.service = queue.service,
                               .name = queue.name,
                               .waiting = queue.waiting,
                               .forecast = queue.forecast,
                               .next = queue.next});
    }
    return hall;
}

} // namespace talon::display
