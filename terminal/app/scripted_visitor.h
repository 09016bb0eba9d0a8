#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "terminal/app/terminal_app.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QObject>
#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>
#include <QTimer>

#include <filesystem>
#include <optional>
#include <vector>

namespace talon::terminal {

/// One thing a scripted visitor does.
struct VisitorAct
{
    enum class Kind {
        Tap,    ///< Touches the control of this name, once it is there and can be touched.
        Expect, ///< Waits for this screen.
        Paper,  ///< Waits until the paper's outcome is this.
        Quit,   ///< Ends the program with the result as its exit code.
    };

    Kind kind = Kind::Tap;
    QString name;
    std::chrono::milliseconds patience{10000};
};

/// Reads `[{"tap":"segment-b2c"},{"expect":"done"},{"paper":"printed"},{"quit":true}]`; an act may
/// have "patienceMs".
Expected<std::vector<VisitorAct>, ParseError> visitorActsFromJson(const QJsonArray& json);

/// Plays a visitor for the demo and the whole-office test: sees what is on the window, presses and
/// lifts a finger there, keeps a picture of every screen. It knows nothing that a person in front
/// of the terminal could not see.
class ScriptedVisitor : public QObject
{
    Q_OBJECT

public:
    struct Result
    {
        bool isOk = false;
        QString failure;    ///< Which act could not be done.
        bool quits = false; ///< The script asks the program to end.
    };

    ScriptedVisitor(TerminalApp& app,
                    QQuickWindow& window,
                    std::vector<VisitorAct> acts,
                    std::optional<std::filesystem::path> pictures);

    void start();

Q_SIGNALS:
    void finished(const talon::terminal::ScriptedVisitor::Result& result);

private:
    void look();
    bool tryAct(const VisitorAct& act);
    QQuickItem* touchable(const QString& name) const;
    void tap(QQuickItem& item);
    void keepPicture();
    void finish(const Result& result);

    TerminalApp& m_app;
    QQuickWindow& m_window;
    std::vector<VisitorAct> m_acts;
    std::optional<std::filesystem::path> m_pictures;
    std::size_t m_next = 0;
    int m_pictureCount = 0;
    QElapsedTimer m_since;
    QTimer m_look;
};

} // namespace talon::terminal
