#include "tests/controller/queue/random_life.h"

#include "controller/queue/apply.h"
#include "controller/queue/decide.h"
#include "controller/queue/invariants.h"
#include "tests/support/catch.h"
#include "tests/support/random.h"
#include "tests/support/random_commands.h"
#include "tests/support/small_office.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace talon::test {

using namespace queue;

namespace {

constexpr int CommandsPerSeed = 1500;

/// A wall clock that mostly goes on, sometimes jumps to the next days and sometimes back.
class UnsteadyClock
{
public:
    OfficeTime next(Random& random)
    {
        if (random.oneIn(300)) {
            m_day += std::chrono::days{random.from(1, 3)};
            m_minute = 7h + 50min;
        } else if (random.oneIn(150)) {
            m_day -= std::chrono::days{1};
        } else if (random.oneIn(100)) {
            m_minute = std::chrono::minutes{random.from(0, 1439)};
        } else {
            m_minute += std::chrono::minutes{random.from(0, 2)};
        }
        m_minute = std::min(m_minute, std::chrono::minutes{1439});
        return officeTime(m_day, m_minute);
    }

private:
    Day m_day = SmallOfficeDay;
    std::chrono::minutes m_minute = 8h;
};

} // namespace

Office newOffice()
{
    Office office = smallOffice();
    apply(office, SettingsChanged{fullSettings()});
    return office;
}

Life live(std::uint64_t seed, const Watch& watch)
{
    Random random(seed);
    UnsteadyClock clock;
    Life life{.office = newOffice(), .journal = {}};
    Office& office = life.office;
    for (int i = 0; i < CommandsPerSeed; ++i) {
        const OfficeTime time = clock.next(random);
        const Command command = randomCommand(random, office, time);
        const Office before = office;
        const Decision decision = decide(office, command, time);
        INFO("seed " << seed << " command " << i);
        REQUIRE(office == before);
        if (!decision) {
            watch.refused({office, command, decision.error(), time});
            continue;
        }
        for (const Event& event : *decision) {
            apply(office, event);
            life.journal.push_back(event);
            const auto broken = brokenInvariant(office);
            INFO(name(event) << ": " << broken.value_or(""));
            REQUIRE_FALSE(broken);
        }
        watch.accepted({before, command, *decision, office, time});
    }
    return life;
}

} // namespace talon::test
