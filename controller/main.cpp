#include "controller/cli/cli.h"
#include "controller/runtime/exit_code.h"

#include <QCoreApplication>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct SubCommand
{
    const char* name;
    const char* what;
    int (*run)(const QStringList& arguments);
};

constexpr std::array SubCommands{
    SubCommand{"serve", "run the office", talon::controller::serve},
    SubCommand{"init", "make the journal of a new office", talon::controller::init},
    SubCommand{"add-staff", "add somebody who may sign in", talon::controller::addStaff},
    SubCommand{"set-pin", "give somebody a PIN for terminals", talon::controller::setPin},
    SubCommand{"add-badge", "give somebody a badge for terminals", talon::controller::addBadge},
    SubCommand{"add-device", "let a terminal or display in", talon::controller::addDevice},
    SubCommand{"check", "check a whole journal", talon::controller::check},
    SubCommand{"back-up", "copy a journal", talon::controller::backUp},
    SubCommand{"simulate", "live days under other rules", talon::controller::simulate},
};

void printHelp(std::FILE* out)
{
    std::fputs("Usage: talon-controller COMMAND [options]\n\n"
               "The controller of a Talon office: schedules windows and keeps everything.\n\n",
               out);
    for (const SubCommand& command : SubCommands) {
        std::fprintf(out, "  %-12s %s\n", command.name, command.what);
    }
    std::fputs("\n'talon-controller COMMAND --help' tells the options; --version the version.\n",
               out);
}

} // namespace

int main(int argc, char* argv[])
{
    // GLib's loop costs a third of the throughput with many connections.
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"talon-controller"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TALON_VERSION));
    qSetMessagePattern(u"%{time yyyy-MM-ddThh:mm:ss.zzz} %{type} %{category}: %{message}"_s);

    QStringList arguments = QCoreApplication::arguments();
    const QString wanted = arguments.value(1);
    if (wanted == "--help"_L1 || wanted == "-h"_L1) {
        printHelp(stdout);
        return 0;
    }
    if (wanted == "--version"_L1 || wanted == "-v"_L1) {
        std::puts("talon-controller " TALON_VERSION);
        return 0;
    }
    for (const SubCommand& command : SubCommands) {
        if (wanted == QLatin1StringView(command.name)) {
            arguments.removeAt(1);
            return command.run(arguments);
        }
    }
    printHelp(stderr);
    return static_cast<int>(talon::runtime::ExitCode::Usage);
}
