#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <variant>

/// Who may use the controller: staff by a password, devices by a token. Secrets are kept as
/// hashes only. Pure; the journal keeps the changes, the api asks the accounts.
namespace talon::staff {

enum class Role { Clerk, HallAdministrator, Manager, Technician };
inline constexpr std::array Roles{Role::Clerk, Role::HallAdministrator, Role::Manager,
                                  Role::Technician};
std::string_view name(Role role);

enum class DeviceKind { Terminal, Display };
inline constexpr std::array DeviceKinds{DeviceKind::Terminal, DeviceKind::Display};
std::string_view name(DeviceKind kind);

struct StaffMember
{
    StaffId id;
    std::string login; ///< Lower case, unique.
    std::string name;  ///< As colleagues read it.
    Role role = Role::Clerk;
    std::string passwordHash;   ///< Argon2id, in libsodium's text form.
    std::string pinHash = {};   ///< Likewise; empty without a PIN.
    std::string badgeHash = {}; ///< SHA-256 of what the badge says, hex; empty without a badge.

    friend bool operator==(const StaffMember&, const StaffMember&) = default;
};

/// A signed-in browser, or somebody of the staff at a terminal.
struct Session
{
    std::string tokenHash; ///< SHA-256 of the token, hex.
    StaffId staff;
    Instant expiresAt;

    friend bool operator==(const Session&, const Session&) = default;
};

struct Device
{
    DeviceId id;
    DeviceKind kind = DeviceKind::Terminal;
    std::string name;
    std::string tokenHash; ///< SHA-256 of the device's token, hex.

    friend bool operator==(const Device&, const Device&) = default;
};

struct StaffSaved
{
    StaffMember member;

    friend bool operator==(const StaffSaved&, const StaffSaved&) = default;
};

struct SessionOpened
{
    Session session;

    friend bool operator==(const SessionOpened&, const SessionOpened&) = default;
};

struct SessionClosed
{
    std::string tokenHash;

    friend bool operator==(const SessionClosed&, const SessionClosed&) = default;
};

struct DeviceSaved
{
    Device device;

    friend bool operator==(const DeviceSaved&, const DeviceSaved&) = default;
};

using AccountChange = std::variant<StaffSaved, SessionOpened, SessionClosed, DeviceSaved>;

struct Accounts
{
    std::map<StaffId, StaffMember> staff;
    std::map<std::string, Session> sessions; ///< By token hash.
    std::map<DeviceId, Device> devices;

    friend bool operator==(const Accounts&, const Accounts&) = default;
};

void apply(Accounts& accounts, const AccountChange& change);

const StaffMember* findByLogin(const Accounts& accounts, std::string_view login);
const StaffMember* findByBadge(const Accounts& accounts, std::string_view badgeHash);
const Device* findDeviceByToken(const Accounts& accounts, std::string_view tokenHash);

/// The member of a session that has not run out.
const StaffMember*
findBySession(const Accounts& accounts, const std::string& tokenHash, Instant now);

} // namespace talon::staff
