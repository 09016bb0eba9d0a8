#pragma once

#include "controller/api/office_access.h"
#include "controller/journal/journal.h"
#include "controller/runtime/foresight.h"
#include "controller/runtime/journal_writer.h"
#include "controller/runtime/office_clock.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <unordered_map>

namespace talon::runtime {

/// The loop that the office lives in:
///
///     command -> decide -> journal (group commit) -> apply -> answer and publish
///
/// It keeps the office twice. `ahead` is the office as decided, `office` as it is durable. A
/// command is decided on the first, so that many can share one commit; everything shown, answered
/// or called comes from the second. When the disk is full, `ahead` falls back to `office` and those
/// who waited hear 503: nothing was promised to them. When the disk fails, the process ends.
class Runtime : public QObject, public api::OfficeAccess
{
    Q_OBJECT

public:
    struct Parts
    {
        journal::Journal journal;
        journal::Memory memory;
        journal::Reader reader;
        OfficeClock clock;
    };

    explicit Runtime(Parts parts);
    ~Runtime() override;

    const queue::Office& office() const override { return m_office; }
    const staff::Accounts& accounts() const override { return m_accounts; }
    std::int64_t seq() const override { return m_seq; }
    std::int64_t epoch() const override { return m_epoch; }
    OfficeTime time() const override { return m_clock.now(); }
    int utcOffsetMinutes() const override { return m_clock.utcOffsetMinutes(); }
    std::optional<Instant> opensAt() const override { return m_clock.opensAt(m_office.settings); }
    std::optional<Instant> opensAt(const Service& service, bool alsoToday) const override
    {
        return m_clock.opensAt(m_office.settings, service, alsoToday);
    }
    Instant instantAt(Day day, std::chrono::minutes minute) const override
    {
        return m_clock.instantAt(day, minute);
    }
    bool knowsZone(const std::string& ianaName) const override
    {
        return OfficeClock::knowsZone(ianaName);
    }
    const forecast::Forecast& forecast() const override { return m_foresight.forecast(); }

    void submit(api::Submission submission) override;
    void keep(const staff::AccountChange& change, std::function<void(bool)> done) override;
    void verifyPassword(std::string password,
                        std::string hash,
                        std::function<void(std::optional<bool>)> done) override;
    void findPin(std::string pin,
                 std::vector<std::string> hashes,
                 std::function<void(std::optional<PinFound>)> done) override;
    std::optional<std::vector<queue::Visit>> visitsOn(Day day) override;

Q_SIGNALS:
    /// These events, the first of them numbered firstSeq, are durable and part of the office.
    void committed(std::int64_t firstSeq, const std::vector<talon::queue::Event>& events);

    /// What is forecast has changed.
    void forecastChanged();

private:
    using Done = std::function<void(const api::Answer&)>;

    /// An entry on its way to the disk.
    struct Flight
    {
        std::string key;
        std::string fingerprint;
        std::string abandonedKey = {};
        std::vector<queue::Event> events;
        std::vector<staff::AccountChange> accounts;
        api::Answer answer;
        std::vector<Done> waiting; ///< More than one when a request was repeated meanwhile.
    };

    void fly(Flight flight, std::string by);
    void onWritten(std::size_t count, const JournalWriter::Written& result);
    void land(const Flight& flight, std::vector<queue::Event>& landed);
    void fail(std::size_t count);
    void forgetKeys(const Flight& flight);
    Expected<std::optional<VisitId>, journal::JournalError> visitMadeBy(const std::string& key);
    bool answerRepeated(const api::Submission& submission);
    void answerSoon(Done done, api::Answer answer);
    void useSettings(const OfficeSettings& settings);
    void tick();
    template <class Told, class Work>
    void workOnPassword(Told done, Work work);
    void settle();
    bool submitOwn(const queue::Command& command);
    void refreshForecast();
    void promise(queue::Command& command);
    void learnNextDay();

    OfficeClock m_clock;
    queue::Office m_office;
    queue::Office m_ahead;
    staff::Accounts m_accounts;
    std::int64_t m_seq;
    std::int64_t m_epoch;
    journal::Reader m_reader;
    std::deque<Flight> m_flights; ///< In the order of the journal.
    std::unordered_map<std::string, Flight*> m_flightByKey;
    bool m_failing = false; ///< The journal lost a batch; waits until all in flight are back.
    QThreadPool m_passwordThreads;
    int m_passwordsWaiting = 0;
    Foresight m_foresight;
    std::vector<Day> m_daysToLearn; ///< Oldest last.
    Instant m_startedAt;            ///< What ended before is learned, what ends later observed.
    QTimer m_tick;
    QTimer m_refresh;
    JournalWriter m_writer; ///< Last: its thread calls the others.
};

} // namespace talon::runtime
