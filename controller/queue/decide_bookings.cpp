#include "controller/queue/decisions.h"

namespace talon::queue {

namespace {

constexpr std::size_t CodeBytesMax = 40;

/// A booking that can still be changed.
Expected<const Booking*, Refusal> openBooking(const Office& office, BookingId id)
{
    const Booking* const booking = findBooking(office, id);
    if (booking == nullptr) {
        return Unexpected(Refusal::UnknownBooking);
    }
    if (booking->state == BookingState::Cancelled) {
        return Unexpected(Refusal::BookingCancelled);
    }
    if (booking->state == BookingState::Arrived) {
        return Unexpected(Refusal::BookingArrived);
    }
    return booking;
}

bool isPast(const Office& office, Day day, Instant at, const OfficeTime& time)
{
    return day < office.day || at <= time.now;
}

} // namespace

Decision on(const Office& office, const AddBooking& command, const OfficeTime& time)
{
    if (findService(office.settings, command.service) == nullptr) {
        return Unexpected(Refusal::UnknownService);
    }
    if (plainCode(command.code).empty() || command.code.size() > CodeBytesMax ||
        (command.phoneEnd && !isPhoneEnd(*command.phoneEnd))) {
        return Unexpected(Refusal::OutOfRange);
    }
    if (isPast(office, command.day, command.at, time)) {
        return Unexpected(Refusal::TimePassed);
    }
    if (findBooking(office, command.code) != nullptr) {
        return Unexpected(Refusal::CodeUsed);
    }
    if (office.bookings.size() >= BookingsMax) {
        return Unexpected(Refusal::BookingsFull);
    }
    return one(BookingAdded{.booking = {office.lastBooking + 1},
                            .code = command.code,
                            .service = command.service,
                            .day = command.day,
                            .bookedFor = command.at,
                            .phoneEnd = command.phoneEnd,
                            .at = time.now});
}

Decision on(const Office& office, const MoveBooking& command, const OfficeTime& time)
{
    const auto booking = openBooking(office, command.booking);
    if (!booking) {
        return Unexpected(booking.error());
    }
    if (isPast(office, command.day, command.at, time)) {
        return Unexpected(Refusal::TimePassed);
    }
    return one(BookingMoved{
        .booking = command.booking, .day = command.day, .bookedFor = command.at, .at = time.now});
}

Decision on(const Office& office, const CancelBooking& command, const OfficeTime& time)
{
    const auto booking = openBooking(office, command.booking);
    if (!booking) {
        return Unexpected(booking.error());
    }
    return one(BookingCancelled{.booking = command.booking, .at = time.now});
}

} // namespace talon::queue
