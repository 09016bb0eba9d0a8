#include "terminal/app/scripted_visitor.h"

#include <QCoreApplication>
#include <QImage>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QMouseEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.visitor")

constexpr auto LookEvery = 20ms;

/// Until the last screen has come to rest, the paper on it included.
constexpr auto LastLookAfter = 1000ms;

Expected<VisitorAct, ParseError> actFromJson(const QJsonObject& json, std::size_t index)
{
    const auto wrong = [index](const char* what) {
        return Unexpected(ParseError{.field = "[" + std::to_string(index) + "]", .what = what});
    };
    VisitorAct act;
    act.patience = std::chrono::milliseconds(
        json.value("patienceMs"_L1).toInt(static_cast<int>(act.patience.count())));
    if (json.contains("tap"_L1)) {
        act.kind = VisitorAct::Kind::Tap;
        act.name = json.value("tap"_L1).toString();
    } else if (json.contains("expect"_L1)) {
        act.kind = VisitorAct::Kind::Expect;
        act.name = json.value("expect"_L1).toString();
    } else if (json.contains("paper"_L1)) {
        act.kind = VisitorAct::Kind::Paper;
        act.name = json.value("paper"_L1).toString();
    } else if (json.value("quit"_L1).toBool()) {
        act.kind = VisitorAct::Kind::Quit;
        return act;
    } else {
        return wrong("is none of tap, expect, paper, quit");
    }
    if (act.name.isEmpty()) {
        return wrong("names nothing");
    }
    return act;
}

bool isTouchable(const QQuickItem& item)
{
    // Opacity counts too: what is still fading in is not yet there for a person.
    for (const QQuickItem* each = &item; each != nullptr; each = each->parentItem()) {
        if (each->opacity() < 1) {
            return false;
        }
    }
    return item.isVisible() && item.isEnabled() && item.width() > 0 && item.height() > 0;
}

} // namespace

Expected<std::vector<VisitorAct>, ParseError> visitorActsFromJson(const QJsonArray& json)
{
    std::vector<VisitorAct> acts;
    for (const QJsonValue& each : json) {
        auto act = actFromJson(each.toObject(), acts.size());
        if (!act) {
            return Unexpected(act.error());
        }
        acts.push_back(*act);
    }
    return acts;
}

ScriptedVisitor::ScriptedVisitor(TerminalApp& app,
                                 QQuickWindow& window,
                                 std::vector<VisitorAct> acts,
                                 std::optional<std::filesystem::path> pictures)
    : m_app(app)
    , m_window(window)
    , m_acts(std::move(acts))
    , m_pictures(std::move(pictures))
{
    m_look.setInterval(LookEvery);
    connect(&m_look, &QTimer::timeout, this, &ScriptedVisitor::look);
}

void ScriptedVisitor::start()
{
    m_since.start();
    m_look.start();
}

void ScriptedVisitor::look()
{
    const bool quits = m_next < m_acts.size() && m_acts[m_next].kind == VisitorAct::Kind::Quit;
    if (quits || m_next == m_acts.size()) {
        if (m_since.hasExpired(LastLookAfter.count())) {
            keepPicture();
            finish({.isOk = true, .quits = quits});
        }
        return;
    }
    const VisitorAct act = m_acts[m_next];
    if (tryAct(act)) {
        ++m_next;
        m_since.start();
        return;
    }
    if (m_since.hasExpired(act.patience.count())) {
        keepPicture();
        const bool wouldQuit = m_acts.back().kind == VisitorAct::Kind::Quit;
        finish({.isOk = false,
                .failure = u"act %1: waited in vain for \"%2\" on screen \"%3\""_s.arg(m_next).arg(
                    act.name, m_app.screen()),
                .quits = wouldQuit});
    }
}

bool ScriptedVisitor::tryAct(const VisitorAct& act)
{
    switch (act.kind) {
    case VisitorAct::Kind::Tap:
        if (QQuickItem* const item = touchable(act.name)) {
            keepPicture();
            tap(*item);
            return true;
        }
        return false;
    case VisitorAct::Kind::Expect: return m_app.screen() == act.name;
    case VisitorAct::Kind::Paper: return m_app.paper() == act.name;
    case VisitorAct::Kind::Quit: break;
    }
    TALON_ENSURE(false);
}

QQuickItem* ScriptedVisitor::touchable(const QString& name) const
{
    // Items made by a Repeater are not children of the window as objects, only as items.
    QList<QQuickItem*> open{m_window.contentItem()};
    while (!open.isEmpty()) {
        QQuickItem* const item = open.takeFirst();
        if (item->objectName() == name && isTouchable(*item)) {
            return item;
        }
        open.append(item->childItems());
    }
    return nullptr;
}

void ScriptedVisitor::tap(QQuickItem& item)
{
    const QPointF at = item.mapToScene(item.boundingRect().center());
    const QPointF global = m_window.mapToGlobal(at);
    qCInfo(log) << "taps" << item.objectName();
    QMouseEvent press(QEvent::MouseButtonPress, at, global, Qt::LeftButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&m_window, &press);
    QMouseEvent lift(QEvent::MouseButtonRelease, at, global, Qt::LeftButton, {}, {});
    QCoreApplication::sendEvent(&m_window, &lift);
}

void ScriptedVisitor::keepPicture()
{
    if (!m_pictures) {
        return;
    }
    ++m_pictureCount;
    const QString file =
        u"%1-%2.png"_s.arg(m_pictureCount, 2, 10, QLatin1Char('0')).arg(m_app.screen());
    const auto path = *m_pictures / file.toStdString();
    if (!m_window.grabWindow().save(QString::fromStdString(path.string()))) {
        qCWarning(log) << "picture" << path.c_str() << "cannot be written";
    }
}

void ScriptedVisitor::finish(const Result& result)
{
    m_look.stop();
    Q_EMIT finished(result);
}

} // namespace talon::terminal
