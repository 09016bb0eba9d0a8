#include "terminal/speech/headphones.h"

#include "tests/support/made_up_jack.h"

using namespace talon::terminal;
using namespace talon::test;
using namespace Qt::StringLiterals;

TEST_CASE("headphones are told of as they are plugged in and out")
{
    CHECK(linesWithJack(QStringLiteral(TALON_HEADPHONES_WATCH), "000000", InAndOut) ==
          QStringList{u"out"_s, u"in"_s, u"out"_s});
    CHECK(linesWithJack(QStringLiteral(TALON_HEADPHONES_WATCH), "040000",
                        "E: 0.200000 0005 0002 0\nE: 0.200000 0000 0000 0\n") ==
          QStringList{u"in"_s, u"out"_s});
}

TEST_CASE("without a jack nobody is ever told to have plugged in")
{
    for (const QString& device : {u"none"_s, u"/dev/null"_s, u"/no/such/device"_s}) {
        const Headphones headphones(device);
        CHECK_FALSE(headphones.isWatched());
        CHECK_FALSE(headphones.isPlugged());
    }
}
