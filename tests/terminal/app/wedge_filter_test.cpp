#include "terminal/app/wedge_filter.h"

#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace talon;

namespace {

/// What a window gets of the keys of both a scanner and a person.
class Field : public QObject
{
    Q_OBJECT

public:
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::KeyPress) {
            typed += static_cast<QKeyEvent*>(event)->text();
        }
        return QObject::event(event);
    }

    QString typed;
};

struct WedgeUnderTest
{
    WedgeUnderTest() { field.installEventFilter(&wedge); }

    void press(int key, const QString& text)
    {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(&field, &event);
    }

    void type(const QString& text, int pauseMs)
    {
        for (const QChar each : text) {
            press(each.unicode(), each);
            QTest::qWait(pauseMs);
        }
        press(Qt::Key_Return, u"\r"_s);
    }

    QStringList codes() const
    {
        QStringList all;
        for (const QList<QVariant>& each : scanned) {
            all.append(each.front().toString());
        }
        return all;
    }

    Field field;
    terminal::WedgeFilter wedge;
    QSignalSpy scanned{&wedge, &terminal::WedgeFilter::scanned};
};

} // namespace

TEST_CASE("keys that come faster than anybody types, up to Enter, are a scan")
{
    WedgeUnderTest test;
    test.type(u"TALON-B1 engels 7K3M"_s, 0);
    test.type(u"TALON-S1 QPX7"_s, 0);
    CHECK(test.codes() == QStringList{u"TALON-B1 engels 7K3M"_s, u"TALON-S1 QPX7"_s});
}

TEST_CASE("somebody who types is no scanner")
{
    WedgeUnderTest test;
    test.type(u"0417"_s, 70);
    CHECK(test.codes().empty());
    test.type(u"041"_s, 0); // Drumming.
    CHECK(test.codes().empty());
}

TEST_CASE("no key is kept from the window, whoever pressed it")
{
    WedgeUnderTest test;
    test.type(u"TALON-B1 engels 7K3M"_s, 0);
    test.press(Qt::Key_5, u"5"_s);
    test.press(Qt::Key_Escape, {});
    CHECK(test.field.typed == u"TALON-B1 engels 7K3M\r5"_s);
}

#include "wedge_filter_test.moc"
