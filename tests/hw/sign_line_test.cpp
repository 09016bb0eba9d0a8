#include "hw/sign/sign_line.h"

#include "tests/hw/emulated_signs.h"
#include "tests/hw/scratch_folder.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>

using namespace talon;
using namespace talon::hw;
using namespace talon::test;
using namespace std::chrono_literals;
using Kind = EmulatedSigns::Kind;

namespace {

/// As in life, but a few times faster.
constexpr SignTiming Quick{.answer = 60ms,
                           .repeatEvery = 250ms,
                           .reopenEvery = 50ms,
                           .blinkHalf = 170ms,
                           .blinkFor = 1500ms,
                           .tries = 3};

SignLineSettings settingsOf(const char* protocol, const std::string& path)
{
    return {.path = path,
            .protocol = signProtocol(protocol),
            .serial = {.baud = 115200, .flow = SerialSettings::Flow::None},
            .timing = Quick};
}

Sign modbusSign(int address)
{
    return {.address = address, .options = {{"startRegister", EmulatedSigns::StartRegister}}};
}

/// Turns until it holds; false when ten seconds were not enough.
bool turnUntil(SignLine& line, const std::function<bool()>& holds)
{
    const Deadline deadline(10s);
    while (!holds()) {
        if (deadline.isOver()) {
            return false;
        }
        waitFor(-1, 0, std::min<std::chrono::milliseconds>(line.turn(), 20ms));
    }
    return true;
}

void turnFor(SignLine& line, std::chrono::milliseconds time)
{
    const Deadline deadline(time);
    turnUntil(line, [&] { return deadline.isOver(); });
}

std::string newsOf(SignLine& line)
{
    std::string text;
    for (const SignNews& each : line.takeNews()) {
        text += (text.empty() ? "" : "; ") +
                (each.address ? std::to_string(*each.address) : std::string("line")) +
                (each.isWell ? " + " : " - ") + each.what;
    }
    return text;
}

/// Changes between light and dark, and the shortest time between two.
struct Blinks
{
    int changes = 0;
    std::chrono::milliseconds shortest{1h};
};

Blinks blinksOf(const std::vector<EmulatedSigns::Shown>& history)
{
    Blinks blinks;
    std::optional<EmulatedSigns::Shown> last;
    for (const EmulatedSigns::Shown& each : history) {
        if (last && last->cells == each.cells) {
            continue;
        }
        if (last) {
            ++blinks.changes;
            blinks.shortest =
                std::min(blinks.shortest,
                         std::chrono::duration_cast<std::chrono::milliseconds>(each.at - last->at));
        }
        last = each;
    }
    return blinks;
}

} // namespace

TEST_CASE("two signs on one bus show each its own text, and a change at once")
{
    const PtyLine pty;
    for (const auto& [name, kind] :
         {std::pair("ascii", Kind::Ascii), std::pair("modbus", Kind::Modbus)}) {
        INFO(name);
        EmulatedSigns signs(kind, pty);
        signs.set(1, SignMood::Answers);
        signs.set(2, SignMood::Answers);
        SignLine line(settingsOf(name, pty.path()),
                      kind == Kind::Ascii ? std::vector<Sign>{{.address = 1}, {.address = 2}}
                                          : std::vector<Sign>{modbusSign(1), modbusSign(2)});
        turnFor(line, 50ms);
        CHECK(signs.requests(1) == 0); // nothing was to be shown yet
        line.show(1, {.text = "А015"});
        line.show(2, {.text = "7"});
        line.show(3, {.text = "who"}); // not on this line
        REQUIRE(turnUntil(line, [&] { return line.isSettled(); }));
        CHECK(signs.cells(1) == "A015");
        CHECK(signs.cells(2) == "   7");
        CHECK(newsOf(line) == "line + is open; 1 + answers; 2 + answers");

        line.show(2, {.text = "А016"});
        line.turn();
        CHECK(signs.cells(2) == "A016");
        line.show(1, {});
        REQUIRE(turnUntil(line, [&] { return line.isSettled(); }));
        CHECK(signs.cells(1).find_first_not_of(' ') == std::string::npos);
        CHECK(newsOf(line).empty());
        CHECK(signs.strange().empty());
    }
}

TEST_CASE("a sign that was switched off and on comes right by itself")
{
    const PtyLine pty;
    EmulatedSigns signs(Kind::Ascii, pty);
    signs.set(1, SignMood::Answers);
    SignLine line(settingsOf("ascii", pty.path()), {{.address = 1, .brightnessPercent = 80}});
    line.show(1, {.text = "А015"});
    REQUIRE(turnUntil(line, [&] { return line.isSettled(); }));
    CHECK(signs.brightness(1) == 8);
    signs.forget(1);
    REQUIRE(turnUntil(line, [&] { return signs.cells(1) == "A015"; }));
    CHECK(signs.brightness(1) == 8);
    CHECK(newsOf(line) == "line + is open; 1 + answers"); // nobody noticed
}

TEST_CASE("a sign that does not answer is asked again, is lost, and comes back")
{
    const PtyLine pty;
    EmulatedSigns signs(Kind::Modbus, pty);
    signs.set(1, SignMood::Silent);
    signs.set(2, SignMood::Answers);
    SignLine line(settingsOf("modbus", pty.path()), {modbusSign(1), modbusSign(2)});
    line.show(1, {.text = "А015"});
    line.show(2, {.text = "Б002"});
    REQUIRE(turnUntil(line, [&] { return line.isSettled(); }));
    CHECK(signs.requests(1) == Quick.tries);
    CHECK(newsOf(line) == "line + is open; 1 - does not answer; 2 + answers");

    // It is tried once in a round, and holds up nobody.
    turnFor(line, 1s);
    CHECK(signs.requests(1) >= Quick.tries + 2);
    CHECK(signs.requests(1) <= Quick.tries + 4);
    CHECK(newsOf(line).empty());
    line.show(2, {.text = "Б003"});
    REQUIRE(turnUntil(line, [&] { return signs.cells(2) == "b003"; }));

    line.show(1, {.text = "А016"});
    signs.set(1, SignMood::Answers);
    REQUIRE(turnUntil(line, [&] { return signs.cells(1) == "A016"; }));
    CHECK(newsOf(line) == "1 + answers");
    for (const EmulatedSigns::Shown& each : signs.history(1)) {
        CHECK(each.cells == "A016"); // what was true while it was away is never shown
    }
}

TEST_CASE("broken and refusing answers are told by what they are")
{
    struct Row
    {
        SignMood mood;
        const char* ascii;
        const char* modbus;
    };
    const Row rows[] = {
        {SignMood::WrongChecksum, "the checksum of the answer is wrong",
         "the checksum of the answer is wrong"},
        {SignMood::Refuses, "the sign refuses (NAK)", "exception 2: no such register"},
        {SignMood::HalfAnswer, "the answer ends too early", "the answer ends too early"},
    };
    for (const Row& row : rows) {
        for (const Kind kind : {Kind::Ascii, Kind::Modbus}) {
            const bool isAscii = kind == Kind::Ascii;
            const PtyLine pty;
            EmulatedSigns signs(kind, pty);
            signs.set(1, row.mood);
            SignLine line(settingsOf(isAscii ? "ascii" : "modbus", pty.path()),
                          {isAscii ? Sign{.address = 1} : modbusSign(1)});
            line.show(1, {.text = "А015"});
            REQUIRE(turnUntil(line, [&] { return line.isSettled(); }));
            CHECK(signs.requests(1) == Quick.tries);
            CHECK(newsOf(line) ==
                  std::string("line + is open; 1 - ") + (isAscii ? row.ascii : row.modbus));
            signs.set(1, SignMood::Answers);
            REQUIRE(turnUntil(line, [&] { return !line.takeNews().empty(); }));
            CHECK(signs.cells(1) == "A015");
        }
    }
}

TEST_CASE("an adapter that is pulled out and plugged in again is found, and everything said anew")
{
    const ScratchFolder folder;
    const std::string link = folder.path() + "/by-id";
    std::optional<PtyLine> pty(std::in_place);
    std::filesystem::create_symlink(pty->path(), link);
    std::optional<EmulatedSigns> signs(std::in_place, Kind::Ascii, *pty);
    signs->set(1, SignMood::Answers);
    SignLine line(settingsOf("ascii", link), {{.address = 1}});
    line.show(1, {.text = "А015"});
    REQUIRE(turnUntil(line, [&] { return line.isSettled(); }));
    newsOf(line);

    signs.reset();
    pty.reset();
    std::filesystem::remove(link);
    std::string news;
    REQUIRE(
        turnUntil(line, [&] { return (news += newsOf(line)).find(link) != std::string::npos; }));
    turnFor(line, 300ms);
    CHECK(news.find('+') == std::string::npos);
    CHECK_FALSE(line.isSettled());
    line.show(1, {.text = "А016"});

    pty.emplace();
    signs.emplace(Kind::Ascii, *pty);
    signs->set(1, SignMood::Answers);
    std::filesystem::create_symlink(pty->path(), link);
    REQUIRE(turnUntil(line, [&] { return line.isSettled(); }));
    CHECK(signs->cells(1) == "A016");
    CHECK(newsOf(line).find("line + is open") != std::string::npos);
}

TEST_CASE("a line that is not there at first is waited for, and its fault told once")
{
    const ScratchFolder folder;
    const std::string link = folder.path() + "/by-id";
    SignLine line(settingsOf("ascii", link), {{.address = 1}});
    line.show(1, {.text = "А015"});
    turnFor(line, 300ms);
    CHECK(newsOf(line) == "line - " + link + ": No such file or directory");
    const PtyLine pty;
    EmulatedSigns signs(Kind::Ascii, pty);
    signs.set(1, SignMood::Answers);
    std::filesystem::create_symlink(pty.path(), link);
    REQUIRE(turnUntil(line, [&] { return line.isSettled(); }));
    CHECK(signs.cells(1) == "A015");
}

TEST_CASE("a sign that can blink does so by itself, until the time is over")
{
    const PtyLine pty;
    for (const Kind kind : {Kind::Ascii, Kind::Modbus}) {
        EmulatedSigns signs(kind, pty);
        signs.set(1, SignMood::Answers);
        Sign sign = kind == Kind::Ascii ? Sign{.address = 1} : modbusSign(1);
        if (kind == Kind::Modbus) {
            sign.options["blinkRegister"] = EmulatedSigns::BlinkRegister;
            sign.options["brightnessRegister"] = EmulatedSigns::BrightnessRegister;
            sign.brightnessPercent = 30;
        }
        SignLine line(settingsOf(kind == Kind::Ascii ? "ascii" : "modbus", pty.path()), {sign});
        line.show(1, {.text = "А015", .isBlinking = true});
        REQUIRE(turnUntil(line, [&] { return signs.isBlinking(1); }));
        turnFor(line, 700ms);
        CHECK(blinksOf(signs.history(1)).changes == 0);
        REQUIRE(turnUntil(line, [&] { return !signs.isBlinking(1); }));
        CHECK(signs.cells(1) == "A015");
        CHECK(signs.brightness(1) == (kind == Kind::Modbus ? 30 : -1));
    }
}

TEST_CASE("a sign that cannot blink is made to, never faster than three times a second")
{
    const PtyLine pty;
    EmulatedSigns signs(Kind::Modbus, pty);
    signs.set(1, SignMood::Answers);
    SignLineSettings settings = settingsOf("modbus", pty.path());
    settings.timing.blinkHalf = 1ms; // whatever is asked for
    SignLine line(settings, {modbusSign(1)});
    line.show(1, {.text = "А015", .isBlinking = true});
    turnFor(line, Quick.blinkFor + 500ms);
    const Blinks blinks = blinksOf(signs.history(1));
    static_assert(SignBlinkHzMax == 3);
    CHECK(blinks.changes >= 4);
    CHECK(blinks.changes % 2 == 0);                                 // it ends in the light
    CHECK(blinks.shortest >= 1000ms / (2 * SignBlinkHzMax) - 20ms); // as the far end saw it
    CHECK(signs.cells(1) == "A015");
    const int changes = blinks.changes;
    turnFor(line, 600ms);
    CHECK(blinksOf(signs.history(1)).changes == changes);
    CHECK(SignTiming{}.blinkHalf * 2 == 1s);
}

TEST_CASE("a new call ends the dark half at once")
{
    const PtyLine pty;
    EmulatedSigns signs(Kind::Modbus, pty);
    signs.set(1, SignMood::Answers);
    SignLine line(settingsOf("modbus", pty.path()), {modbusSign(1)});
    line.show(1, {.text = "А015", .isBlinking = true});
    REQUIRE(turnUntil(line, [&] { return signs.cells(1) == "    "; }));
    line.show(1, {.text = "А016"});
    line.turn();
    CHECK(signs.cells(1) == "A016");
}

TEST_CASE("an adapter that hears itself is told so, and the answer behind the echo counts")
{
    const PtyLine pty;
    EmulatedSigns signs(Kind::Modbus, pty, true);
    signs.set(1, SignMood::Answers);
    SignLineSettings settings = settingsOf("modbus", pty.path());
    settings.hearsItself = true;
    SignLine line(settings, {modbusSign(1)});
    line.show(1, {.text = "А015"});
    REQUIRE(turnUntil(line, [&] { return line.isSettled(); }));
    CHECK(newsOf(line) == "line + is open; 1 + answers");
    signs.set(1, SignMood::Silent);
    REQUIRE(turnUntil(line, [&] { return newsOf(line) == "1 - does not answer"; }));
}

TEST_CASE("a sign that only listens is believed")
{
    const PtyLine pty;
    EmulatedSigns signs(Kind::Ascii, pty);
    signs.set(1, SignMood::Answers); // and its answers are nobody's
    SignLine line(settingsOf("ascii", pty.path()), {{.address = 1, .answers = false}});
    line.show(1, {.text = "А015"});
    REQUIRE(turnUntil(line, [&] { return line.isSettled(); }));
    CHECK(signs.shows(1, "A015"));
    const int requests = signs.requests(1);
    REQUIRE(turnUntil(line, [&] { return signs.requests(1) > requests; }));
}
