#include "display/signs/sign_settings.h"

#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <string>

using namespace talon;
using namespace talon::display;
using namespace Qt::StringLiterals;

namespace {

std::string faultOf(const std::string& json)
{
    const auto settings = signSettingsFrom(QByteArray::fromStdString(json));
    return settings ? "none" : describe(settings.error());
}

/// One line with one sign, which has these keys besides.
std::string withSign(const std::string& keys)
{
    return R"({"lines": [{"line": "/dev/ttyS0", "protocol": "ascii", "signs": [{)" + keys + "}]}]}";
}

std::string withLine(const std::string& keys)
{
    return R"({"lines": [{)" + keys + R"(, "signs": [{"address": 1, "window": "1"}]}]})";
}

} // namespace

TEST_CASE("a file of signs says lines, signs and what they show")
{
    const auto settings = signSettingsFrom(R"({
        "noConnectionAfterSeconds": 30,
        "lines": [
            {"line": "/dev/serial/by-id/usb-a", "baud": 19200, "parity": "even",
             "protocol": "modbus", "echo": true,
             "signs": [{"address": 3, "window": "5", "places": 5, "characters": "cp866",
                        "align": "left", "brightness": 80, "answers": false,
                        "startRegister": 16, "blinkRegister": 40,
                        "free": "", "away": "ОБЕД", "closed": "ЗАКР", "noConnection": "--"}]},
            {"line": "/dev/ttyS0", "protocol": "ascii",
             "signs": [{"address": 1, "window": "1"}, {"address": 2, "window": "2"}]}
        ]})");
    REQUIRE(settings);
    CHECK(settings->noConnectionAfter == std::chrono::seconds(30));
    REQUIRE(settings->buses.size() == 2);
    const SignBus& modbus = settings->buses[0];
    CHECK(modbus.line.path == "/dev/serial/by-id/usb-a");
    CHECK(modbus.line.protocol == hw::signProtocol("modbus"));
    CHECK(modbus.line.serial == hw::SerialSettings{.baud = 19200,
                                                   .parity = hw::SerialSettings::Parity::Even,
                                                   .flow = hw::SerialSettings::Flow::None});
    CHECK(modbus.line.hearsItself);
    CHECK(modbus.signs == std::vector{WindowSign{
                              .sign = {.address = 3,
                                       .places = 5,
                                       .characters = hw::SignCharacters::Cp866,
                                       .align = hw::SignAlign::Left,
                                       .brightnessPercent = 80,
                                       .answers = false,
                                       .options = {{"startRegister", 16}, {"blinkRegister", 40}}},
                              .window = "5",
                              .free = "",
                              .away = "ОБЕД",
                              .closed = "ЗАКР",
                              .noConnection = "--"}});
    const SignBus& ascii = settings->buses[1];
    CHECK(ascii.line.serial ==
          hw::SerialSettings{.baud = 9600, .flow = hw::SerialSettings::Flow::None});
    CHECK_FALSE(ascii.line.hearsItself);
    CHECK(ascii.signs[1] ==
          WindowSign{.sign = {.address = 2}, .window = "2", .free = "—", .noConnection = "----"});
    CHECK(signSettingsFrom(QByteArray::fromStdString(withSign(R"("address": 1, "window": "1")")))
              ->noConnectionAfter == std::chrono::seconds(120));
}

TEST_CASE("what is wrong in a file of signs is told in one line with its key")
{
    struct Row
    {
        std::string json;
        const char* fault;
    };
    const std::string ok = R"("address": 1, "window": "1", )";
    const std::string line = R"("line": "/dev/ttyS0", "protocol": "ascii", )";
    const Row rows[] = {
        {"{", "is no JSON: unterminated object, at byte 1"},
        {"[]", "is no object"},
        {"{}", "lines is no list with something in it"},
        {R"({"lines": []})", "lines is no list with something in it"},
        {R"({"lines": [1]})", "lines[0] is no object"},
        {R"({"lines": [1], "noConnectionAfterSeconds": -1})",
         "noConnectionAfterSeconds is no whole number from 0 to 86400"},
        {withLine(R"("line": "")"), "lines[0].line is missing"},
        {withLine(R"("line": "/dev/ttyS0")"), "lines[0].protocol is missing"},
        {withLine(R"("line": "/dev/ttyS0", "protocol": "pigeon")"),
         "lines[0].protocol is none of ascii, modbus"},
        {withLine(line + R"("baud": 300)"),
         "lines[0].baud is none of 1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, "
         "460800, 921600"},
        {withLine(line + R"("baud": "9600")"),
         "lines[0].baud is no whole number from 1 to 1000000"},
        {withLine(line + R"("parity": "mark")"), "lines[0].parity is none of none, even, odd"},
        {withLine(line + R"("echo": 1)"), "lines[0].echo is neither true nor false"},
        {withLine(line + R"("flow": "rtscts")"),
         "lines[0].flow is unknown; known: line, protocol, baud, parity, echo, signs"},
        {R"({"lines": [{"line": "/dev/ttyS0", "protocol": "ascii"}]})",
         "lines[0].signs is no list with something in it"},
        {withSign(R"("window": "1")"), "lines[0].signs[0].address is missing"},
        {withSign(R"("address": 100, "window": "1")"),
         "lines[0].signs[0].address is no whole number from 1 to 99"},
        {withSign(R"("address": 1.5, "window": "1")"),
         "lines[0].signs[0].address is no whole number from 1 to 99"},
        {withSign(R"("address": 1)"), "lines[0].signs[0].window is missing"},
        {withSign(R"("address": 1, "window": 5)"), "lines[0].signs[0].window is no text"},
        {withSign(ok + R"("places": 0)"),
         "lines[0].signs[0].places is no whole number from 1 to 32"},
        {withSign(ok + R"("characters": "koi8")"),
         "lines[0].signs[0].characters is none of digits, ascii, cp866, cp1251"},
        {withSign(ok + R"("align": "top")"), "lines[0].signs[0].align is neither left nor right"},
        {withSign(ok + R"("brightness": 101)"),
         "lines[0].signs[0].brightness is no whole number from 0 to 100"},
        {withSign(ok + R"("closed": "ЗАКРЫТО")"),
         "lines[0].signs[0].closed is longer than the sign"},
        {withSign(ok + R"("characters": "digits", "closed": "НЕТ")"),
         "lines[0].signs[0].closed has no letter that the sign can show"},
        {R"({"lines": [{"line": "/dev/ttyS0", "protocol": "ascii", "signs": [)"
         R"({"address": 1, "window": "1"}, {"address": 1, "window": "2"}]}]})",
         "lines[0].signs[1].address is that of another sign on this line"},
        {R"({"lines": [{"line": "/dev/ttyS0", "protocol": "ascii", "signs": [)"
         R"({"address": 1, "window": "1"}]}, {"line": "/dev/ttyS0", "protocol": "ascii", "signs": )"
         R"([{"address": 2, "window": "2"}]}]})",
         "lines[1].line stands there twice"},
    };
    for (const Row& row : rows) {
        CHECK(faultOf(row.json) == row.fault);
    }
    const std::string unknown = faultOf(withSign(ok + R"("startRegister": 1)"));
    CHECK(unknown.find("lines[0].signs[0].startRegister is unknown; known: address, window") == 0);
}

TEST_CASE("a file that cannot be read names itself")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"signs.json"_s);
    CHECK(readSignSettings(path).error() == path + u": No such file or directory"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    CHECK(readSignSettings(path).error() == path + u": lines is no list with something in it"_s);
}
