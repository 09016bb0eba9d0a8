#include "controller/queue/rule_text.h"

#include "controller/queue/rule.h"
#include "shared/base/ensure.h"

#include <algorithm>

namespace talon::queue {

namespace {

using std::chrono::minutes;

Text said(std::string russian, std::string english)
{
    return {{"ru", std::move(russian)}, {"en", std::move(english)}};
}

std::string number(minutes span)
{
    return std::to_string(span.count());
}

const std::string& in(const Text& text, const char* language)
{
    const auto found = text.find(language);
    return found == text.end() ? text.at(FirstLanguage) : found->second;
}

/// The shortest target of all who may wait for the service: a category's may be shorter.
minutes shortestTarget(const OfficeSettings& settings, const Service& service)
{
    minutes shortest = service.target;
    for (const PriorityCategory& category : settings.categories) {
        shortest = std::min(shortest, category.target);
    }
    return shortest;
}

Text orderText(ServiceOrder order)
{
    switch (order) {
    case ServiceOrder::EarliestDue:
        return said("Первым вызывают того, чей срок наступает раньше. Срок — время прихода плюс "
                    "обещанное ожидание; у записанного — время записи.",
                    "Whoever is due first is called first. Due is the time of joining plus the "
                    "promised wait; for a booking, the booked time.");
    case ServiceOrder::FirstCome:
        return said(
            "Первым вызывают того, кто раньше пришёл. Льготы и запись порядка не меняют.",
            "Whoever joined first is called first. Categories and bookings change nothing.");
    case ServiceOrder::StrictPriority:
        return said("Сначала все льготные, затем записанные, затем остальные; среди равных — кто "
                    "раньше пришёл. Предела нет: пока приходят льготные, остальные ждут.",
                    "All priority categories first, then bookings, then everybody else; among "
                    "equals whoever joined first. There is no bound: while priority visitors "
                    "come, the others wait.");
    case ServiceOrder::LongestWait:
        return said("Первым вызывают того, кто ждёт дольше; ожидание записанного считают от "
                    "времени записи, даже если он опоздал. Льготы порядка не меняют.",
                    "Whoever waits longest is called first; a booked visitor's wait counts from "
                    "the booked time, however late. Categories change nothing.");
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

Text boundText(const Service& service, minutes bound)
{
    const std::string russian =
        "«" + in(service.name, "ru") + "»: обещано " + number(service.target) + " мин. ";
    const std::string english =
        "“" + in(service.name, "en") + "”: promised " + number(service.target) + " min. ";
    if (bound == minutes{0}) {
        return said(russian + "Никто из пришедших позже без записи не может быть вызван раньше.",
                    english + "Nobody who joins later without a booking can be called before.");
    }
    return said(russian + "Раньше может быть вызван только тот, кто пришёл не позже чем через " +
                    number(bound) + " мин, или записан на время раньше срока.",
                english + "Only who joins within " + number(bound) +
                    " min after can be called before, or who is booked for a time before it is "
                    "due.");
}

Text categoryText(const PriorityCategory& category)
{
    const std::string russian = "Категория «" + in(category.name, "ru") + "»: ";
    const std::string english = "Category “" + in(category.name, "en") + "”: ";
    if (category.target == minutes{0}) {
        return said(russian + "следующим к свободному окну; перед ним — только те, чей срок уже "
                              "наступил.",
                    english + "next to a free window; before them only those who are due already.");
    }
    return said(russian + "ожидание не больше " + number(category.target) +
                    " мин, если у услуги обещано больше.",
                english + "a wait of " + number(category.target) +
                    " min at most where the service promises more.");
}

void addBookings(std::vector<Text>& all, const QueueRules& rules)
{
    all.push_back(said(
        "Записанный отмечается не раньше чем за " + number(rules.bookingEarliest) +
            " мин. Опоздал до " + number(rules.bookingGrace) +
            " мин — как вовремя; чем позже, тем дольше ждёт; от " + number(rules.bookingLate) +
            " мин — как пришедший без записи. Приём не пропадает.",
        "A booked visitor checks in up to " + number(rules.bookingEarliest) +
            " min early. Late by up to " + number(rules.bookingGrace) +
            " min is on time; the later, the longer the wait; from " + number(rules.bookingLate) +
            " min on like a walk-in. The visit itself is never lost."));
}

void addRest(std::vector<Text>& all, const QueueRules& rules)
{
    all.push_back(
        said("Окно помогает с чужой услугой, только если по ней срок прошёл или свои не ждут.",
             "A window helps with another service only when somebody there is overdue, or none of "
             "its own waits."));
    all.push_back(said("Перенаправленный и идущий к следующей услуге не начинают сначала: "
                       "считается время прихода в офис.",
                       "Who is transferred, or goes on to the next service, does not begin anew: "
                       "the time of joining the office counts."));
    all.push_back(rules.returnWithin == minutes{0}
                      ? said("Кто не подошёл по вызову, берёт новый талон.",
                             "Who did not come when called takes a new ticket.")
                      : said("Кто не подошёл по вызову, может вернуться в течение " +
                                 number(rules.returnWithin) +
                                 " мин; его срок — не раньше чем через " +
                                 number(rules.returnDelay) + " мин.",
                             "Who did not come when called may return within " +
                                 number(rules.returnWithin) + " min, and is then due in " +
                                 number(rules.returnDelay) + " min at the earliest."));
    if (rules.lastTicket) {
        all.push_back(said("Талоны перестают выдавать, когда новый посетитель по прогнозу не будет "
                           "вызван до закрытия; сотрудник может продолжить.",
                           "Tickets stop when, by the forecast, a newcomer would not be called "
                           "before closing; the staff may go on."));
    }
}

} // namespace

std::optional<minutes> overtakingBound(const OfficeSettings& settings, ServiceId id)
{
    const Service* const service = findService(settings, id);
    if (service == nullptr) {
        return std::nullopt;
    }
    switch (settings.rules.order) {
    case ServiceOrder::FirstCome:
    case ServiceOrder::LongestWait: return minutes{0};
    case ServiceOrder::StrictPriority:
        return settings.categories.empty() ? std::optional(minutes{0}) : std::nullopt;
    case ServiceOrder::EarliestDue: break;
    }
    minutes bound = service->target - shortestTarget(settings, *service);
    for (const Window& window : settings.windows) {
        if (std::ranges::find(window.services, id) == window.services.end()) {
            continue;
        }
        for (const ServiceId other : window.services) {
            bound = std::max(bound, service->target -
                                        shortestTarget(settings, *findService(settings, other)));
        }
    }
    return bound;
}

std::vector<Text> consequences(const OfficeSettings& settings)
{
    const QueueRules& rules = settings.rules;
    std::vector<Text> all{orderText(rules.order)};
    if (rules.order == ServiceOrder::EarliestDue) {
        for (const Service& service : settings.services) {
            all.push_back(boundText(service, *overtakingBound(settings, service.id)));
        }
        for (const PriorityCategory& category : settings.categories) {
            all.push_back(categoryText(category));
        }
        addBookings(all, rules);
    }
    addRest(all, rules);
    return all;
}

} // namespace talon::queue
