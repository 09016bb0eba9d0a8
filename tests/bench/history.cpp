#include "tests/bench/history.h"

#include "controller/queue/apply.h"
#include "controller/queue/decide.h"

#include <stdexcept>

namespace talon::bench {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t EntriesACommit = 2'000;
constexpr int WaitingAtTheEnd = 40;
/// The office of settingsForLoad() lives in Europe/Saratov.
constexpr auto UtcOffset = 4h;

journal::Journal openOrThrow(const std::filesystem::path& path, History::Snapshots snapshots)
{
    journal::OpenOptions options;
    if (snapshots == History::Snapshots::Seldom) {
        options.snapshotEvery = 1'000'000;
    }
    auto journal = journal::Journal::open(path.string(), options);
    if (!journal) {
        throw std::runtime_error(journal.error().what);
    }
    return *std::move(journal);
}

} // namespace

History::History(const std::filesystem::path& journal, Snapshots snapshots)
    : m_journal(openOrThrow(journal, snapshots))
{
    journal::Memory memory = m_journal.takeMemory();
    m_office = std::move(memory.office);
    m_seq = memory.seq;
}

void History::liveUntil(Day end, int ticketsADay)
{
    for (Day day = std::max(m_office.day + std::chrono::days{1}, Day{}); day < end;
         day += std::chrono::days{1}) {
        if (std::chrono::weekday(day) != std::chrono::Sunday) {
            m_withAnswers = end - day <= std::chrono::days{8};
            liveDay(day, ticketsADay);
        }
    }
}

void History::liveDay(Day day, int tickets)
{
    constexpr auto Opens = 8h;
    const auto between = std::chrono::milliseconds(7h) / std::max(1, tickets);
    m_time = {.now = Instant{day} + Opens - UtcOffset, .day = day, .minuteOfDay = Opens};
    const auto& windows = m_office.settings.windows;
    const auto services = static_cast<int>(m_office.settings.services.size());
    for (const Window& window : windows) {
        keep(queue::OpenWindow{.window = window.id, .clerk = {window.id.value}}, "staff:1");
    }
    for (int i = 0; i < tickets; ++i) {
        m_time.now += between;
        m_time.minuteOfDay =
            std::chrono::floor<std::chrono::minutes>(m_time.now + UtcOffset - Instant{day});
        keep(queue::IssueTicket{.service = {i % services + 1}, .category = {}, .language = "ru"},
             "device:1");
        keep(queue::ReportPrint{.visit = {m_office.lastVisit}, .outcome = PrintOutcome::Printed},
             "device:1");
        if (i >= WaitingAtTheEnd) {
            const auto at = static_cast<std::size_t>(i) % windows.size();
            serve(windows[at].id, i % 12 != 0);
        }
    }
}

void History::serve(WindowId window, bool comes)
{
    const StaffId clerk{window.value};
    keep(queue::CallNext{.window = window, .clerk = clerk}, "staff:1");
    if (!comes) {
        keep(queue::MarkNoShow{.window = window, .clerk = clerk}, "staff:1");
        return;
    }
    keep(queue::StartService{.window = window, .clerk = clerk}, "staff:1");
    keep(queue::FinishVisit{.window = window, .clerk = clerk, .topic = TopicId{1}}, "staff:1");
}

void History::keep(const queue::Command& command, const char* by)
{
    auto decision = queue::decide(m_office, command, m_time);
    if (!decision) {
        throw std::runtime_error("the past refuses: " + std::string(name(decision.error())));
    }
    for (const queue::Event& event : *decision) {
        queue::apply(m_office, event);
    }
    m_seq += static_cast<std::int64_t>(decision->size());
    journal::Entry entry{.at = m_time.now,
                         .by = by,
                         .events = *std::move(decision),
                         .answer = std::nullopt,
                         .accounts = {}};
    if (m_withAnswers) {
        // About as long as a ticket is.
        entry.answer = journal::StoredAnswer{
            .key = "past-" + std::to_string(m_seq) + "-" + std::to_string(++m_keys),
            .fingerprint = std::string(64, 'f'),
            .status = 200,
            .body = R"({"past":")" + std::string(140, '.') + R"("})"};
    }
    m_batch.push_back(std::move(entry));
    if (m_batch.size() >= EntriesACommit) {
        finish();
    }
}

void History::finish()
{
    if (m_batch.empty()) {
        return;
    }
    if (const auto kept = m_journal.append(m_batch); !kept) {
        throw std::runtime_error(kept.error().what);
    }
    m_batch.clear();
}

} // namespace talon::bench
