#include "controller/api/handlers.h"
#include "controller/api/log.h"
#include "controller/api/sessions.h"
#include "controller/api/submission.h"
#include "controller/staff/pin.h"
#include "controller/staff/token.h"
#include "shared/wire/json_values.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace talon::api {

namespace {

constexpr int RetryAfterSeconds = 2;
constexpr std::size_t BadgeBytesMax = 128;

/// Shown at a terminal; one of the two.
struct Shown
{
    std::optional<std::string> pin;
    std::optional<std::string> badge;
};

std::optional<Shown> shownIn(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return std::nullopt;
    }
    wire::JsonReader json(*body);
    Shown shown{.pin = json.textMaybe("pin", 8), .badge = json.textMaybe("badge", BadgeBytesMax)};
    if (shown.pin.has_value() == shown.badge.has_value()) {
        json.fail("pin", "or badge is to be shown, and not both");
    } else if (shown.pin && !staff::isPin(*shown.pin)) {
        json.fail("pin", "must have 4 to 8 digits");
    }
    return accepted(call, json.finish(std::move(shown)));
}

/// The terminal's request, on its way to an answer; outlives the call.
struct SignIn
{
    Desk* desk;
    QPointer<FeedHub> isThere; ///< Until the port is closed, and the desk with it.
    std::string terminal;
    Reply reply;
};

void refuse(const SignIn& signIn, std::string_view why)
{
    qCInfo(lcApi, "a sign-in at %s was refused", signIn.terminal.c_str());
    signIn.reply(fault(403, why));
}

void welcome(const SignIn& signIn, const staff::StaffMember& member)
{
    signIn.desk->signInsPerTerminal.giveBack(signIn.terminal);
    const QJsonObject view{{u"staff"_s, wire::toJson(member.id)},
                           {u"name"_s, wire::toJson(member.name)},
                           {u"role"_s, wire::toJson(staff::name(member.role))}};
    openSession(signIn.desk->access, member, TerminalSessionLife, StaffTokenPrefix,
                [reply = signIn.reply, view](const std::optional<NewSession>& session) {
                    if (!session) {
                        reply(faultForNow(503, "the controller's disk is full", RetryAfterSeconds));
                        return;
                    }
                    QJsonObject told = view;
                    told.insert(u"token"_s, wire::toJson(session->token));
                    told.insert(u"expiresAt"_s, wire::toJson(session->expiresAt));
                    reply({.status = 200, .body = compact(told)});
                });
}

void tryBadge(const SignIn& signIn, const std::string& badge)
{
    const staff::Accounts& accounts = signIn.desk->access.accounts();
    const auto* const member = staff::findByBadge(accounts, staff::tokenHash(badge));
    if (member == nullptr || !staff::mayUseTerminal(member->role)) {
        refuse(signIn, "wrong badge");
        return;
    }
    welcome(signIn, *member);
}

void tryPin(const SignIn& signIn, std::string pin)
{
    std::vector<StaffId> ids;
    std::vector<std::string> hashes;
    for (const auto& [id, member] : signIn.desk->access.accounts().staff) {
        if (!member.pinHash.empty() && staff::mayUseTerminal(member.role)) {
            ids.push_back(id);
            hashes.push_back(member.pinHash);
        }
    }
    signIn.desk->access.findPin(
        std::move(pin), hashes, [signIn, ids, hashes](std::optional<OfficeAccess::PinFound> found) {
            if (!signIn.isThere) {
                return;
            }
            if (!found) {
                signIn.desk->signInsPerTerminal.giveBack(signIn.terminal);
                signIn.reply(faultForNow(503, "too many are signing in", RetryAfterSeconds));
                return;
            }
            const auto& staff = signIn.desk->access.accounts().staff;
            const auto known = found->which ? staff.find(ids.at(*found->which)) : staff.end();
            // A PIN changed meanwhile is the wrong one now.
            if (known == staff.end() || known->second.pinHash != hashes.at(*found->which)) {
                refuse(signIn, "wrong pin");
                return;
            }
            welcome(signIn, known->second);
        });
}

} // namespace

void signInAtTerminal(const Call& call)
{
    const auto shown = shownIn(call);
    if (!shown) {
        return;
    }
    const SignIn signIn{.desk = &call.desk,
                        .isThere = &call.desk.hub,
                        .terminal = call.actor.name(),
                        .reply = call.reply};
    const auto now = TokenBuckets::Moment::clock::now();
    if (const auto seconds = call.desk.signInsPerTerminal.take(signIn.terminal, now)) {
        call.reply(faultForNow(429, "too many wrong tries", *seconds));
        return;
    }
    if (shown->badge) {
        tryBadge(signIn, *shown->badge);
    } else {
        tryPin(signIn, *shown->pin);
    }
}

} // namespace talon::api
