#include "terminal/offline/hand_over.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.handover")

constexpr auto Patience = 10s; ///< Of one request; then the next look at the link.
constexpr auto PauseMin = 500ms;
constexpr auto PauseMax = 30s;
constexpr auto LookEvery = 60s;
constexpr auto AskAtMostEvery = 10min;  ///< For more numbers, when none were given since.
constexpr auto AskAtLeastEvery = 60min; ///< Services, hours and letters may have changed.

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::vector<LeasedDay> daysIn(const std::optional<std::string>& text)
{
    const auto object = wire::objectFromText(QByteArray::fromStdString(text.value_or("{}")));
    auto leases = object ? wire::numberLeasesFromJson(*object)
                         : Expected<wire::NumberLeases, ParseError>(Unexpected(object.error()));
    return leases ? std::move(leases->days) : std::vector<LeasedDay>();
}

} // namespace

HandOver::HandOver(link::ControllerLink& link, OfflineDesk& desk, Clock now, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_desk(desk)
    , m_now(std::move(now))
    , m_count(desk.waitingCount())
{
    m_desk.recall(daysIn(m_desk.document(Document::Leases)));
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &HandOver::goOn);
    m_minute.setInterval(LookEvery);
    connect(&m_minute, &QTimer::timeout, this, &HandOver::goOn);
    m_minute.start();
    connect(&link, &link::ControllerLink::connectedChanged, this, &HandOver::onConnected);
    connect(&link, &link::ControllerLink::viewArrived, this, &HandOver::onView);
    if (m_count > 0) {
        qCInfo(log, "%d tickets wait to be handed over", m_count);
    }
}

HandOver::~HandOver()
{
    if (m_busy) {
        m_link.cancel(m_key); // The next start sends it again.
    }
}

Expected<KeptTicket, NoNumber> HandOver::give(const OfflineWish& wish)
{
    auto kept = m_desk.give(wish, m_now(),
                            QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString());
    if (kept) {
        qCInfo(log, "ticket %s is given without the controller", kept->ticket.number.c_str());
        m_gaveSome = true;
        noticeCount();
        QMetaObject::invokeMethod(this, &HandOver::goOn, Qt::QueuedConnection);
    } else {
        qCWarning(log, "service %lld gives no ticket without the controller: %s",
                  static_cast<long long>(wish.service.value), name(kept.error()).data());
    }
    return kept;
}

void HandOver::settlePaper(const std::string& key, PrintOutcome outcome)
{
    if (stored(m_desk.settlePaper(key, outcome))) {
        goOn();
    }
}

void HandOver::onConnected(bool connected)
{
    if (connected) {
        m_pause = 0ms;
        m_mustAsk = true;
        m_retry.stop();
        goOn();
    }
}

/// A view tells the epoch of the journal that it comes from.
void HandOver::onView()
{
    if (m_link.epoch() == m_epoch) {
        return;
    }
    m_epoch = m_link.epoch();
    const auto again = m_desk.noticeEpoch(m_epoch);
    if (!again) {
        stored(Unexpected(again.error()));
        return;
    }
    if (*again) {
        qCWarning(log,
                  "the controller's journal was restored, epoch %lld: the tickets of the last days "
                  "are handed over again",
                  static_cast<long long>(m_epoch));
    }
    m_mustAsk = true;
    noticeCount();
    goOn();
}

void HandOver::goOn()
{
    if (m_busy || m_hasFailed || !m_link.isConnected() || m_retry.isActive()) {
        return;
    }
    m_busy = handOverNext() || tellNextPaper() || askForNumbers();
}

bool HandOver::handOverNext()
{
    const auto next = m_desk.nextToHandOver();
    if (!next) {
        stored(Unexpected(next.error()));
        return false;
    }
    if (!*next) {
        return false;
    }
    const KeptTicket kept = **next;
    m_key = m_link.post(
        u"/api/tickets/offline"_s, wire::toJson(kept.ticket), Patience,
        [this, kept](const auto& answer) { onHandedOver(kept, answer); },
        {.key = QByteArray::fromStdString(kept.key)});
    return true;
}

HandOver::Outcome HandOver::outcomeOf(const Expected<QJsonObject, link::LinkError>& answer)
{
    if (answer) {
        return Outcome::Done;
    }
    const link::LinkError& error = answer.error();
    // Not for this device, or not known to this controller: that is no fault of the ticket.
    const bool ofSender =
        error.status == 401 || error.status == 403 || error.status == 404 || error.status == 405;
    return error.kind == link::LinkError::Kind::Unreachable || ofSender ? Outcome::TryLater
                                                                        : Outcome::Unfit;
}

void HandOver::onHandedOver(const KeptTicket& kept,
                            const Expected<QJsonObject, link::LinkError>& answer)
{
    m_busy = false;
    const std::string& number = kept.ticket.number;
    switch (outcomeOf(answer)) {
    case Outcome::TryLater:
        qCInfo(log, "ticket %s waits: %s", number.c_str(), qUtf8Printable(answer.error().what));
        pause();
        return;
    case Outcome::Unfit:
        qCWarning(log, "ticket %s is not taken by the controller and is kept: %s %s",
                  number.c_str(), qUtf8Printable(answer.error().what),
                  qUtf8Printable(answer.error().refusal));
        if (stored(m_desk.setAside(kept.seq))) {
            noticeCount();
            goOn();
        }
        return;
    case Outcome::Done: break;
    }
    m_pause = 0ms;
    const auto read = wire::handedOverFromJson(*answer);
    if (!read) {
        // It is done, and what it became is the controller's to know.
        qCWarning(log, "ticket %s: the answer cannot be read: %s", number.c_str(),
                  describe(read.error()).c_str());
    }
    const wire::HandedOver result = read ? *read : wire::HandedOver{};
    const auto visit = result.ticket ? std::optional(result.ticket->visit) : std::nullopt;
    if (!stored(m_desk.handedOver(kept.seq, visit, m_epoch))) {
        return;
    }
    if (result.late) {
        qCWarning(log, "ticket %s is recorded, and no visit: %s", number.c_str(),
                  name(*result.late).data());
    }
    noticeCount();
    Q_EMIT handedOver(kept.ticket, result);
    goOn();
}

bool HandOver::tellNextPaper()
{
    const auto next = m_desk.nextPaperToTell();
    if (!next) {
        return false;
    }
    const PrintOutcome outcome = next->ticket.paper;
    // One key for one outcome: a repeat is the same request, another outcome is another.
    const std::string key = next->key + "-" + std::string(name(outcome));
    m_key = m_link.post(
        u"/api/tickets/%1/print-report"_s.arg(next->visit->value),
        wire::toJson(wire::PrintReport{outcome}), Patience,
        [this, seq = next->seq, outcome](const auto& answer) {
            m_busy = false;
            if (outcomeOf(answer) == Outcome::TryLater && answer.error().status != 404) {
                pause();
            } else if (stored(m_desk.paperTold(seq, outcome))) {
                goOn(); // Refused: it is known already, or the visit's day is over.
            }
        },
        {.key = QByteArray::fromStdString(key)});
    return true;
}

bool HandOver::askForNumbers()
{
    const auto isOver = [this](std::chrono::milliseconds time) {
        return !m_asked.isValid() || m_asked.hasExpired(time.count());
    };
    const bool mayAsk = m_gaveSome || isOver(AskAtMostEvery);
    if (!m_mustAsk && !isOver(AskAtLeastEvery) && !(mayAsk && m_desk.book().wantsMore(m_now()))) {
        return false;
    }
    m_gaveSome = false;
    m_mustAsk = false;
    m_asked.start();
    m_key = m_link.post(u"/api/number-leases"_s, wire::toJson(wire::LeaseRequest{m_desk.storeId()}),
                        Patience, [this](const auto& answer) { onNumbers(answer); });
    return true;
}

void HandOver::onNumbers(const Expected<QJsonObject, link::LinkError>& answer)
{
    m_busy = false;
    if (!answer) {
        qCWarning(log, "no numbers: %s %s", qUtf8Printable(answer.error().what),
                  qUtf8Printable(answer.error().refusal));
        m_mustAsk = outcomeOf(answer) == Outcome::TryLater;
        pause();
        return;
    }
    m_pause = 0ms;
    auto leases = wire::numberLeasesFromJson(*answer);
    if (!leases) {
        qCWarning(log, "numbers that cannot be read: %s", describe(leases.error()).c_str());
        return;
    }
    if (!stored(m_desk.hold(std::move(leases->days), compact(*answer).toStdString()))) {
        return;
    }
    if (const auto today = m_desk.book().dayAt(m_now())) {
        stored(m_desk.forgetOld(*today));
    }
    Q_EMIT leasesChanged();
    goOn();
}

/// Waits, longer each time; the link's return ends it.
void HandOver::pause()
{
    m_pause = std::clamp(m_pause * 2, std::chrono::milliseconds(PauseMin),
                         std::chrono::milliseconds(PauseMax));
    m_retry.start(m_pause);
}

bool HandOver::stored(const Expected<Done, StoreError>& done)
{
    if (done) {
        return true;
    }
    qCCritical(log, "%s", done.error().what.c_str());
    if (done.error().kind == StoreError::Kind::Full) {
        pause();
    } else if (!std::exchange(m_hasFailed, true)) {
        Q_EMIT storeFailed(QString::fromStdString(done.error().what));
    }
    return false;
}

void HandOver::noticeCount()
{
    if (const int count = m_desk.waitingCount(); count != m_count) {
        m_count = count;
        Q_EMIT waitingCountChanged(count);
    }
}

} // namespace talon::terminal
