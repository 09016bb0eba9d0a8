#include "shared/domain/arrival.h"

#include "shared/base/ensure.h"

#include <algorithm>

namespace talon {

namespace {

constexpr std::string_view OurCodes = "TALON-";
constexpr std::string_view BookingCode = "TALON-B1 ";
constexpr std::size_t TypedCharactersMax = 32;
constexpr std::string_view Blanks = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = std::min(text.find_first_not_of(Blanks), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(Blanks) + 1);
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// Whether a text that fits no booking could be a code with a slip in it.
bool looksLikeCode(std::string_view text)
{
    return !text.empty() && text.find_first_of(" \t\r\n:") == std::string_view::npos &&
           characters(text) <= TypedCharactersMax;
}

bool isOpen(const ArrivalBooking& booking)
{
    return booking.state == BookingState::Expected || booking.state == BookingState::Missed;
}

using Places = std::vector<std::size_t>;

Places byCode(std::string_view code, const std::vector<ArrivalBooking>& bookings)
{
    Places found;
    const std::string wanted = plainCode(code);
    for (std::size_t i = 0; !wanted.empty() && i < bookings.size(); ++i) {
        if (plainCode(bookings[i].code) == wanted) {
            found.push_back(i);
        }
    }
    return found;
}

Places byCodeOrPhone(std::string_view digits, const std::vector<ArrivalBooking>& bookings)
{
    Places found;
    for (std::size_t i = 0; i < bookings.size(); ++i) {
        if (bookings[i].phoneEnd == digits || plainCode(bookings[i].code) == digits) {
            found.push_back(i);
        }
    }
    return found;
}

/// Those of the found that a condition holds for; all of them when it holds for none.
template <class Condition>
Places narrowed(const Places& found, Condition isMeant)
{
    Places some;
    std::ranges::copy_if(found, std::back_inserter(some), isMeant);
    return some.empty() ? found : some;
}

/// Today's before those of other days, open ones before those that are over.
FoundAppointment
chosen(Places found, const std::vector<ArrivalBooking>& bookings, const ArrivalTime& time)
{
    if (found.empty()) {
        return {.appointment = Appointment::Unknown, .which = {}};
    }
    found = narrowed(found, [&](std::size_t i) { return bookings[i].day == time.today; });
    found = narrowed(found, [&](std::size_t i) { return isOpen(bookings[i]); });
    // Who is here already is told the ticket, whatever else was cancelled.
    found = narrowed(found,
                     [&](std::size_t i) { return bookings[i].state != BookingState::Cancelled; });
    std::ranges::stable_sort(found, {}, [&](std::size_t i) { return bookings[i].at; });
    const ArrivalBooking& first = bookings[found.front()];
    const bool toChoose = found.size() > 1 && isOpen(first) && first.day == time.today;
    return {.appointment = toChoose ? Appointment::Several : judge(first, time),
            .which = std::move(found)};
}

/// "saratov-2 7K3M": both words of a scanned code; empty ones when it is not two words.
struct Scanned
{
    std::string_view office;
    std::string_view code;
};

Scanned scannedFrom(std::string_view text)
{
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) {
        return {};
    }
    return {.office = text.substr(0, blank), .code = trimmed(text.substr(blank))};
}

} // namespace

std::string_view name(Appointment appointment)
{
    switch (appointment) {
    case Appointment::OnTime: return "onTime";
    case Appointment::Several: return "several";
    case Appointment::Early: return "early";
    case Appointment::Late: return "late";
    case Appointment::WrongDay: return "wrongDay";
    case Appointment::WrongOffice: return "wrongOffice";
    case Appointment::AlreadyHere: return "alreadyHere";
    case Appointment::Cancelled: return "cancelled";
    case Appointment::Unknown: return "unknown";
    case Appointment::NotABooking: return "notABooking";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

Appointment judge(const ArrivalBooking& booking, const ArrivalTime& time)
{
    if (booking.state == BookingState::Cancelled) {
        return Appointment::Cancelled;
    }
    if (booking.state == BookingState::Arrived) {
        return Appointment::AlreadyHere;
    }
    if (booking.day != time.today) {
        return Appointment::WrongDay;
    }
    if (time.now < booking.at - time.earliest) {
        return Appointment::Early;
    }
    return time.now > booking.at + time.grace ? Appointment::Late : Appointment::OnTime;
}

FoundAppointment findAppointment(std::string_view input,
                                 const std::vector<ArrivalBooking>& bookings,
                                 const std::string& officeCode,
                                 const ArrivalTime& time)
{
    const std::string_view text = trimmed(input);
    if (text.starts_with(BookingCode)) {
        const Scanned scanned = scannedFrom(text.substr(BookingCode.size()));
        if (scanned.code.empty()) {
            return {.appointment = Appointment::NotABooking, .which = {}};
        }
        if (!officeCode.empty() && scanned.office != officeCode) {
            return {.appointment = Appointment::WrongOffice, .which = {}};
        }
        return chosen(byCode(scanned.code, bookings), bookings, time);
    }
    if (text.starts_with(OurCodes)) {
        return {.appointment = Appointment::NotABooking, .which = {}};
    }
    const Places found = isPhoneEnd(text) ? byCodeOrPhone(text, bookings) : byCode(text, bookings);
    if (found.empty() && !looksLikeCode(text)) {
        return {.appointment = Appointment::NotABooking, .which = {}};
    }
    return chosen(found, bookings, time);
}

} // namespace talon
