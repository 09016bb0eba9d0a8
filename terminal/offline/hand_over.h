#pragma once

#include "shared/link/controller_link.h"
#include "shared/wire/offline_json.h"
#include "terminal/offline/offline_desk.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace talon::terminal {

/// Takes a terminal's own tickets to the controller: in order, one at a time, each under the key
/// that it keeps for ever; and sees to it that the terminal holds numbers while it is connected.
///
/// It begins by itself whenever the link is connected, and never gives up: what waits, waits for
/// the controller's return, over restarts and power cuts of either side.
class HandOver : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<Instant()>;

    /// `now` is the office's time, as far as the terminal knows it.
    HandOver(link::ControllerLink& link, OfflineDesk& desk, Clock now, QObject* parent = nullptr);
    ~HandOver() override;

    /// A ticket from the terminal's own numbers. It is on the disk: it may be printed.
    Expected<KeptTicket, NoNumber> give(const OfflineWish& wish);

    /// What became of the paper of a ticket that give() made.
    void settlePaper(const std::string& key, PrintOutcome outcome);

    /// Tickets that the controller does not have yet.
    int waitingCount() const { return m_desk.waitingCount(); }

Q_SIGNALS:
    void handedOver(const talon::OfflineTicket& ticket, const talon::wire::HandedOver& result);
    void waitingCountChanged(int count);
    void leasesChanged();

    /// The terminal's store does not keep anything any more: only a restart reads it anew.
    void storeFailed(const QString& what);

private:
    enum class Outcome {
        Done,
        TryLater, ///< No answer, or none of the kind that says anything of this request.
        Unfit,    ///< The controller understands the sender, and not this request.
    };

    static Outcome outcomeOf(const Expected<QJsonObject, link::LinkError>& answer);

    void onConnected(bool connected);
    void onView();
    void goOn();
    bool handOverNext();
    bool tellNextPaper();
    bool askForNumbers();
    void onHandedOver(const KeptTicket& kept, const Expected<QJsonObject, link::LinkError>& answer);
    void onNumbers(const Expected<QJsonObject, link::LinkError>& answer);
    void pause();
    bool stored(const Expected<Done, StoreError>& done);
    void noticeCount();

    link::ControllerLink& m_link;
    OfflineDesk& m_desk;
    Clock m_now;
    QTimer m_retry;
    QTimer m_minute;
    QElapsedTimer m_asked; ///< Since numbers were asked for.
    std::chrono::milliseconds m_pause{0};
    std::int64_t m_epoch = 0; ///< That was noticed.
    int m_count = 0;          ///< That was told.
    bool m_busy = false;      ///< One request is under way,
    QByteArray m_key;         ///< with this key.
    bool m_gaveSome = false;  ///< Since numbers were asked for.
    bool m_mustAsk = true;    ///< For numbers, whatever is left.
    bool m_hasFailed = false;
};

} // namespace talon::terminal
