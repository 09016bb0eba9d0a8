#include "controller/cli/cli.h"
#include "controller/cli/journal_step.h"
#include "controller/staff/pin.h"
#include "controller/staff/token.h"

#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

/// How the staff is known at a terminal: PINs and badges, given out at the prompt.
namespace talon::controller {

namespace {

using runtime::ExitCode;

/// The journal of the command's office, with the member whom it is about.
struct Opened
{
    journal::Journal journal;
    staff::Accounts accounts;
    staff::StaffMember member;
};

/// Why not, as an exit code; then there is no member.
using Opening = Expected<Opened, int>;

Opening open(const QCommandLineParser& parser)
{
    auto journal = journal::Journal::open(parser.value(u"journal"_s).toStdString(), {});
    if (!journal) {
        return Unexpected(fail(ExitCode::BadJournal, journal.error().what));
    }
    staff::Accounts accounts = journal->takeMemory().accounts;
    const std::string login = parser.value(u"login"_s).toLower().toStdString();
    const staff::StaffMember* const known = staff::findByLogin(accounts, login);
    if (known == nullptr) {
        return Unexpected(fail(ExitCode::Usage, "--login names nobody: " + login));
    }
    const staff::StaffMember member = *known;
    return Opened{
        .journal = *std::move(journal), .accounts = std::move(accounts), .member = member};
}

int save(Opened& opened)
{
    return keep(opened.journal, {staff::StaffSaved{opened.member}});
}

int noBusiness()
{
    return fail(ExitCode::Usage, "a clerk has nothing to do at a terminal: only a "
                                 "hallAdministrator, manager or technician");
}

/// Nothing to object to is the empty string.
std::string faultOfPin(const Opened& opened, const std::string& pin)
{
    if (!staff::isPin(pin)) {
        return "a PIN has four to eight digits";
    }
    std::vector<std::string> others;
    for (const auto& [id, member] : opened.accounts.staff) {
        if (id != opened.member.id && !member.pinHash.empty()) {
            others.push_back(member.pinHash);
        }
    }
    if (others.size() >= staff::PinsMax) {
        return std::to_string(staff::PinsMax) + " members of the staff have a PIN; take one away "
                                                "(--remove) or give out badges";
    }
    if (staff::pinAmong(pin, others)) {
        return "this PIN cannot be had; choose another";
    }
    return {};
}

} // namespace

int setPin(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Gives a member of the staff a PIN for terminals, in place of the one before."_s);
    parser.addOptions({journalOption(),
                       {u"login"_s, u"Whose."_s, u"login"_s},
                       {u"pin-stdin"_s, u"Reads the PIN, 4 to 8 digits, from standard input."_s},
                       {u"remove"_s, u"Takes the PIN away."_s}});
    parse(parser, arguments, {u"journal"_s, u"login"_s});

    const bool isRemoval = parser.isSet(u"remove"_s);
    if (isRemoval == parser.isSet(u"pin-stdin"_s)) {
        return fail(ExitCode::Usage, "either --pin-stdin or --remove is needed");
    }
    const std::string pin = isRemoval ? std::string() : QTextStream(stdin).readLine().toStdString();
    auto opened = open(parser);
    if (!opened) {
        return opened.error();
    }
    if (isRemoval) {
        opened->member.pinHash.clear();
        return save(*opened);
    }
    if (!staff::mayUseTerminal(opened->member.role)) {
        return noBusiness();
    }
    if (const std::string fault = faultOfPin(*opened, pin); !fault.empty()) {
        return fail(ExitCode::Usage, fault);
    }
    opened->member.pinHash = staff::hashPin(pin);
    return save(*opened);
}

int addBadge(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Gives a member of the staff a badge, in place of the one "
        "before: prints what its code says, which is kept nowhere else."_s);
    parser.addOptions({journalOption(),
                       {u"login"_s, u"Whose."_s, u"login"_s},
                       {u"remove"_s, u"Takes the badge away."_s}});
    parse(parser, arguments, {u"journal"_s, u"login"_s});

    auto opened = open(parser);
    if (!opened) {
        return opened.error();
    }
    if (parser.isSet(u"remove"_s)) {
        opened->member.badgeHash.clear();
        return save(*opened);
    }
    if (!staff::mayUseTerminal(opened->member.role)) {
        return noBusiness();
    }
    const std::string badge = staff::newBadge();
    opened->member.badgeHash = staff::tokenHash(badge);
    const int code = save(*opened);
    if (code == 0) {
        std::printf("%s\n", badge.c_str());
    }
    return code;
}

} // namespace talon::controller
