#include "controller/api/actor.h"

#include "controller/staff/token.h"
#include "shared/base/ensure.h"

#include <algorithm>
#include <span>

namespace talon::api {

namespace {

using staff::DeviceKind;
using staff::Role;

constexpr std::string_view Bearer = "Bearer ";

/// Those who hold a right.
struct Holders
{
    std::span<const Role> roles;
    std::span<const DeviceKind> devices;
};

constexpr std::array OfManager{Role::Manager};
constexpr std::array OfIssue{Role::HallAdministrator, Role::Manager};
constexpr std::array OfOffice{Role::HallAdministrator, Role::Manager, Role::Technician};
constexpr std::array OfTerminal{DeviceKind::Terminal};
constexpr std::array OfDisplay{DeviceKind::Display};

Holders holders(Right right)
{
    switch (right) {
    case Right::Anyone:
    case Right::WatchHall: return {.roles = staff::Roles, .devices = staff::DeviceKinds};
    case Right::Staff: return {.roles = staff::Roles};
    case Right::Manager: return {.roles = OfManager};
    case Right::Device: return {.roles = {}, .devices = staff::DeviceKinds};
    case Right::Terminal: return {.devices = OfTerminal};
    case Right::Issue: return {.roles = OfIssue, .devices = OfTerminal};
    case Right::CancelVisit: return {.roles = staff::Roles, .devices = OfTerminal};
    case Right::Oversee: return {.roles = OfIssue};
    case Right::WatchTerminal: return {.roles = staff::Roles, .devices = OfTerminal};
    case Right::WatchOffice: return {.roles = OfOffice};
    case Right::WatchMedia: return {.roles = staff::Roles, .devices = OfDisplay};
    }
    TALON_ENSURE(false);
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return out;
}

/// The value of our cookie among all that the browser sent; empty when it is not there.
std::string_view sessionOf(std::string_view cookies)
{
    while (!cookies.empty()) {
        const std::size_t end = std::min(cookies.find(';'), cookies.size());
        std::string_view cookie = cookies.substr(0, end);
        cookies.remove_prefix(std::min(end + 1, cookies.size()));
        cookie.remove_prefix(std::min(cookie.find_first_not_of(' '), cookie.size()));
        if (cookie.starts_with(SessionCookie) && cookie.size() > SessionCookie.size() &&
            cookie[SessionCookie.size()] == '=') {
            return cookie.substr(SessionCookie.size() + 1);
        }
    }
    return {};
}

} // namespace

const staff::StaffMember* Actor::member() const
{
    const auto* const found = std::get_if<const staff::StaffMember*>(&who);
    return found == nullptr ? nullptr : *found;
}

const staff::Device* Actor::device() const
{
    const auto* const found = std::get_if<const staff::Device*>(&who);
    return found == nullptr ? nullptr : *found;
}

std::string Actor::name() const
{
    if (const auto* const person = member()) {
        return "staff:" + std::to_string(person->id.value);
    }
    if (const auto* const machine = device()) {
        return "device:" + std::to_string(machine->id.value);
    }
    return "nobody";
}

Credential credentialOf(const HttpRequest& request)
{
    const std::string_view authorization = request.authorization;
    if (authorization.starts_with(Bearer)) {
        const std::string_view token = authorization.substr(Bearer.size());
        return {.kind = token.starts_with(StaffTokenPrefix) ? Credential::Kind::Session
                                                            : Credential::Kind::DeviceToken,
                .hash = staff::tokenHash(token)};
    }
    const std::string_view session = sessionOf(request.cookie);
    if (!session.empty() && !session.starts_with(StaffTokenPrefix)) {
        return {.kind = Credential::Kind::Session, .hash = staff::tokenHash(session)};
    }
    return {};
}

Actor actorOf(const staff::Accounts& accounts, const Credential& credential, Instant now)
{
    switch (credential.kind) {
    case Credential::Kind::None: return {};
    case Credential::Kind::Session:
        if (const auto* member = staff::findBySession(accounts, credential.hash, now)) {
            return {.who = member, .credentialHash = credential.hash};
        }
        return {};
    case Credential::Kind::DeviceToken:
        if (const auto* device = staff::findDeviceByToken(accounts, credential.hash)) {
            return {.who = device, .credentialHash = credential.hash};
        }
        return {};
    }
    TALON_ENSURE(false);
}

bool allows(Right right, const Actor& actor)
{
    if (right == Right::Anyone) {
        return true;
    }
    const Holders allowed = holders(right);
    if (const auto* const member = actor.member()) {
        return std::ranges::find(allowed.roles, member->role) != allowed.roles.end();
    }
    if (const auto* const device = actor.device()) {
        return std::ranges::find(allowed.devices, device->kind) != allowed.devices.end();
    }
    return false;
}

std::vector<std::string> holdersOf(Right right)
{
    if (right == Right::Anyone) {
        return {"anyone"};
    }
    std::vector<std::string> names;
    for (const DeviceKind kind : holders(right).devices) {
        names.emplace_back(staff::name(kind));
    }
    for (const Role role : holders(right).roles) {
        names.emplace_back(staff::name(role));
    }
    return names;
}

bool isOwnOrigin(const HttpRequest& request)
{
    if (request.origin.empty()) {
        return true;
    }
    const std::string origin = lower(request.origin);
    const std::string host = lower(request.host);
    return origin == "http://" + host || origin == "https://" + host;
}

} // namespace talon::api
