#pragma once

#include "display/app/announced_file.h"
#include "display/app/last_view_file.h"
#include "display/app/rows_model.h"
#include "display/board/announcer.h"
#include "display/board/board.h"
#include "display/voice/voice.h"
#include "shared/link/controller_link.h"
#include "shared/link/office_clock.h"
#include "shared/wire/hall_view.h"

#include <QLocale>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>

namespace talon::display {

/// What the screen shows and the loudspeaker says, as QML sees it. Joins the feed, the board's
/// rules and the voice; decides nothing itself.
class DisplayApp : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    /// "connecting" until the first view, then "calls", "welcome" or "closed".
    Q_PROPERTY(QString scene READ scene NOTIFY shownChanged)
    Q_PROPERTY(QString officeName READ officeName NOTIFY shownChanged)
    Q_PROPERTY(QString qualityLine READ qualityLine NOTIFY shownChanged)
    Q_PROPERTY(QString opensDate READ opensDate NOTIFY shownChanged)
    Q_PROPERTY(QString opensTime READ opensTime NOTIFY shownChanged)
    Q_PROPERTY(QString openWindows READ openWindows NOTIFY shownChanged)
    Q_PROPERTY(int waiting READ waiting NOTIFY shownChanged)
    /// The controller is away: what is shown is as of `lostTime`.
    Q_PROPERTY(bool old READ isOld NOTIFY shownChanged)
    Q_PROPERTY(QString lostTime READ lostTime NOTIFY shownChanged)
    Q_PROPERTY(QString dateText READ dateText NOTIFY clockChanged)
    Q_PROPERTY(QString timeText READ timeText NOTIFY clockChanged)
    Q_PROPERTY(talon::display::RowsModel* present READ present CONSTANT)
    Q_PROPERTY(talon::display::RowsModel* recent READ recent CONSTANT)
    Q_PROPERTY(talon::display::RowsModel* queues READ queues CONSTANT)

public:
    DisplayApp(link::ControllerLink& link,
               AnnouncedFile& announcedFile,
               LastViewFile& lastViewFile,
               Voice& voice,
               const QString& language);
    ~DisplayApp() override;

    QString scene() const;
    QString officeName() const;
    QString qualityLine() const;
    QString opensDate() const;
    QString opensTime() const;
    QString openWindows() const;
    int waiting() const { return m_board.waiting; }
    bool isOld() const { return m_isOld; }
    QString lostTime() const;
    QString dateText() const;
    QString timeText() const;
    RowsModel* present() { return &m_present; }
    RowsModel* recent() { return &m_recent; }
    RowsModel* queues() { return &m_queues; }

    /// What is shown now; for QML the properties say the same.
    const board::Board& board() const { return m_board; }

Q_SIGNALS:
    void shownChanged();
    void clockChanged();

private:
    void onView(const wire::FeedMessage& message);
    void onConnected(bool connected);
    void onBegan(qint64 id);
    void restore();
    void keep();
    void tick();
    void refresh();

    Voice& m_voice;
    AnnouncedFile& m_announcedFile;
    LastViewFile& m_lastViewFile;
    std::string m_language;
    QLocale m_locale;
    link::OfficeClock m_clock;
    QTimer m_ticking;
    QTimer m_keeping; ///< Of the last view: not at each change, for the disk's sake.
    QTimer m_grace;   ///< A short break of the line is nobody's concern.
    std::optional<wire::HallView> m_view;
    QJsonObject m_toKeep; ///< Empty: what is on the disk is what is shown.
    board::Hall m_hall;
    board::Board m_board;
    board::Announcer m_announcer;
    std::map<qint64, board::Call> m_toSay; ///< Handed to the voice, not begun.
    RowsModel m_present;
    RowsModel m_recent;
    RowsModel m_queues;
    bool m_isOld = false;
    bool m_isRestored = false; ///< What is shown was kept; this run has heard nothing yet.
    Instant m_lostAt;
    QString m_shownTime;
};

} // namespace talon::display
