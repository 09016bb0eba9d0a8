#include "tests/controller/journal/office_life.h"

#include "controller/journal/visit_table.h"
#include "controller/queue/apply.h"
#include "controller/queue/decide.h"
#include "tests/support/random_commands.h"
#include "tests/support/small_office.h"

using namespace std::chrono_literals;

namespace talon::test {

OfficeLife::OfficeLife(std::uint64_t seed)
    : m_random(seed)
    , m_time(officeTime(SmallOfficeDay, 8h))
{}

journal::Entry OfficeLife::next()
{
    const int number = m_entries++;
    journal::Entry entry{
        .at = m_time.now, .by = "staff:1", .events = {}, .answer = std::nullopt, .accounts = {}};
    if (number == 0) {
        entry.events = {queue::SettingsChanged{fullSettings()}};
        entry.accounts = {staff::StaffSaved{
            {.id = {1}, .login = "anna", .name = "Анна", .passwordHash = "$argon2id$1"}}};
    } else if (m_random.oneIn(20)) {
        entry.accounts = {accountChange()};
    } else {
        queue::Decision decision = Unexpected(queue::Refusal::QueueEmpty);
        while (!decision) {
            passTime();
            decision = queue::decide(m_office, randomCommand(m_random, m_office, m_time), m_time);
        }
        entry.at = m_time.now;
        entry.events = *std::move(decision);
        entry.answer = journal::StoredAnswer{.key = "key-" + std::to_string(number),
                                             .fingerprint = "f" + std::to_string(number % 7),
                                             .status = 200,
                                             .body = R"({"seq":)" + std::to_string(number) + "}"};
    }
    live(entry);
    return entry;
}

void OfficeLife::skipToNextDay()
{
    m_time = officeTime(m_time.day + std::chrono::days{1}, 8h);
}

staff::AccountChange OfficeLife::accountChange()
{
    const std::string token = "token" + std::to_string(m_random.from(1, 3));
    switch (m_random.from(0, 3)) {
    case 0: {
        const std::int64_t id = m_random.from(1, 4);
        return staff::StaffSaved{
            {.id = {id},
             .login = "clerk" + std::to_string(id),
             .name = "Имя " + std::to_string(m_random.from(1, 99)),
             .role = staff::Roles.at(static_cast<std::size_t>(m_random.from(0, 3))),
             .passwordHash = "$argon2id$" + std::to_string(m_random.from(1, 99))}};
    }
    case 1: {
        const std::int64_t id = m_random.from(1, 3);
        return staff::DeviceSaved{
            {.id = {id},
             .kind = staff::DeviceKinds.at(static_cast<std::size_t>(m_random.from(0, 1))),
             .name = "hall",
             .tokenHash = "d" + std::to_string(id) + "-" + std::to_string(m_random.from(1, 99))}};
    }
    case 2:
        // Outlives every test: ended sessions are forgotten by the file at a day's start.
        return staff::SessionOpened{
            {.tokenHash = token, .staff = {1}, .expiresAt = m_time.now + 100'000h}};
    default: return staff::SessionClosed{token};
    }
}

void OfficeLife::passTime()
{
    std::chrono::minutes minute = m_time.minuteOfDay + std::chrono::minutes{m_random.from(0, 1)};
    Day day = m_time.day;
    if (minute > 17h + 30min || m_random.oneIn(200)) {
        minute = 7h + 55min;
        day += std::chrono::days{1};
    }
    m_time = officeTime(day, minute);
}

void OfficeLife::live(const journal::Entry& entry)
{
    for (const queue::Event& event : entry.events) {
        queue::apply(m_office, event);
        ++m_seq;
        if (!std::holds_alternative<queue::DayStarted>(event)) {
            for (const auto& [id, visit] : m_office.visits) {
                m_visits[visit.day][id] = journal::recorded(visit);
            }
        }
    }
    for (const staff::AccountChange& change : entry.accounts) {
        staff::apply(m_accounts, change);
    }
    if (entry.answer) {
        m_answers[entry.answer->key] = *entry.answer;
    }
}

} // namespace talon::test
