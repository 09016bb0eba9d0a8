#include "hw/escpos/paper.h"
#include "hw/open.h"
#include "hw/png.h"
#include "hw/probe/list.h"
#include "hw/probe/scan.h"
#include "hw/probe/serve.h"
#include "hw/probe/test_slip.h"
#include "hw/probe/try_sign.h"
#include "hw/session/session.h"

#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

/// `talon-hw`: the technician's tool. The same library that the terminal uses, at a prompt.
namespace {

using namespace talon;
using namespace talon::hw;
using Words = std::span<const std::string_view>;

constexpr int Ok = 0;
constexpr int DeviceRefuses = 1;
constexpr int WrongUsage = 2;
constexpr int CannotRead = 3;

struct Command
{
    std::string_view name;
    std::string_view parameters;
    std::string_view what;
    std::size_t parametersMin;
    std::size_t parametersMax;
    int (*run)(Words);
};

int complain(const std::string& what, int code)
{
    std::cerr << "talon-hw: " << what << "\n";
    return code;
}

/// Opens the printer and runs something with a session on it.
template <class Use>
int withSession(std::string_view text, Use use)
{
    const auto uri = parsePrinterUri(text);
    if (!uri) {
        return complain(describe(uri.error()), WrongUsage);
    }
    auto printer = openPrinter(*uri);
    if (!printer) {
        return complain(printer.error().what, DeviceRefuses);
    }
    const escpos::Model& model = modelFor(*uri, **printer);
    Session session(**printer, model);
    return use(session, model, **printer);
}

void show(std::string_view what, bool holds)
{
    std::cout << "  " << what << ": " << (holds ? "yes" : "no") << "\n";
}

int status(Words words)
{
    return withSession(words[0], [](Session& session, const escpos::Model& model,
                                    Printer& printer) {
        const escpos::Condition condition = session.condition();
        std::cout << printer.id() << ": " << name(condition) << "\n"
                  << "  model: " << model.name << ", " << model.widthDots << " dots\n";
        if (!printer.deviceId().empty()) {
            std::cout << "  calls itself: " << printer.deviceId() << "\n";
        }
        if (!printer.canAnswer()) {
            std::cout << "  cannot answer: nothing more is known\n";
            return Ok;
        }
        if (condition != escpos::Condition::Gone && condition != escpos::Condition::NotAnswering) {
            const escpos::PrinterStatus& said = session.status();
            show("offline", said.offline);
            show("cover open", said.coverOpen);
            show("paper end", said.paperEnd);
            show("paper near end", said.paperNearEnd);
            show("cutter fault", said.cutterFault);
            show("mechanical fault", said.mechanicalFault);
            show("fault that ends by itself", said.recoverableFault);
            show("fault that needs switching off", said.unrecoverableFault);
        }
        return canPrint(condition) ? Ok : DeviceRefuses;
    });
}

int print(Words words)
{
    return withSession(
        words[0], [](Session& session, const escpos::Model& model, Printer& printer) {
            using namespace std::chrono;
            const auto begin = steady_clock::now();
            // The minute and second tell this slip from the one before.
            const auto job = duration_cast<seconds>(begin.time_since_epoch()).count();
            const PrintResult result = session.print(testSlip(model.widthDots), job);
            const auto took = duration_cast<milliseconds>(steady_clock::now() - begin).count();
            switch (result.fate) {
            case Fate::Printed:
                std::cout << printer.id() << ": printed, confirmed after " << took << " ms\n";
                return Ok;
            case Fate::Unknown:
                return complain("sent, not confirmed: " + result.what, DeviceRefuses);
            case Fate::NotPrinted: return complain("not printed: " + result.what, DeviceRefuses);
            }
            return DeviceRefuses;
        });
}

int decode(Words words)
{
    const std::string path(words[0]);
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return complain(path + ": cannot be read", CannotRead);
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    escpos::Decoder decoder;
    const auto actions = decoder.take(std::as_bytes(std::span(text)));
    std::size_t strange = 0;
    std::size_t realTime = 0;
    for (const escpos::Action& action : actions) {
        strange += std::holds_alternative<escpos::Strange>(action) ? 1 : 0;
        realTime += isRealTime(action) ? 1 : 0;
    }
    const auto slips = escpos::slipsOf(actions);
    std::cout << path << ": " << text.size() << " bytes, " << slips.size() << " slips, " << realTime
              << " real-time commands, " << strange << " unknown commands, "
              << decoder.unfinishedBytes() << " bytes of an unfinished one\n";
    const std::string stem(words.size() > 1 ? words[1] : words[0]);
    for (std::size_t i = 0; i < slips.size(); ++i) {
        const std::string picture = stem + "-" + std::to_string(i + 1) + ".png";
        const Bytes png = pngOf(slips[i]);
        std::ofstream out(picture, std::ios::binary);
        out.write(reinterpret_cast<const char*>(png.data()),
                  static_cast<std::streamsize>(png.size()));
        if (!out.flush()) {
            return complain(picture + ": cannot be written", CannotRead);
        }
        std::cout << "  " << picture << ": " << slips[i].widthDots << " x " << slips[i].heightRows
                  << " dots, " << slips[i].heightRows / 8 << " mm\n";
    }
    return strange == 0 ? Ok : DeviceRefuses;
}

int list(Words /*words*/)
{
    return listPrinters(std::cout) ? Ok : DeviceRefuses;
}

int serve(Words words)
{
    auto door = doorFrom(words[1], words[2]);
    if (!door) {
        return complain(describe(door.error()), WrongUsage);
    }
    const auto ended = servePrinter(std::string(words[0]), *std::move(door));
    return ended ? Ok : complain(ended.error().what, DeviceRefuses);
}

int scan(Words words)
{
    const auto uri = parseScannerUri(words[0]);
    if (!uri) {
        return complain(describe(uri.error()), WrongUsage);
    }
    const auto ended = printCodes(*uri);
    return ended ? Ok : complain(ended.error().what, DeviceRefuses);
}

int sign(Words words)
{
    const auto tried = trySign(words, std::cout);
    if (tried) {
        return Ok;
    }
    const auto* const wrong = std::get_if<ParseError>(&tried.error());
    return wrong != nullptr ? complain(describe(*wrong), WrongUsage)
                            : complain(std::get<IoError>(tried.error()).what, DeviceRefuses);
}

constexpr std::array Commands{
    Command{"list", "", "the printers on USB and in CUPS, and how to name them", 0, 0, list},
    Command{"status", "PRINTER", "what the printer says of itself", 1, 1, status},
    Command{"print", "PRINTER", "a test slip, confirmed by the printer", 1, 1, print},
    Command{"decode", "FILE [STEM]", "ESC/POS bytes to pictures STEM-1.png ...", 1, 2, decode},
    Command{"serve", "FOLDER --tcp PORT | --pty LINK",
            "a virtual printer on a port of this machine or on a pseudo-terminal", 3, 3, serve},
    Command{"scan", "SCANNER", "the codes of a scanner, a line each, as they come", 1, 1, scan},
    Command{"sign", "list | show SIGN TEXT | blink SIGN TEXT | count SIGN",
            "the protocols of signs; a text on one; all numbers from 000 to 999", 1, 3, sign},
};

void showHelp()
{
    std::cout << "talon-hw: tries and diagnoses the printer of a terminal\n\n";
    for (const Command& command : Commands) {
        std::cout << "  talon-hw " << command.name << (command.parameters.empty() ? "" : " ")
                  << command.parameters << "\n      " << command.what << "\n";
    }
    std::cout << "  talon-hw --help | --version\n\n"
              << "PRINTER is SCHEME:ADDRESS[?model=NAME&...], with one of the schemes\n"
              << knownSchemes() << "and one of the models";
    for (const escpos::Model& model : escpos::models()) {
        std::cout << " " << model.name;
    }
    std::cout << " (unless named, the\n"
              << "one that fits what the printer calls itself, or the first).\n"
              << "SCANNER is one of\n"
              << knownScannerSchemes() << "SIGN is PROTOCOL:LINE[?address=1&baud=9600&parity=none"
              << "&places=4&characters=ascii\n  &align=right&brightness=80&answers=yes&echo=no&...]"
              << ", such as ascii:/dev/ttyUSB0?address=3\n\n"
              << "Exit code: 0 well, 1 the device cannot or does not confirm, 2 wrong usage,\n"
              << "3 a file cannot be read or written.\n";
}

} // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string_view> words(argv + 1, argv + argc);
    if (words.empty()) {
        showHelp();
        return WrongUsage;
    }
    if (words[0] == "--help" || words[0] == "-h") {
        showHelp();
        return Ok;
    }
    if (words[0] == "--version") {
        std::cout << "talon-hw " << TALON_VERSION << "\n";
        return Ok;
    }
    for (const Command& command : Commands) {
        const Words parameters = Words(words).subspan(1);
        if (command.name == words[0] && parameters.size() >= command.parametersMin &&
            parameters.size() <= command.parametersMax) {
            return command.run(parameters);
        }
    }
    return complain("no such command, or wrong parameters; see talon-hw --help", WrongUsage);
}
