#pragma once

#include "controller/simulation/arrival.h"
#include "controller/simulation/wall_clock.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/domain/settings.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

/// Visitors of an office that is described and not recorded: how many come when, for what, and how
/// long that takes. Every day is drawn from the seed and its own date alone, so that variants see
/// the same people and a day can be looked at by itself.
namespace talon::simulation {

/// Log-normal: never below 0, a few very long. `variation` is deviation / mean.
struct Shape
{
    double mean = 0;
    double variation = 0;

    friend bool operator==(const Shape&, const Shape&) = default;
};

/// From this minute on, until the next.
struct Rate
{
    std::chrono::minutes from{0};
    double perHour = 0;

    friend bool operator==(const Rate&, const Rate&) = default;
};

struct ServiceLoad
{
    ServiceId service;
    std::array<std::vector<Rate>, 7> week; ///< From Monday; each in order.
    Shape serviceSeconds;
    double bookingShare = 0; ///< 0 to 1, of those who come for it.

    friend bool operator==(const ServiceLoad&, const ServiceLoad&) = default;
};

struct CategoryShare
{
    CategoryId category;
    double share = 0; ///< Of all visitors.

    friend bool operator==(const CategoryShare&, const CategoryShare&) = default;
};

struct Load
{
    std::uint64_t seed = 1;
    std::vector<ServiceLoad> services;
    std::vector<CategoryShare> categories;   ///< Together 1 at most.
    double dayVariation = 0;                 ///< Of the number of visitors from day to day.
    std::chrono::minutes bookingSlot{10};    ///< Bookings are at whole multiples of it.
    std::chrono::seconds bookingEarly{480};  ///< Come so much before their time, on average...
    std::chrono::seconds bookingSpread{480}; ///< ...with this deviation.
    std::optional<Shape> patienceMinutes;    ///< None: everybody waits for ever.
    double noShowShare = 0;                  ///< Take a ticket and go at once.

    friend bool operator==(const Load&, const Load&) = default;
};

/// Names the first thing that cannot be of this office.
Expected<Done, ParseError> check(const Load& load, const OfficeSettings& settings);

/// The visitors of one day, while the office is open; `times` the number described.
std::vector<Arrival> arrivalsOn(const Load& load,
                                const OfficeSettings& settings,
                                const WallClock& clock,
                                Day day,
                                double times);

} // namespace talon::simulation
