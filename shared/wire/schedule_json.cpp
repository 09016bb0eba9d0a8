#include "shared/wire/schedule_json.h"

#include "shared/wire/json_values.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array Weekdays{"monday", "tuesday",  "wednesday", "thursday",
                              "friday", "saturday", "sunday"};

QJsonArray hoursJson(const DayHours& hours)
{
    return arrayOf(hours, [](const OpeningHours& stretch) {
        return QJsonObject{{u"opens"_s, timeText(stretch.opens)},
                           {u"closes"_s, timeText(stretch.closes)}};
    });
}

minutes minuteFrom(JsonReader& json, const char* key)
{
    const auto minute = timeFromText(json.text(key));
    if (!minute) {
        json.fail(key, "must be a time such as 08:00");
    }
    return minute.value_or(minutes{0});
}

OpeningHours stretchFrom(JsonReader& json)
{
    return {.opens = minuteFrom(json, "opens"), .closes = minuteFrom(json, "closes")};
}

DayHours hoursFrom(JsonReader& json, const char* key)
{
    if (!json.has(key)) {
        return {};
    }
    if (json.isList(key)) {
        return json.list(key, stretchFrom);
    }
    JsonReader day = json.object(key);
    return {stretchFrom(day)};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

QString timeText(minutes minute)
{
    return u"%1:%2"_s.arg(minute.count() / 60, 2, 10, '0'_L1)
        .arg(minute.count() % 60, 2, 10, '0'_L1);
}

std::optional<minutes> timeFromText(const std::string& text)
{
    const bool formed = text.size() == 5 && isDigit(text[0]) && isDigit(text[1]) &&
                        text[2] == ':' && isDigit(text[3]) && isDigit(text[4]);
    if (!formed) {
        return std::nullopt;
    }
    const int hour = (text[0] - '0') * 10 + (text[1] - '0');
    const int minute = (text[3] - '0') * 10 + (text[4] - '0');
    constexpr int HourMax = 32; // A business day ends at eight in the morning at the latest.
    if (hour > HourMax || minute > 59 || (hour == HourMax && minute > 0)) {
        return std::nullopt;
    }
    return minutes{hour * 60 + minute};
}

QJsonObject toJson(const Schedule& schedule)
{
    QJsonObject json;
    for (std::size_t i = 0; i < Weekdays.size(); ++i) {
        if (!schedule.week.at(i).empty()) {
            json.insert(QLatin1StringView(Weekdays.at(i)), hoursJson(schedule.week.at(i)));
        }
    }
    if (!schedule.dates.empty()) {
        QJsonObject dates;
        for (const auto& [day, hours] : schedule.dates) {
            dates.insert(QString::fromStdString(dayText(day)), hoursJson(hours));
        }
        json.insert(u"dates"_s, dates);
    }
    return json;
}

Schedule scheduleFrom(JsonReader& json)
{
    Schedule schedule;
    for (std::size_t i = 0; i < Weekdays.size(); ++i) {
        schedule.week.at(i) = hoursFrom(json, Weekdays.at(i));
    }
    if (json.has("dates")) {
        JsonReader dates = json.object("dates");
        for (const std::string& key : dates.keys()) {
            const auto day = dayFromText(key);
            if (!day) {
                json.fail("dates", "must have days such as 2026-11-24");
                continue;
            }
            schedule.dates[*day] = hoursFrom(dates, key.c_str());
        }
    }
    return schedule;
}

QJsonObject toJson(const PlannedBreak& planned)
{
    return {
        {u"begins"_s, timeText(planned.begins)},
        {u"minutes"_s, qint64{planned.length.count()}},
        {u"evenAlone"_s, planned.evenAlone},
    };
}

PlannedBreak breakFrom(JsonReader& json)
{
    return {.begins = minuteFrom(json, "begins"),
            .length = minutes{json.integer("minutes", 5, 120)},
            .evenAlone = json.flagMaybe("evenAlone")};
}

QJsonObject toJson(const QueueRules& rules)
{
    return {
        {u"order"_s, toJson(name(rules.order))},
        {u"nextServiceHeadStartMinutes"_s, qint64{rules.nextServiceHeadStart.count()}},
        {u"recallsBeforeNoShow"_s, rules.recallsBeforeNoShow},
        {u"returnWithinMinutes"_s, qint64{rules.returnWithin.count()}},
        {u"returnDelayMinutes"_s, qint64{rules.returnDelay.count()}},
        {u"bookingEarliestMinutes"_s, qint64{rules.bookingEarliest.count()}},
        {u"bookingGraceMinutes"_s, qint64{rules.bookingGrace.count()}},
        {u"bookingLateMinutes"_s, qint64{rules.bookingLate.count()}},
        {u"breakToleranceMinutes"_s, qint64{rules.breakTolerance.count()}},
        {u"stationOfferMinutes"_s, qint64{rules.stationOffer.count()}},
        {u"undoWithinSeconds"_s, qint64{rules.undoWithin.count()}},
        {u"lastTicket"_s, rules.lastTicket},
        {u"dropAfterClosingMinutes"_s, qint64{rules.dropAfterClosing.count()}},
    };
}

QueueRules rulesFrom(JsonReader& json)
{
    // The limits are those of check(): here a number must only fit.
    constexpr std::int64_t Max = 100'000;
    QueueRules rules;
    const auto number = [&](const char* key, auto& value) {
        using Value = std::remove_reference_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, int>) {
            value = static_cast<int>(json.integerOr(key, value, -Max, Max));
        } else {
            value = Value{json.integerOr(key, value.count(), -Max, Max)};
        }
    };
    if (json.has("order")) {
        rules.order = json.choice("order", ServiceOrders);
    }
    number("nextServiceHeadStartMinutes", rules.nextServiceHeadStart);
    number("recallsBeforeNoShow", rules.recallsBeforeNoShow);
    number("returnWithinMinutes", rules.returnWithin);
    number("returnDelayMinutes", rules.returnDelay);
    number("bookingEarliestMinutes", rules.bookingEarliest);
    number("bookingGraceMinutes", rules.bookingGrace);
    number("bookingLateMinutes", rules.bookingLate);
    number("breakToleranceMinutes", rules.breakTolerance);
    number("stationOfferMinutes", rules.stationOffer);
    number("undoWithinSeconds", rules.undoWithin);
    number("dropAfterClosingMinutes", rules.dropAfterClosing);
    if (json.has("lastTicket")) {
        rules.lastTicket = json.flag("lastTicket");
    }
    return rules;
}

} // namespace talon::wire
