#include "terminal/offline/lease_book.h"

#include "tests/support/catch.h"
#include "tests/terminal/offline/leased_days.h"

using namespace talon;
using namespace talon::terminal;
using namespace std::chrono_literals;
using talon::test::leasedDays;
using talon::test::offlineAt;
using talon::test::OfflineDay;

namespace {

std::string nextOf(const LeaseBook& book, std::int64_t service, Day day = OfflineDay)
{
    const auto next = book.next({service}, day);
    return next ? printedNumber(next->prefix, next->serial) : std::string(name(next.error()));
}

} // namespace

TEST_CASE("numbers are given upwards within a lease, each once")
{
    LeaseBook book;
    CHECK(nextOf(book, 1) == "noLeaseForDay");
    book.hold(leasedDays(3));
    CHECK(nextOf(book, 1) == "А9997");
    CHECK(nextOf(book, 1) == "А9997");
    book.give(OfflineDay, "А9997");
    CHECK(nextOf(book, 1) == "А9998");
    CHECK(nextOf(book, 2) == "Б9997");
    CHECK(nextOf(book, 1, OfflineDay + std::chrono::days{2}) == "А9997");
    book.give(OfflineDay, "А9999");
    book.give(OfflineDay, "А9998");
    CHECK(nextOf(book, 1) == "leaseUsedUp");
    CHECK(nextOf(book, 7) == "noLeaseForDay");
    CHECK(nextOf(book, 1, OfflineDay + std::chrono::days{1}) == "noLeaseForDay");
}

TEST_CASE("what was given stays given when other numbers are held, and further ones follow")
{
    LeaseBook book;
    book.give(OfflineDay, "А9998");
    book.hold(leasedDays(3));
    book.give(OfflineDay, "А9997");
    auto days = leasedDays(3);
    days.front().leases.push_back({.service = {1}, .prefix = "А", .first = 9990, .last = 9992});
    book.hold(days);
    CHECK(nextOf(book, 1) == "А9999");
    CHECK(book.left({1}, OfflineDay) == 4);
    book.give(OfflineDay, "А9999");
    CHECK(nextOf(book, 1) == "А9990");
    book.hold({});
    CHECK(nextOf(book, 1) == "noLeaseForDay");
}

TEST_CASE("the day and its hours are those that the controller told")
{
    LeaseBook book;
    CHECK_FALSE(book.dayAt(offlineAt(10h)));
    CHECK_FALSE(book.isOpenAt(offlineAt(10h)));
    book.hold(leasedDays());
    CHECK(book.dayAt(offlineAt(0h)) == OfflineDay);
    CHECK(book.dayAt(offlineAt(24h - 1min)) == OfflineDay);
    CHECK_FALSE(book.dayAt(offlineAt(24h)));
    CHECK(book.dayAt(offlineAt(48h)) == OfflineDay + std::chrono::days{2});
    CHECK_FALSE(book.dayAt(offlineAt(-1min)));
    CHECK_FALSE(book.isOpenAt(offlineAt(8h - 1min)));
    CHECK(book.isOpenAt(offlineAt(8h)));
    CHECK_FALSE(book.isOpenAt(offlineAt(17h)));
    CHECK(book.isOpenAt(offlineAt(48h + 9h)));
}

TEST_CASE("more is wanted when less than half is left, or a day is missing")
{
    LeaseBook book;
    CHECK(book.wantsMore(offlineAt(10h)));
    book.hold(leasedDays(4));
    CHECK_FALSE(book.wantsMore(offlineAt(10h)));
    book.give(OfflineDay, "А9996");
    book.give(OfflineDay, "А9997");
    CHECK_FALSE(book.wantsMore(offlineAt(10h)));
    book.give(OfflineDay, "А9998");
    CHECK(book.wantsMore(offlineAt(10h)));
    // A new day: what is left of the old one does not matter, and the day after it is missing.
    CHECK(book.wantsMore(offlineAt(48h + 10h)));
    auto days = leasedDays(4);
    days.erase(days.begin());
    days.push_back(days.front());
    days.back().day += std::chrono::days{1};
    days.back().begins += 24h;
    days.back().ends += 24h;
    book.hold(days);
    CHECK_FALSE(book.wantsMore(offlineAt(48h + 10h)));
}
