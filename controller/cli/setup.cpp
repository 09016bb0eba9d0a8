#include "controller/cli/cli.h"
#include "controller/cli/journal_step.h"
#include "controller/runtime/office_clock.h"
#include "controller/staff/password.h"
#include "controller/staff/token.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/settings_json.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

/// Sets an office up from the prompt, while its controller does not run.
namespace talon::controller {

namespace {

using runtime::ExitCode;

Expected<OfficeSettings, ParseError> settingsFromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) {
        return Unexpected(
            ParseError{.field = {}, .what = "cannot be read: " + file.errorString().toStdString()});
    }
    const auto json = wire::objectFromText(file.readAll());
    if (!json) {
        return Unexpected(json.error());
    }
    auto settings = wire::settingsFromJson(*json);
    if (settings) {
        if (const auto zone = runtime::OfficeClock().setZone(settings->timeZone); !zone) {
            return Unexpected(zone.error());
        }
    }
    return settings;
}

template <class Choices>
std::optional<typename Choices::value_type> choiceFrom(const QString& text, const Choices& choices)
{
    const std::string given = text.toStdString();
    const auto found =
        std::ranges::find_if(choices, [&](auto choice) { return name(choice) == given; });
    return found == choices.end() ? std::nullopt : std::optional(*found);
}

template <class Map>
auto nextId(const Map& map)
{
    return typename Map::key_type{map.empty() ? 1 : map.rbegin()->first.value + 1};
}

} // namespace

void parse(QCommandLineParser& parser, const QStringList& arguments, const QStringList& required)
{
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(arguments);
    for (const QString& name : required) {
        if (!parser.isSet(name)) {
            std::fprintf(stderr, "talon-controller: --%s is needed; see --help\n",
                         qPrintable(name));
            std::exit(static_cast<int>(ExitCode::Usage));
        }
    }
}

int init(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Makes the journal of a new office from its settings."_s);
    parser.addOptions(
        {journalOption(), {u"settings"_s, u"The office's settings, JSON."_s, u"file"_s}});
    parse(parser, arguments, {u"journal"_s, u"settings"_s});

    const auto settings = settingsFromFile(parser.value(u"settings"_s));
    if (!settings) {
        return fail(ExitCode::BadSettings,
                    parser.value(u"settings"_s).toStdString() + ": " + describe(settings.error()));
    }
    if (QFile::exists(parser.value(u"journal"_s))) {
        return fail(ExitCode::BadJournal, parser.value(u"journal"_s).toStdString() +
                                              " exists already and is left as it is");
    }
    auto journal =
        journal::Journal::open(parser.value(u"journal"_s).toStdString(), {.create = true});
    if (!journal) {
        return fail(ExitCode::BadJournal, journal.error().what);
    }
    return keep(*journal, queue::SettingsChanged{*settings});
}

int addStaff(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Adds somebody who may sign in, or sets a new password."_s);
    parser.addOptions(
        {journalOption(),
         {u"login"_s, u"Lower-case login."_s, u"login"_s},
         {u"name"_s, u"Name, as colleagues read it."_s, u"name"_s},
         {u"role"_s, u"clerk, hallAdministrator, manager or technician."_s, u"role"_s},
         {u"password-stdin"_s, u"Reads the password from standard input."_s}});
    parse(parser, arguments, {u"journal"_s, u"login"_s, u"name"_s, u"role"_s, u"password-stdin"_s});

    const auto role = choiceFrom(parser.value(u"role"_s), staff::Roles);
    if (!role) {
        return fail(ExitCode::Usage,
                    "--role must be clerk, hallAdministrator, manager or technician");
    }
    const std::string password = QTextStream(stdin).readLine().toStdString();
    if (password.size() < 8) {
        return fail(ExitCode::Usage, "a password needs eight characters at least");
    }
    auto journal = journal::Journal::open(parser.value(u"journal"_s).toStdString(), {});
    if (!journal) {
        return fail(ExitCode::BadJournal, journal.error().what);
    }
    const staff::Accounts accounts = journal->takeMemory().accounts;
    const std::string login = parser.value(u"login"_s).toLower().toStdString();
    const staff::StaffMember* const known = staff::findByLogin(accounts, login);
    staff::StaffMember member =
        known != nullptr ? *known : staff::StaffMember{.id = nextId(accounts.staff)};
    member.login = login;
    member.name = parser.value(u"name"_s).toStdString();
    member.role = *role;
    member.passwordHash = staff::hashPassword(password);
    return keep(*journal, {staff::StaffSaved{member}});
}

int addDevice(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Lets a device in: prints its token, which is kept nowhere else."_s);
    parser.addOptions({journalOption(),
                       {u"kind"_s, u"terminal or display."_s, u"kind"_s},
                       {u"name"_s, u"Where it stands, e.g. \"hall, left\"."_s, u"name"_s}});
    parse(parser, arguments, {u"journal"_s, u"kind"_s, u"name"_s});

    const auto kind = choiceFrom(parser.value(u"kind"_s), staff::DeviceKinds);
    if (!kind) {
        return fail(ExitCode::Usage, "--kind must be terminal or display");
    }
    auto journal = journal::Journal::open(parser.value(u"journal"_s).toStdString(), {});
    if (!journal) {
        return fail(ExitCode::BadJournal, journal.error().what);
    }
    const std::string token = staff::newToken();
    const staff::Device device{.id = nextId(journal->takeMemory().accounts.devices),
                               .kind = *kind,
                               .name = parser.value(u"name"_s).toStdString(),
                               .tokenHash = staff::tokenHash(token)};
    const int code = keep(*journal, {staff::DeviceSaved{device}});
    if (code == 0) {
        std::printf("%s\n", token.c_str());
    }
    return code;
}

int check(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Reads the whole journal and says whether it is what was written."_s);
    parser.addOption(journalOption());
    parse(parser, arguments, {u"journal"_s});

    const auto checked = journal::checkWhole(parser.value(u"journal"_s).toStdString());
    if (!checked) {
        return fail(ExitCode::BadJournal, checked.error().what);
    }
    std::printf("the journal is whole\n");
    return static_cast<int>(ExitCode::Good);
}

int backUp(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Copies the journal, whole and durable, also while the office works."_s);
    parser.addOptions({journalOption(), {u"to"_s, u"The new file; must not exist."_s, u"file"_s}});
    parse(parser, arguments, {u"journal"_s, u"to"_s});

    const auto done = journal::backUp(parser.value(u"journal"_s).toStdString(),
                                      parser.value(u"to"_s).toStdString());
    return done ? static_cast<int>(ExitCode::Good) : fail(ExitCode::BadJournal, done.error().what);
}

} // namespace talon::controller
