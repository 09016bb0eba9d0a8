#include "tests/hw/scratch_folder.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"

#include <linux/input-event-codes.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <initializer_list>
#include <optional>

/// The unmodified talon-hw with a keyboard that umockdev plays: libevdev finds and asks it, grabs
/// it and reads its events as it does those of a kernel.
namespace {

using namespace std::chrono_literals;
using talon::test::Process;
using talon::test::ScratchFolder;

constexpr const char* Name = "Talon Test Scanner";

std::string hex(const std::string& bytes)
{
    std::string text;
    for (const char byte : bytes) {
        std::array<char, 3> digits{};
        std::snprintf(digits.data(), digits.size(), "%02X", static_cast<unsigned char>(byte));
        text += digits.data();
    }
    return text;
}

std::string bits(std::initializer_list<int> set, std::size_t bytes)
{
    std::string text(bytes, '\0');
    for (const int bit : set) {
        char& byte = text[static_cast<std::size_t>(bit) / 8];
        byte = static_cast<char>(byte | (1 << (bit % 8)));
    }
    return text;
}

struct Stroke
{
    int key;
    bool isShifted = false;
};

/// A keyboard with its keys, and what it is going to type.
class PlayedKeyboard
{
public:
    PlayedKeyboard(std::initializer_list<int> keys, std::initializer_list<Stroke> strokes)
    {
        std::ofstream(file("device")) << "P: /devices/virtual/input/input5/event5\n"
                                         "N: input/event5\n"
                                         "E: DEVNAME=/dev/input/event5\n"
                                         "E: MAJOR=13\n"
                                         "E: MINOR=69\n"
                                         "E: SUBSYSTEM=input\n"
                                         "A: dev=13:69\n\n";
        // Each buffer is as long as the one that libevdev hands over, or umockdev does not match.
        std::string name = Name;
        name.resize(255, '\0');
        std::ofstream asked(file("asked"));
        asked << "@DEV /dev/input/event5\n"
              << "EVIOCGVERSION 0 01000100\n"
              << "EVIOCGID 0 0300F30507000001\n"
              << "EVIOCGNAME(0) 19 " << hex(name) << "\n"
              << "EVIOCGBIT(0) 8 " << hex(bits({EV_SYN, EV_KEY}, 8)) << "\n"
              << "EVIOCGBIT(1) 96 " << hex(bits(keys, 96)) << "\n";
        for (const int type : {EV_REL, EV_ABS, EV_MSC, EV_SW, EV_LED, EV_SND}) {
            asked << "EVIOCGBIT(" << type << ") 8 " << hex(bits({}, 8)) << "\n";
        }
        asked << "EVIOCGBIT(21) 16 " << hex(bits({}, 16)) << "\n"
              << "EVIOCGPROP(0) 8 " << hex(bits({}, 8)) << "\n"
              << "EVIOCGKEY(0) 96 " << hex(bits({}, 96)) << "\n"
              << "EVIOCGLED(0) 8 " << hex(bits({}, 8)) << "\n"
              << "EVIOCGSW(0) 8 " << hex(bits({}, 8)) << "\n";
        std::ofstream events(file("events"));
        for (const Stroke& stroke : strokes) {
            if (stroke.isShifted) {
                addKey(events, KEY_LEFTSHIFT, 1);
            }
            addKey(events, stroke.key, 1);
            addKey(events, stroke.key, 0);
            if (stroke.isShifted) {
                addKey(events, KEY_LEFTSHIFT, 0);
            }
        }
    }

    /// talon-hw reading it.
    Process scan(const std::string& scanner) const
    {
        // What umockdev leaves behind when it is killed goes with our folder.
        return Process({"/usr/bin/env", "TMPDIR=" + m_folder.path(), UMOCKDEV_RUN, "-d",
                        file("device"), "-i", "/dev/input/event5=" + file("asked"), "-e",
                        "/dev/input/event5=" + file("events"), "--", TALON_HW_PROGRAM, "scan",
                        scanner});
    }

private:
    std::string file(const std::string& name) const { return m_folder.path() + "/" + name; }

    void addKey(std::ofstream& events, int key, int value)
    {
        std::array<char, 64> line{};
        std::snprintf(line.data(), line.size(), "E: 0.%06d %04x %04x %d\n", m_atUs, EV_KEY,
                      static_cast<unsigned>(key), value);
        events << line.data();
        std::snprintf(line.data(), line.size(), "E: 0.%06d 0000 0000 0\n", m_atUs);
        events << line.data();
        m_atUs += 3000;
    }

    ScratchFolder m_folder;
    int m_atUs = 50'000;
};

constexpr std::initializer_list<int> AllKeys{KEY_LEFTSHIFT, KEY_A,     KEY_0,     KEY_1, KEY_5,
                                             KEY_7,         KEY_MINUS, KEY_ENTER, KEY_F1};

} // namespace

TEST_CASE("codes of a scanner that plays a keyboard are read by its path and by its name")
{
    const PlayedKeyboard keyboard(AllKeys, {{KEY_A, true},
                                            {KEY_0},
                                            {KEY_F1},
                                            {KEY_1},
                                            {KEY_5},
                                            {KEY_ENTER},
                                            {KEY_A},
                                            {KEY_MINUS, true},
                                            {KEY_7},
                                            {KEY_ENTER}});
    for (const std::string& scanner :
         {std::string("evdev:/dev/input/event5"), std::string("evdev:") + Name}) {
        INFO(scanner);
        Process program = keyboard.scan(scanner);
        CHECK(program.readLine(10s) == "A015");
        CHECK(program.readLine(10s) == "a_7");
        CHECK(program.errors() == scanner + ": ready\n");
    }
}

TEST_CASE("a keyboard's code without Enter is over when the keyboard is quiet")
{
    const PlayedKeyboard keyboard(AllKeys, {{KEY_A}, {KEY_0}, {KEY_1}, {KEY_5}});
    Process program = keyboard.scan("evdev:/dev/input/event5");
    CHECK(program.readLine(10s) == "a015");
}

TEST_CASE("an input device that cannot type codes is no scanner")
{
    const PlayedKeyboard button({KEY_POWER}, {});
    Process program = button.scan("evdev:/dev/input/event5");
    const auto end = program.waitFor(10s);
    REQUIRE(end);
    CHECK(end->code == 1);
    CHECK(program.errors() ==
          "talon-hw: evdev:/dev/input/event5: has no keys to type a code with\n");
    Process named = button.scan(std::string("evdev:") + Name);
    REQUIRE(named.waitFor(10s));
    CHECK(named.errors() == std::string("talon-hw: evdev:") + Name + ": no such device is there\n");
}
