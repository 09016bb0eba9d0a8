#include "shared/domain/arrival.h"

#include "tests/support/catch.h"

#include <set>

using namespace talon;
using namespace std::chrono_literals;

namespace {

constexpr Day Tuesday{std::chrono::year{2026} / std::chrono::November / 24};
constexpr Day Friday = Tuesday + std::chrono::days{3};

Instant at(std::chrono::minutes minuteOfDay, Day day = Tuesday)
{
    return day + minuteOfDay;
}

ArrivalBooking booking(std::int64_t id, std::string code, Instant when)
{
    return {.id = {id},
            .code = std::move(code),
            .phoneEnd = {},
            .service = {1},
            .day = std::chrono::floor<std::chrono::days>(when),
            .at = when,
            .number = {}};
}

ArrivalBooking reached(ArrivalBooking booking, std::string phoneEnd)
{
    booking.phoneEnd = std::move(phoneEnd);
    return booking;
}

ArrivalBooking in(ArrivalBooking booking, BookingState state)
{
    booking.state = state;
    return booking;
}

/// What a terminal in the office "saratov-2" makes of it at 10:00, an hour early and ten minutes
/// late allowed: "onTime 0".
std::string found(std::string_view input,
                  const std::vector<ArrivalBooking>& bookings,
                  const std::string& office = "saratov-2")
{
    const FoundAppointment made =
        findAppointment(input, bookings, office, {.today = Tuesday, .now = at(10h)});
    std::string text(name(made.appointment));
    for (const std::size_t place : made.which) {
        text += " " + std::to_string(place);
    }
    return text;
}

const std::vector<ArrivalBooking> Codes{
    booking(1, "7K3M", at(10h)),         booking(2, "Ж-204", at(10h + 30min)),
    booking(3, "9QQX", at(14h)),         booking(4, "2BCD", at(9h + 30min)),
    booking(5, "4FRI", at(10h, Friday)),
};

} // namespace

TEST_CASE("every name of an appointment is there once")
{
    std::set<std::string_view> names;
    for (const Appointment appointment : Appointments) {
        names.insert(name(appointment));
    }
    CHECK(names.size() == Appointments.size());
}

TEST_CASE("a code is found however it is typed")
{
    CHECK(found("7K3M", Codes) == "onTime 0");
    CHECK(found("7k3m", Codes) == "onTime 0");
    CHECK(found(" 7k-3m \r\n", Codes) == "onTime 0");
    CHECK(found("7 K 3 M", Codes) == "onTime 0");
    CHECK(found("ж204", Codes) == "onTime 1");
    CHECK(found("Ж 204", Codes) == "onTime 1");
    CHECK(found("7K3", Codes) == "unknown");
    CHECK(found("7K3MM", Codes) == "unknown");
    CHECK(found("7K3M", {}) == "unknown");
}

TEST_CASE("codes are the same when they differ in blanks, hyphens and the size of letters only")
{
    CHECK(plainCode("7k-3 m") == "7K3M");
    CHECK(plainCode("абпря") == "АБПРЯ");
    CHECK(plainCode("АБПРЯ") == "АБПРЯ");
    CHECK(plainCode("ё") == "ё"); // Stands in no code that an office makes; it is itself.
    CHECK(plainCode("- -").empty());
    CHECK(plainCode("\xD0") == "\xD0"); // Half a letter.
}

TEST_CASE("a scanned code says of which office it is")
{
    CHECK(found("TALON-B1 saratov-2 7K3M", Codes) == "onTime 0");
    CHECK(found("TALON-B1 saratov-2 7k-3m\r", Codes) == "onTime 0");
    CHECK(found("TALON-B1 saratov-2 8888", Codes) == "unknown");
    CHECK(found("TALON-B1 engels 7K3M", Codes) == "wrongOffice");
    CHECK(found("TALON-B1 engels 8888", Codes) == "wrongOffice");
    // An office without a code of its own cannot tell.
    CHECK(found("TALON-B1 engels 7K3M", Codes, "") == "onTime 0");
    CHECK(found("TALON-B1 engels 8888", Codes, "") == "unknown");
}

TEST_CASE("a scanned code is never taken for a telephone")
{
    CHECK(found("TALON-B1 saratov-2 1234", {reached(booking(1, "7K3M", at(10h)), "1234")}) ==
          "unknown");
}

TEST_CASE("an appointment may be kept from an hour before to ten minutes after, and late")
{
    const auto told = [](std::chrono::minutes minute, std::chrono::milliseconds more = 0ms) {
        return name(judge(booking(1, "7K3M", at(12h)),
                          {.today = Tuesday, .now = at(minute) + more, .earliest = 60min}));
    };
    CHECK(told(11h, -1ms) == "early");
    CHECK(told(11h) == "onTime");
    CHECK(told(12h) == "onTime");
    CHECK(told(12h + 10min) == "onTime");
    CHECK(told(12h + 10min, 1ms) == "late");
    CHECK(told(16h) == "late");
    CHECK(found("9QQX", Codes) == "early 2");
    CHECK(found("2bcd", Codes) == "late 3");
    CHECK(found("4FRI", Codes) == "wrongDay 4");
}

TEST_CASE("what has become of an appointment is told before when it is")
{
    const std::vector<ArrivalBooking> all{
        in(booking(1, "CANC", at(10h)), BookingState::Cancelled),
        in(booking(2, "CANF", at(10h, Friday)), BookingState::Cancelled),
        in(booking(3, "HERE", at(14h)), BookingState::Arrived),
        in(booking(4, "MISS", at(9h)), BookingState::Missed),
    };
    CHECK(found("CANC", all) == "cancelled 0");
    CHECK(found("CANF", all) == "cancelled 1");
    CHECK(found("HERE", all) == "alreadyHere 2");
    CHECK(found("MISS", all) == "late 3");
}

TEST_CASE("four digits are the end of a telephone, of today's visitors first")
{
    const std::vector<ArrivalBooking> all{
        reached(booking(1, "AAAA", at(10h, Friday)), "1234"),
        reached(booking(2, "BBBB", at(10h)), "1234"),
        reached(booking(3, "CCCC", at(10h, Friday)), "5555"),
        reached(in(booking(4, "DDDD", at(9h)), BookingState::Cancelled), "7777"),
        reached(booking(5, "EEEE", at(10h, Friday)), "7777"),
    };
    CHECK(found("1234", all) == "onTime 1");
    CHECK(found(" 1234\n", all) == "onTime 1");
    CHECK(found("5555", all) == "wrongDay 2");
    CHECK(found("7777", all) == "cancelled 3"); // Today's, and they may ask.
    CHECK(found("0000", all) == "unknown");
    CHECK(found("12-34", all) == "unknown"); // A code, and none.
}

TEST_CASE("several visitors with one telephone end choose by time; those who are here do not")
{
    const std::vector<ArrivalBooking> all{
        reached(booking(1, "AAAA", at(11h)), "1234"),
        reached(booking(2, "BBBB", at(10h)), "1234"),
        reached(in(booking(3, "CCCC", at(9h)), BookingState::Arrived), "1234"),
        reached(in(booking(4, "DDDD", at(9h)), BookingState::Cancelled), "1234"),
    };
    CHECK(found("1234", all) == "several 1 0");
    CHECK(found("1234", {all[0], all[2], all[3]}) == "onTime 0");
    CHECK(found("1234", {all[3], all[2]}) == "alreadyHere 1");
}

TEST_CASE("four digits may be a code as well")
{
    const std::vector<ArrivalBooking> all{booking(1, "1234", at(10h)),
                                          reached(booking(2, "BBBB", at(10h)), "5678"),
                                          reached(booking(3, "CCCC", at(9h + 50min)), "1234")};
    CHECK(found("1234", all) == "several 2 0");
    CHECK(found("1234", {all[0], all[1]}) == "onTime 0");
}

TEST_CASE("what is not a code is told from a code with a slip in it")
{
    CHECK(found("", Codes) == "notABooking");
    CHECK(found(" \r\n", Codes) == "notABooking");
    CHECK(found("talon:1043:%D0%90016", Codes) == "notABooking"); // As on our tickets.
    CHECK(found("TALON-S1 0123456789abcdef", Codes) == "notABooking");
    CHECK(found("TALON-7K3M", Codes) == "notABooking");
    CHECK(found("TALON-B1 saratov-2", Codes) == "notABooking");
    CHECK(found("TALON-B1 ", Codes) == "notABooking");
    CHECK(found("https://example.org/7K3M", Codes) == "notABooking");
    CHECK(found("А016 Saratov", Codes) == "notABooking");
    CHECK(found(std::string(33, 'A'), Codes) == "notABooking");
    CHECK(found(std::string(32, 'A'), Codes) == "unknown");
    CHECK(found("ЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖ", Codes) == "unknown"); // 32 letters.
    CHECK(found("--", {booking(1, "-", at(10h))}) == "unknown");
}
