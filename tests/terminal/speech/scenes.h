#pragma once

#include "terminal/speech/corner_path.h"

#include <string>
#include <vector>

namespace talon::test {

inline constexpr terminal::SpokenMoment TodayAtNine{.day = {}, .hour = 9, .minute = 0};

inline terminal::SpokenMoment tomorrowAt(int hour, int minute)
{
    using namespace std::chrono;
    return {.day = month_day(November, day(24)), .hour = hour, .minute = minute};
}

/// Services as an office has them: open, with no queue, with no known wait, closed for each
/// reason, a group, a name that is not translated.
inline std::vector<terminal::SpokenChoice> services()
{
    using terminal::SpokenChoice;
    std::vector<SpokenChoice> all{
        {.id = 1,
         .name = "Заключить договор",
         .waiting = 3,
         .wait = WaitMinutes{.from = 10, .to = 20}},
        {.id = 2, .name = "Оплата", .waiting = 0, .wait = WaitMinutes{.from = 0, .to = 5}},
        {.id = 3, .name = "Приборы учёта", .isGroup = true},
        {.id = 4, .name = "Справки и выписки", .waiting = 21},
    };
    std::int64_t id = 5;
    for (const ClosedReason reason : ClosedReasons) {
        all.push_back({.id = id,
                       .name = "Услуга " + std::to_string(id),
                       .waiting = 8,
                       .wait = WaitMinutes{.from = 50, .to = 70},
                       .closed = reason,
                       .opens = id % 2 == 0 ? std::nullopt : std::optional(TodayAtNine)});
        ++id;
    }
    return all;
}

inline terminal::TellQuestion segments(const std::string& language)
{
    using namespace terminal;
    return {.question = Question::Segment,
            .choices = {{.id = 1, .name = segmentName(Segment::B2c, language)},
                        {.id = 2, .name = segmentName(Segment::B2b, language)}},
            .isFirst = true};
}

inline terminal::TellTicket ticket(PrintOutcome paper)
{
    return {.number = "А015",
            .service = "Заключить договор",
            .peopleAhead = 3,
            .wait = WaitMinutes{.from = 10, .to = 20},
            .bring = "паспорт, договор",
            .paper = paper};
}

inline terminal::TellQuestion appointment(Appointment appointment, const std::string& language)
{
    using namespace terminal;
    const SpokenAppointment told{
        .appointment = appointment, .at = tomorrowAt(14, 5), .from = TodayAtNine, .number = "В004"};
    return {.question = Question::Appointment,
            .text = appointmentPrompt(told, language),
            .choices = {{.id = 1,
                         .name = appointment == Appointment::AlreadyHere ? continueName(language)
                                 : appointment == Appointment::Late      ? takeTicketName(language)
                                                                    : usualTicketName(language)}},
            .canGoBack = true};
}

struct Scene
{
    std::string name;
    terminal::Telling telling;
};

/// Every kind of screen in every state that is told otherwise.
inline std::vector<Scene> scenes(const std::string& language)
{
    using namespace terminal;
    std::vector<Scene> all{
        {"away", TellAway{}},
        {"starting", TellAway{.isStarting = true}},
        {"closed", TellClosed{}},
        {"closed until nine", TellClosed{.opens = TodayAtNine}},
        {"closed until tomorrow", TellClosed{.opens = tomorrowAt(14, 5)}},
        {"segments", segments(language)},
        {"languages",
         TellQuestion{.question = Question::Language,
                      .choices = {{.id = 1, .name = "По-русски"}, {.id = 2, .name = "English"}},
                      .isFirst = true,
                      .paperReady = false}},
        {"services",
         TellQuestion{.question = Question::Service, .choices = services(), .canGoBack = true}},
        {"services of a group, no paper", TellQuestion{.question = Question::Service,
                                                       .group = "Приборы учёта",
                                                       .choices = {{.id = 31, .name = "Поверка"}},
                                                       .canGoBack = true,
                                                       .paperReady = false}},
        {"no services", TellQuestion{.question = Question::Service, .canGoBack = true}},
        {"category", TellQuestion{.question = Question::Category,
                                  .choices = {{.id = 0, .name = noCategoryName(language)},
                                              {.id = 7, .name = "Инвалид первой группы"}},
                                  .canGoBack = true}},
        {"information", TellQuestion{.question = Question::Information,
                                     .text = "Возьмите паспорт! Без него договор не заключить",
                                     .choices = {{.id = 1, .name = continueName(language)}},
                                     .canGoBack = true}},
        {"check-in", TellQuestion{.question = Question::Appointment,
                                  .text = checkInPrompt(language),
                                  .choices = {{.id = 3, .name = continueName(language)}},
                                  .canGoBack = true}},
        {"bookings",
         TellQuestion{
             .question = Question::Booking,
             .choices = {{.id = 1, .name = momentInWords(TodayAtNine, language) + ". Оплата"},
                         {.id = 2, .name = momentInWords(tomorrowAt(14, 5), language)}},
             .canGoBack = true}},
        {"issuing", TellIssuing{}},
        {"ticket, nobody ahead", TellTicket{.number = "Б001",
                                            .service = "Оплата",
                                            .peopleAhead = 0,
                                            .wait = WaitMinutes{.from = 0, .to = 5}}},
        {"ticket, nothing known", TellTicket{.number = "ЮЛ120", .service = "Оплата"}},
    };
    for (const Appointment each : Appointments) {
        if (each == Appointment::OnTime || each == Appointment::Several) {
            continue; // They have screens of their own.
        }
        all.push_back({"appointment, " + std::string(name(each)), appointment(each, language)});
    }
    for (const PrintOutcome paper : PrintOutcomes) {
        all.push_back({"ticket, " + std::string(name(paper)), ticket(paper)});
    }
    for (const Problem problem :
         {Problem::OfficeClosed, Problem::NumbersUsedUp, Problem::NotOffered, Problem::NotNow,
          Problem::Stopped, Problem::DayLimit, Problem::LastTicket, Problem::NoAnswer,
          Problem::Fault}) {
        all.push_back({"refused, " + std::string(name(problem)), TellRefused{.problem = problem}});
    }
    all.push_back(
        {"refused until nine", TellRefused{.problem = Problem::NotNow, .opens = TodayAtNine}});
    all.push_back({"refused until tomorrow",
                   TellRefused{.problem = Problem::LastTicket, .opens = tomorrowAt(8, 30)}});
    return all;
}

/// Everything that can be said of a screen: as it is met, by touch and by keys, and each choice.
inline std::vector<std::string> saidOf(const terminal::Telling& telling,
                                       const std::string& language)
{
    using namespace terminal;
    PathStep step = arrive({}, telling, language);
    std::vector<std::string> said{step.say};
    for (const Means means : {Means::Touch, Means::Keys}) {
        said.push_back(act(step.path, Act::Elsewhere, means).say);
    }
    const auto* question = std::get_if<TellQuestion>(&telling);
    const std::size_t count = question == nullptr ? 0 : question->choices.size();
    for (std::size_t i = 1; i < count; ++i) {
        step = act(step.path, Act::Next, Means::Touch);
        said.push_back(step.say);
    }
    return said;
}

} // namespace talon::test
