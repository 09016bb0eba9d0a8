#include "controller/api/handlers.h"
#include "controller/api/submission.h"
#include "shared/base/ensure.h"
#include "shared/wire/booking_json.h"
#include "shared/wire/json_values.h"
#include "shared/wire/schedule_json.h"

using namespace Qt::StringLiterals;

namespace talon::api {

namespace {

/// The booking that a command made or changed.
MakeReply bookingReply(BookingId id)
{
    return [id](const queue::Office& office, const std::vector<queue::Event>& /*events*/) {
        // A new one is the latest.
        const Booking* const booking =
            queue::findBooking(office, id == BookingId{} ? BookingId{office.lastBooking} : id);
        TALON_ENSURE(booking != nullptr); // The command was not refused.
        return compact(wire::toJson(*booking));
    };
}

/// "day" and "time" by the office's clock.
struct When
{
    Day day{};
    std::chrono::minutes minute{0};
};

When whenFrom(wire::JsonReader& json)
{
    const auto minute = wire::timeFromText(json.text("time"));
    if (!minute) {
        json.fail("time", "must be a time such as 10:40");
    }
    return {.day = json.day("day"), .minute = minute.value_or(std::chrono::minutes{0})};
}

} // namespace

void bookingList(const Call& call)
{
    QJsonArray rows;
    for (const auto& [id, booking] : call.desk.access.office().bookings) {
        rows.append(wire::toJson(booking));
    }
    call.reply({.status = 200, .body = compact({{u"bookings"_s, rows}})});
}

void addBooking(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    queue::AddBooking command;
    command.code = json.text("code", 64);
    command.service = json.id<ServiceId>("service");
    command.phoneEnd = json.textMaybe("phoneEnd", 4);
    if (command.phoneEnd && !isPhoneEnd(*command.phoneEnd)) {
        json.fail("phoneEnd", "must be the last four digits of a telephone");
    }
    const When when = whenFrom(json);
    if (auto read = accepted(call, json.finish(std::move(command)))) {
        read->day = when.day;
        read->at = call.desk.access.instantAt(when.day, when.minute);
        submit(call, *std::move(read), bookingReply({}));
    }
}

void moveBooking(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    if (const auto when = accepted(call, json.finish(whenFrom(json)))) {
        submit(call,
               queue::MoveBooking{.booking = {call.id},
                                  .day = when->day,
                                  .at = call.desk.access.instantAt(when->day, when->minute)},
               bookingReply({call.id}));
    }
}

void cancelBooking(const Call& call)
{
    if (bodyOf(call)) {
        submit(call, queue::CancelBooking{.booking = {call.id}}, bookingReply({call.id}));
    }
}

void checkIn(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    queue::CheckIn command{.booking = {call.id}, .category = {}};
    command.category = json.idMaybe<CategoryId>("category");
    command.language = json.textMaybe("language", 8).value_or("ru");
    command.people = static_cast<int>(json.integerOr("people", 1, 1, 99));
    if (auto read = accepted(call, json.finish(std::move(command)))) {
        submit(call, *std::move(read), ticketReply);
    }
}

} // namespace talon::api
