#pragma once

// moc 6.4 cannot read <compare> before another standard header.
// clang-format off
#include <functional>
#include <compare>
#include <cstdint>
// clang-format on

namespace talon {

/// A number that names one kind of thing only: a VisitId cannot be passed as a WindowId.
template <class Tag>
struct Id
{
    std::int64_t value = 0;

    friend auto operator<=>(const Id&, const Id&) = default;
};

using VisitId = Id<struct VisitTag>;
using ServiceId = Id<struct ServiceTag>;
using GroupId = Id<struct GroupTag>;
using CategoryId = Id<struct CategoryTag>;
using WindowId = Id<struct WindowTag>;
using BookingId = Id<struct BookingTag>;
using TopicId = Id<struct TopicTag>;
using StaffId = Id<struct StaffTag>;
using DeviceId = Id<struct DeviceTag>;

} // namespace talon

template <class Tag>
struct std::hash<talon::Id<Tag>>
{
    std::size_t operator()(const talon::Id<Tag>& id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.value);
    }
};
