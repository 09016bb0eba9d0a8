#pragma once

#include "display/app/announced_file.h"
#include "display/app/last_view_file.h"
#include "display/app/screen.h"
#include "display/board/announcer.h"
#include "display/voice/call_language.h"
#include "display/voice/voice.h"
#include "shared/link/controller_link.h"
#include "shared/link/office_clock.h"
#include "shared/wire/hall_view.h"

#include <QLocale>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace talon::display {

/// What the screens of this machine show and its loudspeaker says, as QML sees it. Joins the feed,
/// the board's rules and the voice; decides nothing itself. The screens have one voice together:
/// two of them would talk at once.
class DisplayApp : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    Q_PROPERTY(QString officeName READ officeName NOTIFY shownChanged)
    Q_PROPERTY(QString qualityLine READ qualityLine NOTIFY shownChanged)
    Q_PROPERTY(QString opensDate READ opensDate NOTIFY shownChanged)
    Q_PROPERTY(QString opensTime READ opensTime NOTIFY shownChanged)
    /// The controller is away: what is shown is as of `lostTime`.
    Q_PROPERTY(bool old READ isOld NOTIFY shownChanged)
    Q_PROPERTY(QString lostTime READ lostTime NOTIFY shownChanged)
    Q_PROPERTY(QString dateText READ dateText NOTIFY clockChanged)
    Q_PROPERTY(QString timeText READ timeText NOTIFY clockChanged)

public:
    DisplayApp(link::ControllerLink& link,
               AnnouncedFile& announcedFile,
               LastViewFile& lastViewFile,
               Voice& voice,
               const QString& language,
               const std::vector<WantedScreen>& wanted = {{.screen = UsualScreen}},
               std::vector<CallLanguage> callLanguages = ownLanguages());
    ~DisplayApp() override;

    QString officeName() const;
    QString qualityLine() const;
    QString opensDate() const;
    QString opensTime() const;
    bool isOld() const { return m_isOld; }
    QString lostTime() const;
    QString dateText() const;
    QString timeText() const;

    /// In the order in which they were wanted.
    const std::vector<std::unique_ptr<Screen>>& screens() const { return m_screens; }

    const std::optional<wire::HallView>& view() const { return m_view; }

    /// The hall as it was seen last, for what is no screen; null before the first view.
    const board::Hall* hall() const { return m_view ? &m_hall : nullptr; }
    Instant now() const { return m_clock.now(); }

    /// Of the office's clock; none while only the controller knows it. Told with clockChanged.
    std::optional<std::chrono::minutes> minuteOfDay() const;

Q_SIGNALS:
    void shownChanged();
    void clockChanged();
    /// Of the list of pictures and videos that the controller hands out now.
    void mediaRevisionTold(const QString& revision);

private:
    void onView(const wire::FeedMessage& message);
    void onConnected(bool connected);
    void onBegan(qint64 id);
    void dropPointless();
    void noteAnnounced(const board::CallKey& key);
    void restore();
    void keep();
    void tick();
    void refresh();
    void showHall();
    bool isSpoken(const board::Call& call) const;

    Voice& m_voice;
    AnnouncedFile& m_announcedFile;
    LastViewFile& m_lastViewFile;
    std::string m_language;
    QLocale m_locale;
    std::vector<std::unique_ptr<Screen>> m_screens;
    std::vector<CallLanguage> m_callLanguages;
    link::OfficeClock m_clock;
    QTimer m_ticking;
    QTimer m_keeping; ///< Of the last view: not at each change, for the disk's sake.
    QTimer m_grace;   ///< A short break of the line is nobody's concern.
    std::optional<wire::HallView> m_view;
    QJsonObject m_toKeep; ///< Empty: what is on the disk is what is shown.
    board::Hall m_hall;
    board::Announcer m_announcer;
    std::map<qint64, board::Call> m_toSay; ///< Handed to the voice, not begun.
    bool m_isOld = false;
    bool m_isRestored = false; ///< What is shown was kept; this run has heard nothing yet.
    Instant m_lostAt;
    QString m_shownTime;
};

} // namespace talon::display
