#include "hw/jack/jack_switch.h"
#include "tests/support/made_up_jack.h"

#include <QTemporaryDir>

#include <linux/input.h>
#include <sys/stat.h>

#include <cstring>

using namespace talon;
using namespace talon::hw;
using namespace talon::test;
using namespace Qt::StringLiterals;

namespace {

Bytes event(int type, int code, int value)
{
    input_event each{};
    each.type = static_cast<std::uint16_t>(type);
    each.code = static_cast<std::uint16_t>(code);
    each.value = value;
    Bytes bytes(sizeof each);
    std::memcpy(bytes.data(), &each, sizeof each);
    return bytes;
}

Bytes joined(const std::vector<Bytes>& events)
{
    Bytes all;
    for (const Bytes& each : events) {
        append(all, each);
    }
    return all;
}

} // namespace

TEST_CASE("the last word about the headphones counts, whatever else is reported")
{
    CHECK(jackNews({}) == JackNews{});
    CHECK(jackNews(event(EV_SW, SW_HEADPHONE_INSERT, 1)) == JackNews{.isPlugged = true});
    CHECK(jackNews(joined({event(EV_SW, SW_HEADPHONE_INSERT, 1), event(EV_SYN, SYN_REPORT, 0),
                           event(EV_SW, SW_HEADPHONE_INSERT, 0), event(EV_SYN, SYN_REPORT, 0)})) ==
          JackNews{.isPlugged = false});
    CHECK(jackNews(joined({event(EV_SW, SW_MICROPHONE_INSERT, 1),
                           event(EV_KEY, SW_HEADPHONE_INSERT, 1)})) == JackNews{});
    CHECK(jackNews(event(EV_SYN, SYN_DROPPED, 0)) == JackNews{.isIncomplete = true});
    Bytes half = event(EV_SW, SW_HEADPHONE_INSERT, 1);
    half.pop_back();
    CHECK(jackNews(half) == JackNews{});
}

TEST_CASE("what is no jack is not opened, and why is told")
{
    const QTemporaryDir folder;
    const std::string fifo = folder.filePath(u"event0"_s).toStdString();
    REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
    for (const std::string& path : {fifo, std::string("/dev/null"), fifo + "/none"}) {
        const auto jack = JackSwitch::open(path);
        REQUIRE_FALSE(jack);
        CHECK(jack.error().what.find("jack:" + path) == 0);
    }
    CHECK(jackSwitchesIn(folder.path().toStdString()).empty());
    CHECK(jackSwitchesIn("/no/such/folder").empty());
}

TEST_CASE("a jack is found among input devices, and its switch is followed")
{
    CHECK(linesWithJack(QStringLiteral(TALON_JACK_WATCH), "000000", InAndOut) ==
          QStringList{u"/dev/input/event5 out"_s, u"in"_s, u"out"_s});
    CHECK(linesWithJack(QStringLiteral(TALON_JACK_WATCH), "040000", "E: 0.000000 0005 0002 0\n") ==
          QStringList{u"/dev/input/event5 in"_s, u"out"_s});
}
