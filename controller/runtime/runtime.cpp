#include "controller/runtime/runtime.h"

#include "controller/queue/apply.h"
#include "controller/queue/decide.h"
#include "controller/runtime/exit_code.h"
#include "controller/staff/password.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/ticket_json.h"
#include "controller/staff/pin.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <chrono>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::runtime {

namespace {

Q_LOGGING_CATEGORY(lcRuntime, "talon.controller.runtime")

constexpr auto TickEvery = 5s;
constexpr auto ForecastAfter = 150ms; ///< Of an event: those that come together share one.
constexpr int StepsMax = 64;          ///< Of what happens by itself at one moment.
constexpr int DaysLearned = 14;
constexpr int PasswordThreads = 2;
constexpr int PasswordsWaitingMax = 16;
constexpr int VisitsADayMax = 20'000;

QByteArray bodyOf(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

api::Answer refused(queue::Refusal refusal)
{
    const std::string_view reason = queue::name(refusal);
    return {.status = 409,
            .body = bodyOf(
                {{u"refusal"_s, QString::fromUtf8(reason.data(), qsizetype(reason.size()))}})};
}

api::Answer failed(int status, const QString& error)
{
    return {.status = status, .body = bodyOf({{u"error"_s, error}})};
}

api::Answer storageFull()
{
    return failed(503, u"the controller's disk is full, nothing was kept; try again later"_s);
}

api::Answer keyReused()
{
    return failed(422, u"Idempotency-Key was used for another request"_s);
}

} // namespace

Runtime::Runtime(Parts parts)
    : m_clock(parts.clock)
    , m_office(std::move(parts.memory.office))
    , m_ahead(m_office)
    , m_accounts(std::move(parts.memory.accounts))
    , m_seq(parts.memory.seq)
    , m_epoch(parts.memory.epoch)
    , m_reader(std::move(parts.reader))
    , m_writer(std::move(parts.journal),
               [this](std::size_t count, const JournalWriter::Written& result) {
                   if (!result && result.error().kind != journal::JournalError::Kind::Full) {
                       // What a failed sync lost cannot be known: only a restart reads it anew.
                       qCCritical(lcRuntime, "%s", result.error().what.c_str());
                       std::_Exit(static_cast<int>(ExitCode::DiskFailed));
                   }
                   QMetaObject::invokeMethod(
                       this, [this, count, result] { onWritten(count, result); },
                       Qt::QueuedConnection);
               })
{
    m_startedAt = m_clock.now().now;
    m_passwordThreads.setMaxThreadCount(PasswordThreads);
    useSettings(m_office.settings);
    connect(&m_tick, &QTimer::timeout, this, &Runtime::tick);
    m_tick.start(TickEvery);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &Runtime::refreshForecast);
    for (int ago = 1; ago <= DaysLearned; ++ago) {
        m_daysToLearn.push_back(m_office.day - std::chrono::days{ago});
    }
    tick();
    // The doors open first: the past is learned day by day in between.
    QMetaObject::invokeMethod(this, &Runtime::learnNextDay, Qt::QueuedConnection);
}

Runtime::~Runtime()
{
    m_passwordThreads.waitForDone();
}

void Runtime::submit(api::Submission submission)
{
    if (answerRepeated(submission)) {
        return;
    }
    if (m_failing) {
        answerSoon(std::move(submission.done), storageFull());
        return;
    }
    promise(submission.command);
    if (auto* const handOver = std::get_if<queue::HandOverTicket>(&submission.command)) {
        const auto made = visitMadeBy(submission.abandons);
        if (!made) {
            // Without knowing it the visitor could be in the queue twice.
            qCWarning(lcRuntime, "%s", made.error().what.c_str());
            answerSoon(std::move(submission.done), failed(503, u"the journal cannot be read"_s));
            return;
        }
        handOver->instead = *made;
    }
    auto decision = queue::decide(m_ahead, submission.command, m_clock.now());
    if (!decision) {
        answerSoon(std::move(submission.done), refused(decision.error()));
        return;
    }
    for (const queue::Event& event : *decision) {
        queue::apply(m_ahead, event);
    }
    m_foresight.expect(*decision);
    QByteArray body = submission.reply(m_ahead, *decision);
    fly({.key = std::move(submission.key),
         .fingerprint = std::move(submission.fingerprint),
         .abandonedKey = std::move(submission.abandons),
         .events = *std::move(decision),
         .accounts = {},
         .answer = {.status = 200, .body = std::move(body)},
         .waiting = {std::move(submission.done)}},
        std::move(submission.by));
    settle();
}

void Runtime::keep(const staff::AccountChange& change, std::function<void(bool)> done)
{
    const auto answered = [done = std::move(done)](const api::Answer& answer) {
        done(answer.status == 200);
    };
    if (m_failing) {
        answerSoon(answered, storageFull());
        return;
    }
    fly({.key = {},
         .fingerprint = {},
         .events = {},
         .accounts = {change},
         .answer = {},
         .waiting = {answered}},
        "office");
}

void Runtime::fly(Flight flight, std::string by)
{
    journal::Entry entry{.at = m_clock.now().now,
                         .by = std::move(by),
                         .events = flight.events,
                         .answer = std::nullopt,
                         .accounts = flight.accounts,
                         .abandonedKey = flight.abandonedKey};
    if (!flight.key.empty()) {
        entry.answer = journal::StoredAnswer{.key = flight.key,
                                             .fingerprint = flight.fingerprint,
                                             .status = flight.answer.status,
                                             .body = flight.answer.body.toStdString()};
    }
    m_flights.push_back(std::move(flight));
    Flight& inTheAir = m_flights.back();
    if (!inTheAir.key.empty()) {
        m_flightByKey[inTheAir.key] = &inTheAir;
    }
    if (!inTheAir.abandonedKey.empty()) {
        m_flightByKey.try_emplace(inTheAir.abandonedKey, &inTheAir);
    }
    m_writer.write(std::move(entry));
}

/// Before the flight is moved: the map points to it.
void Runtime::forgetKeys(const Flight& flight)
{
    for (const std::string& key : {flight.key, flight.abandonedKey}) {
        const auto found = m_flightByKey.find(key);
        if (found != m_flightByKey.end() && found->second == &flight) {
            m_flightByKey.erase(found);
        }
    }
}

/// The visit that the request with this key began, if it was done and did.
Expected<std::optional<VisitId>, journal::JournalError> Runtime::visitMadeBy(const std::string& key)
{
    if (key.empty()) {
        return std::optional<VisitId>();
    }
    QByteArray body;
    if (const auto flight = m_flightByKey.find(key); flight != m_flightByKey.end()) {
        body = flight->second->answer.body;
    } else {
        const auto stored = m_reader.findAnswer(key);
        if (!stored) {
            return Unexpected(stored.error());
        }
        body = *stored ? QByteArray::fromStdString((*stored)->body) : QByteArray();
    }
    const auto object = wire::objectFromText(body);
    const auto ticket = object ? wire::ticketFromJson(*object)
                               : Expected<wire::Ticket, ParseError>(Unexpected(object.error()));
    return ticket ? std::optional(ticket->visit) : std::nullopt;
}

/// Whether this request was heard before: in flight now, or answered at any time.
bool Runtime::answerRepeated(const api::Submission& submission)
{
    if (submission.key.empty()) {
        return false;
    }
    if (const auto flight = m_flightByKey.find(submission.key); flight != m_flightByKey.end()) {
        if (flight->second->fingerprint == submission.fingerprint) {
            flight->second->waiting.push_back(submission.done);
        } else {
            answerSoon(submission.done, keyReused());
        }
        return true;
    }
    const auto stored = m_reader.findAnswer(submission.key);
    if (!stored) {
        // Without knowing whether it was done, doing it could make a second ticket.
        qCWarning(lcRuntime, "%s", stored.error().what.c_str());
        answerSoon(submission.done, failed(503, u"the journal cannot be read"_s));
        return true;
    }
    const std::optional<journal::StoredAnswer>& answer = *stored;
    if (!answer) {
        return false;
    }
    answerSoon(submission.done, answer->fingerprint == submission.fingerprint
                                    ? api::Answer{.status = answer->status,
                                                  .body = QByteArray::fromStdString(answer->body)}
                                    : keyReused());
    return true;
}

void Runtime::answerSoon(Done done, api::Answer answer)
{
    QMetaObject::invokeMethod(
        this, [done = std::move(done), answer = std::move(answer)] { done(answer); },
        Qt::QueuedConnection);
}

void Runtime::onWritten(std::size_t count, const JournalWriter::Written& result)
{
    if (!result) {
        if (!m_failing) {
            qCCritical(lcRuntime, "%s", result.error().what.c_str());
        }
        fail(count);
        return;
    }
    std::vector<queue::Event> landed;
    std::vector<Flight> flights;
    const std::int64_t firstSeq = m_seq + 1;
    for (std::size_t i = 0; i < count; ++i) {
        forgetKeys(m_flights.front());
        flights.push_back(std::move(m_flights.front()));
        m_flights.pop_front();
        land(flights.back(), landed);
    }
    // Only now, with the whole commit in the office, does anybody hear of it.
    for (const Flight& flight : flights) {
        for (const Done& done : flight.waiting) {
            done(flight.answer);
        }
    }
    if (!landed.empty()) {
        Q_EMIT committed(firstSeq, landed);
        if (!m_refresh.isActive()) {
            m_refresh.start(ForecastAfter);
        }
    }
}

void Runtime::land(const Flight& flight, std::vector<queue::Event>& landed)
{
    for (const queue::Event& event : flight.events) {
        queue::apply(m_office, event);
        m_foresight.observe(m_office, event);
        if (const auto* changed = std::get_if<queue::SettingsChanged>(&event)) {
            useSettings(changed->settings);
        }
    }
    for (const staff::AccountChange& change : flight.accounts) {
        staff::apply(m_accounts, change);
    }
    m_seq += static_cast<std::int64_t>(flight.events.size());
    landed.insert(landed.end(), flight.events.begin(), flight.events.end());
}

void Runtime::fail(std::size_t count)
{
    m_failing = true;
    std::vector<Flight> flights;
    for (std::size_t i = 0; i < count; ++i) {
        forgetKeys(m_flights.front());
        flights.push_back(std::move(m_flights.front()));
        m_flights.pop_front();
    }
    if (m_flights.empty()) {
        m_ahead = m_office;
        m_failing = false;
        m_writer.resume();
    }
    for (const Flight& flight : flights) {
        for (const Done& done : flight.waiting) {
            done(storageFull());
        }
    }
}

/// Hands `done` the outcome of work off the main thread; none soon, when too many wait.
template <class Told, class Work>
void Runtime::workOnPassword(Told done, Work work)
{
    if (m_passwordsWaiting >= PasswordsWaitingMax) {
        QMetaObject::invokeMethod(
            this, [done = std::move(done)] { done(std::nullopt); }, Qt::QueuedConnection);
        return;
    }
    ++m_passwordsWaiting;
    m_passwordThreads.start([this, work = std::move(work), done = std::move(done)] {
        auto outcome = work();
        QMetaObject::invokeMethod(
            this,
            [this, outcome, done] {
                --m_passwordsWaiting;
                done(outcome);
            },
            Qt::QueuedConnection);
    });
}

void Runtime::verifyPassword(std::string password,
                             std::string hash,
                             std::function<void(std::optional<bool>)> done)
{
    workOnPassword(std::move(done), [password = std::move(password), hash = std::move(hash)] {
        return staff::passwordFits(password, hash);
    });
}

void Runtime::findPin(std::string pin,
                      std::vector<std::string> hashes,
                      std::function<void(std::optional<PinFound>)> done)
{
    workOnPassword(std::move(done), [pin = std::move(pin), hashes = std::move(hashes)] {
        return PinFound{staff::pinAmong(pin, hashes)};
    });
}

std::optional<std::vector<queue::Visit>> Runtime::visitsOn(Day day)
{
    auto visits = m_reader.visitsOn(day, VisitsADayMax);
    if (!visits) {
        qCWarning(lcRuntime, "%s", visits.error().what.c_str());
        return std::nullopt;
    }
    return *std::move(visits);
}

void Runtime::useSettings(const OfficeSettings& settings)
{
    if (const auto known = m_clock.setZone(settings.timeZone, settings.dayBegins); !known) {
        qCCritical(lcRuntime, "%s", describe(known.error()).c_str());
    }
}

/// What happens by itself: a new day, a hold that is over, a break that begins.
void Runtime::tick()
{
    settle();
    refreshForecast();
}

/// One thing may bring the next: until nothing happens any more.
void Runtime::settle()
{
    for (int step = 0; step < StepsMax && submitOwn(queue::Tick{}); ++step) {
    }
}

/// A command that nobody sent. Whether anything came of it.
bool Runtime::submitOwn(const queue::Command& command)
{
    if (m_failing) {
        return false;
    }
    auto decision = queue::decide(m_ahead, command, m_clock.now());
    if (!decision || decision->empty()) {
        return false;
    }
    for (const queue::Event& event : *decision) {
        queue::apply(m_ahead, event);
    }
    m_foresight.expect(*decision);
    fly({.key = {},
         .fingerprint = {},
         .events = *std::move(decision),
         .accounts = {},
         .answer = {},
         .waiting = {}},
        "office");
    return true;
}

void Runtime::refreshForecast()
{
    const bool changed = m_foresight.refresh(m_ahead, m_clock.now());
    for (const queue::SetLastTicket& command : m_foresight.lastTickets(m_ahead, m_clock.now())) {
        submitOwn(command);
    }
    if (changed) {
        Q_EMIT forecastChanged();
    }
}

/// A ticket says how long it will take, and the journal what it said.
void Runtime::promise(queue::Command& command)
{
    const OfficeTime time = m_clock.now();
    if (auto* const issue = std::get_if<queue::IssueTicket>(&command)) {
        issue->promised =
            m_foresight.promise(m_ahead, time, issue->service, issue->category, std::nullopt);
    } else if (auto* const checkIn = std::get_if<queue::CheckIn>(&command)) {
        if (const Booking* const booking = queue::findBooking(m_ahead, checkIn->booking)) {
            checkIn->promised = m_foresight.promise(m_ahead, time, booking->service,
                                                    checkIn->category, booking->at);
        }
    }
}

void Runtime::learnNextDay()
{
    if (m_daysToLearn.empty()) {
        for (const auto& [id, visit] : m_office.visits) {
            if (visit.endedAt && visit.endedAt < m_startedAt) {
                m_foresight.learn(visit);
            }
        }
        refreshForecast();
        return;
    }
    const Day day = m_daysToLearn.back();
    m_daysToLearn.pop_back();
    for (const queue::Visit& visit : visitsOn(day).value_or(std::vector<queue::Visit>{})) {
        if (visit.endedAt) {
            m_foresight.learn(visit);
        }
    }
    QMetaObject::invokeMethod(this, &Runtime::learnNextDay, Qt::QueuedConnection);
}

} // namespace talon::runtime
