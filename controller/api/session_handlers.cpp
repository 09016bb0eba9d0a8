#include "controller/api/handlers.h"
#include "controller/api/log.h"
#include "controller/api/sessions.h"
#include "controller/staff/password.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"

#include <QJsonDocument>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace talon::api {

namespace {

constexpr int RetryAfterSeconds = 2;

struct SignInRequest
{
    std::string login;
    std::string password;
};

Expected<SignInRequest, ParseError> signInRequestFrom(const HttpRequest& request)
{
    const auto body = wire::objectFromText(
        QByteArray::fromRawData(request.body.data(), static_cast<qsizetype>(request.body.size())));
    if (!body) {
        return Unexpected(body.error());
    }
    wire::JsonReader json(*body);
    SignInRequest wanted;
    wanted.login = json.text("login", LoginBytesMax);
    wanted.password = json.text("password", PasswordBytesMax);
    return json.finish(std::move(wanted));
}

QByteArray viewOf(const staff::StaffMember& member)
{
    const QJsonObject person{{u"id"_s, wire::toJson(member.id)},
                             {u"login"_s, wire::toJson(member.login)},
                             {u"name"_s, wire::toJson(member.name)},
                             {u"role"_s, wire::toJson(staff::name(member.role))}};
    return QJsonDocument(QJsonObject{{u"staff"_s, person}}).toJson(QJsonDocument::Compact);
}

QByteArray cookieOf(std::string_view token, std::chrono::seconds life)
{
    std::string header = "Set-Cookie: ";
    header.append(SessionCookie).append("=").append(token);
    header += "; HttpOnly; SameSite=Strict; Path=/; Max-Age=" + std::to_string(life.count());
    return QByteArray::fromStdString(header + "\r\n");
}

/// The password was right.
void welcome(const Desk& desk, const staff::StaffMember& member, const Reply& reply)
{
    openSession(desk.access, member, SessionLife, {},
                [reply, view = viewOf(member)](const std::optional<NewSession>& session) {
                    if (!session) {
                        reply(faultForNow(503, "the controller's disk is full", RetryAfterSeconds));
                        return;
                    }
                    HttpAnswer answer{.status = 200, .body = view};
                    answer.headers = cookieOf(session->token, SessionLife);
                    reply(answer);
                });
}

HttpAnswer tooManyTries(int seconds)
{
    return faultForNow(429, "too many wrong passwords", seconds);
}

} // namespace

void signIn(const Call& call)
{
    const auto wanted = signInRequestFrom(call.request);
    if (!wanted) {
        call.reply(fault(400, describe(wanted.error())));
        return;
    }
    Desk& desk = call.desk;
    const std::string login = QString::fromStdString(wanted->login).toLower().toStdString();
    const std::string address = call.request.address;
    const std::string loginThere = login + '\n' + address;
    const auto now = TokenBuckets::Moment::clock::now();
    if (const auto seconds = desk.signInsPerAddress.take(address, now)) {
        call.reply(tooManyTries(*seconds));
        return;
    }
    if (const auto seconds = desk.signInsPerLogin.take(loginThere, now)) {
        call.reply(tooManyTries(*seconds));
        return;
    }
    const staff::StaffMember* const member = staff::findByLogin(desk.access.accounts(), login);
    const std::string hash = member == nullptr ? staff::decoyHash() : member->passwordHash;
    const auto id = member == nullptr ? std::nullopt : std::optional(member->id);
    desk.access.verifyPassword(
        wanted->password, hash,
        [&desk, isThere = QPointer<FeedHub>(&desk.hub), id, hash, address, loginThere,
         reply = call.reply](std::optional<bool> fits) {
            if (!isThere) {
                return; // The port was closed meanwhile, and the desk with it.
            }
            if (!fits) {
                reply(faultForNow(503, "too many are signing in", RetryAfterSeconds));
                return;
            }
            const auto& staff = desk.access.accounts().staff;
            const auto known = id ? staff.find(*id) : staff.end();
            // A password changed meanwhile is the wrong one now.
            if (!*fits || known == staff.end() || known->second.passwordHash != hash) {
                qCInfo(lcApi, "a sign-in was refused");
                reply(fault(401, "wrong login or password"));
                return;
            }
            desk.signInsPerAddress.giveBack(address);
            desk.signInsPerLogin.giveBack(loginThere);
            welcome(desk, known->second, reply);
        });
}

void whoIsSignedIn(const Call& call)
{
    call.reply({.status = 200, .body = viewOf(*call.actor.member())});
}

void signOut(const Call& call)
{
    call.desk.access.keep(
        staff::SessionClosed{call.actor.credentialHash},
        [hub = QPointer<FeedHub>(&call.desk.hub), reply = call.reply](bool done) {
            if (!done) {
                reply(faultForNow(503, "the controller's disk is full", RetryAfterSeconds));
                return;
            }
            if (hub) {
                hub->recheck();
            }
            HttpAnswer answer{.status = 200, .body = "{}"};
            answer.headers = cookieOf("", std::chrono::seconds{0});
            reply(answer);
        });
}

} // namespace talon::api
