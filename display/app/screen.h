#pragma once

#include "display/app/rows_model.h"
#include "display/app/wanted_screen.h"
#include "display/board/board.h"
#include "display/board/plate.h"
#include "shared/base/instant.h"
#include "shared/domain/hall_screen.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <string>
#include <vector>

namespace talon::display {

/// One screen of the hall, as QML sees it: its part of the hall, laid out as the office wants it.
class Screen : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by DisplayApp")
    /// ScreenLayout by name, or "plate".
    Q_PROPERTY(QString layout READ layout NOTIFY shownChanged)
    /// "connecting" until there is something to show, then "calls", "welcome" or "closed".
    Q_PROPERTY(QString scene READ scene NOTIFY shownChanged)
    Q_PROPERTY(bool waits READ showsWaits NOTIFY shownChanged)
    Q_PROPERTY(bool next READ showsNext NOTIFY shownChanged)
    Q_PROPERTY(bool highContrast READ isHighContrast NOTIFY shownChanged)
    Q_PROPERTY(QStringList ticker READ ticker NOTIFY shownChanged)
    Q_PROPERTY(QString openWindows READ openWindows NOTIFY shownChanged)
    Q_PROPERTY(int waiting READ waiting NOTIFY shownChanged)
    Q_PROPERTY(QString plateWindow READ plateWindow CONSTANT)
    /// board::PlateState by name.
    Q_PROPERTY(QString plateState READ plateState NOTIFY shownChanged)
    Q_PROPERTY(QString plateNumber READ plateNumber NOTIFY shownChanged)
    Q_PROPERTY(bool plateFresh READ isPlateFresh NOTIFY shownChanged)
    Q_PROPERTY(talon::display::RowsModel* present READ present CONSTANT)
    Q_PROPERTY(talon::display::RowsModel* recent READ recent CONSTANT)
    Q_PROPERTY(talon::display::RowsModel* queues READ queues CONSTANT)

public:
    Screen(WantedScreen wanted, std::string language);

    /// The hall and the office's screens as they are now.
    void set(const board::Hall& hall, const std::vector<HallScreen>& screens);

    /// What time has changed of it.
    void refresh(Instant now);

    const WantedScreen& wanted() const { return m_wanted; }
    const HallScreen& settings() const { return m_settings; }
    const board::Board& board() const { return m_board; }

    /// The office has other screens, and none of this name.
    bool isMissing() const { return m_isMissing; }

    QString layout() const;
    QString scene() const;
    bool showsWaits() const { return m_settings.waits; }
    bool showsNext() const { return m_settings.next; }
    bool isHighContrast() const { return m_settings.highContrast; }
    QStringList ticker() const;
    QString openWindows() const;
    int waiting() const { return m_board.waiting; }
    QString plateWindow() const { return QString::fromStdString(m_wanted.window); }
    QString plateState() const;
    QString plateNumber() const { return QString::fromStdString(plate().number); }
    bool isPlateFresh() const { return plate().isFresh; }
    RowsModel* present() { return &m_present; }
    RowsModel* recent() { return &m_recent; }
    RowsModel* queues() { return &m_queues; }

Q_SIGNALS:
    void shownChanged();

private:
    HallScreen settingsAmong(const board::Hall& hall, const std::vector<HallScreen>& screens);
    board::Plate plate() const { return board::plateOf(m_board, m_wanted.window); }
    void showRows();

    const WantedScreen m_wanted;
    const std::string m_language;
    HallScreen m_settings;
    board::Hall m_hall;
    board::Board m_board;
    RowsModel m_present;
    RowsModel m_recent;
    RowsModel m_queues;
    bool m_hasHall = false;
    bool m_isMissing = false; ///< The office has no screen of this name; said once.
};

} // namespace talon::display
