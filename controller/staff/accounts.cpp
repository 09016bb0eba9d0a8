#include "controller/staff/accounts.h"

#include "shared/base/ensure.h"

#include <algorithm>

namespace talon::staff {

namespace {

void on(Accounts& accounts, const StaffSaved& change)
{
    accounts.staff[change.member.id] = change.member;
}

void on(Accounts& accounts, const SessionOpened& change)
{
    accounts.sessions[change.session.tokenHash] = change.session;
}

void on(Accounts& accounts, const SessionClosed& change)
{
    accounts.sessions.erase(change.tokenHash);
}

void on(Accounts& accounts, const DeviceSaved& change)
{
    accounts.devices[change.device.id] = change.device;
}

} // namespace

std::string_view name(Role role)
{
    switch (role) {
    case Role::Clerk: return "clerk";
    case Role::HallAdministrator: return "hallAdministrator";
    case Role::Manager: return "manager";
    case Role::Technician: return "technician";
    }
    TALON_ENSURE(false);
}

std::string_view name(DeviceKind kind)
{
    switch (kind) {
    case DeviceKind::Terminal: return "terminal";
    case DeviceKind::Display: return "display";
    }
    TALON_ENSURE(false);
}

void apply(Accounts& accounts, const AccountChange& change)
{
    std::visit([&](const auto& c) { on(accounts, c); }, change);
}

const StaffMember* findByLogin(const Accounts& accounts, std::string_view login)
{
    const auto found = std::ranges::find_if(
        accounts.staff, [&](const auto& entry) { return entry.second.login == login; });
    return found == accounts.staff.end() ? nullptr : &found->second;
}

const StaffMember* findByBadge(const Accounts& accounts, std::string_view badgeHash)
{
    const auto found = std::ranges::find_if(accounts.staff, [&](const auto& entry) {
        return !badgeHash.empty() && entry.second.badgeHash == badgeHash;
    });
    return found == accounts.staff.end() ? nullptr : &found->second;
}

const Device* findDeviceByToken(const Accounts& accounts, std::string_view tokenHash)
{
    const auto found = std::ranges::find_if(
        accounts.devices, [&](const auto& entry) { return entry.second.tokenHash == tokenHash; });
    return found == accounts.devices.end() ? nullptr : &found->second;
}

const StaffMember*
findBySession(const Accounts& accounts, const std::string& tokenHash, Instant now)
{
    const auto session = accounts.sessions.find(tokenHash);
    if (session == accounts.sessions.end() || session->second.expiresAt <= now) {
        return nullptr;
    }
    const auto member = accounts.staff.find(session->second.staff);
    return member == accounts.staff.end() ? nullptr : &member->second;
}

} // namespace talon::staff
