#include "shared/ui/fonts.h"
#include "tests/support/catch.h"
#include "tests/support/chance.h"
#include "tests/support/fast_time.h"
#include "tests/terminal/week/faults.h"
#include "tests/terminal/week/ledger.h"
#include "tests/terminal/week/visitors.h"
#include "tests/terminal/week/week_office.h"
#include "tests/terminal/week/week_terminal.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace talon;
using namespace talon::test;

/// A week of visitors in fast time: docs/offline.md. TALON_WEEK_VISITORS says how many come on a
/// day (50), TALON_WEEK_SEEDS how many weeks are lived (1), TALON_SEED which is the first.
namespace {

constexpr int Terminals = 2;
constexpr auto ZoneOffset = 4h; ///< Of Europe/Saratov.
constexpr Day FirstMonday{std::chrono::year{2026} / std::chrono::November / 23};

/// Visitors of an hour, from eight o'clock on: the shape of a working day, in which 350 come.
constexpr std::array VisitorsByHour{38, 52, 58, 50, 36, 34, 36, 30, 16};

/// While nobody is at a terminal, and at night.
constexpr auto IdleStride = 3min;
constexpr auto VisitStride = 100ms;
constexpr auto NightStride = 1h;

long numberFromEnvironment(const char* name, long otherwise)
{
    const char* const text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtol(text, nullptr, 10);
}

Instant at(Day day, std::chrono::minutes wallClock)
{
    return Instant(day) - ZoneOffset + wallClock;
}

void letPassUntil(Instant moment, std::chrono::milliseconds stride)
{
    FastTime::setStride(stride, moment);
    if (moment > FastTime::now()) {
        letTimePass(moment - FastTime::now());
    }
    FastTime::setStride(VisitStride);
}

/// On a disk in memory where there is one: what a disk forgets is the store's own test.
QString placeForFiles()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/talon-week-XXXXXX"_s;
}

class Week
{
public:
    Week(std::uint64_t seed, int visitorsADay)
        : m_visitorsADay(visitorsADay)
        , m_random(seed)
        , m_folder(placeForFiles())
        , m_office(path(), m_random.next())
        , m_visitors(m_random.next())
    {
        std::vector<Network*> networks;
        std::vector<WeekTerminal*> terminals;
        for (int number = 1; number <= Terminals; ++number) {
            m_networks.push_back(std::make_unique<Network>(m_random.next()));
            m_office.join(*m_networks.back());
            m_terminals.push_back(std::make_unique<WeekTerminal>(
                WeekTerminal::Place{.number = number,
                                    .folder = path() / std::to_string(number),
                                    .token = m_office.token(number)},
                *m_networks.back(), m_ledger));
            networks.push_back(m_networks.back().get());
            terminals.push_back(m_terminals.back().get());
        }
        m_faults.emplace(Faults::Hall{.office = m_office,
                                      .networks = networks,
                                      .terminals = terminals,
                                      .ledger = m_ledger},
                         m_random.next());
        m_office.setIsThere([this](const queue::Visit& visit) {
            return m_ledger.knows(visit.day, visit.number) && visit.id.value % 25 != 0;
        });
        m_office.switchOn();
        for (const auto& terminal : m_terminals) {
            terminal->switchOn();
        }
    }

    ~Week() { m_office.switchOff(); } // Before the cables go.
    Week(const Week&) = delete;
    Week& operator=(const Week&) = delete;

    void live(Day monday)
    {
        std::vector<Day> days;
        for (int day = 0; day < 7; ++day) {
            days.push_back(monday + std::chrono::days(day));
            liveDay(days.back(), day < 6 ? (day < 5 ? 9 : 8) : 0);
        }
        m_faults->mendAll();
        letPassUntil(FastTime::now() + 10min, VisitStride);
        for (const auto& terminal : m_terminals) {
            CHECK(terminal->isConnected());
            CHECK(terminal->waitingCount() == 0);
            CHECK(terminal->isWelcoming());
            terminal->tellWhatWasGivenUp();
        }
        m_ledger.holdAgainst(m_office, days);
    }

    std::string summary() const
    {
        return std::to_string(m_visitors.count()) + " visitors, " + m_ledger.summary() + "; " +
               std::to_string(m_office.finished()) + " served";
    }

private:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }

    void liveDay(Day day, std::size_t hours)
    {
        letPassUntil(at(day, 7h + 30min), NightStride);
        if (m_office.isOn()) {
            addBookings(day);
        }
        if (hours > 0) {
            m_faults->planDay(at(day, 8h) - FastTime::now());
        }
        for (std::size_t hour = 0; hour < hours; ++hour) {
            liveHour(at(day, 8h + std::chrono::hours(hour)),
                     VisitorsByHour.at(hour) * m_visitorsADay / 350.0);
        }
        letPassUntil(at(day, 19h), IdleStride);
    }

    void liveHour(Instant begins, double visitors)
    {
        const auto gap = static_cast<std::int64_t>(3600 / visitors);
        for (Instant next = begins; next < begins + 1h;
             next += std::chrono::seconds(m_random.from(gap / 4, gap * 7 / 4))) {
            letPassUntil(next, IdleStride);
            const auto which = static_cast<std::size_t>(m_random.from(0, Terminals - 1));
            m_faults->perhapsNow(which);
            m_visitors.visit(*m_terminals.at(which));
        }
        letPassUntil(begins + 1h, IdleStride);
    }

    void addBookings(Day day)
    {
        for (int booking = 0; booking < 20; ++booking) {
            const std::string code = "W" + std::to_string(++m_bookings + 100);
            const Instant when = at(day, 8h + std::chrono::minutes(15 * m_random.from(1, 30)));
            m_office.addBooking(code, {m_random.from(1, 3)}, when);
            m_visitors.expect(code);
        }
    }

    int m_visitorsADay;
    Random m_random;
    QTemporaryDir m_folder;
    Ledger m_ledger;
    WeekOffice m_office;
    std::vector<std::unique_ptr<Network>> m_networks;
    std::vector<std::unique_ptr<WeekTerminal>> m_terminals;
    Visitors m_visitors;
    std::optional<Faults> m_faults;
    int m_bookings = 0;
};

} // namespace

TEST_CASE("a week of visitors: nothing is lost, nothing is there twice, no screen is stuck")
{
    REQUIRE(ui::loadFonts());
    QLoggingCategory::setFilterRules(u"*=false"_s); // QT_LOGGING_RULES still can say otherwise.
    const long visitors = numberFromEnvironment("TALON_WEEK_VISITORS", 50);
    const long seeds = numberFromEnvironment("TALON_WEEK_SEEDS", 1);
    const long first = numberFromEnvironment("TALON_SEED", 7);
    seedChance(static_cast<std::uint64_t>(first));
    FastTime::begin(at(FirstMonday, 5h));
    for (long seed = first; seed < first + seeds; ++seed) {
        INFO("seed " << seed);
        Week week(static_cast<std::uint64_t>(seed), static_cast<int>(visitors));
        week.live(FirstMonday + std::chrono::days(7 * (seed - first)));
        std::printf("seed %ld: %s; %ld steps of time\n", seed, week.summary().c_str(),
                    FastTime::steps());
        std::fflush(stdout);
    }
}
