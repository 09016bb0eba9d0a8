#include "controller/journal/account_tables.h"

#include <algorithm>

namespace talon::journal {

namespace {

void keep(SQLite::Database& database, const staff::StaffSaved& change)
{
    SQLite::Statement statement(database, R"(
        INSERT INTO staff (id, login, name, role, password_hash, pin_hash, badge_hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (id) DO UPDATE SET
            login = ?2, name = ?3, role = ?4, password_hash = ?5, pin_hash = ?6, badge_hash = ?7
    )");
    statement.bind(1, change.member.id.value);
    statement.bind(2, change.member.login);
    statement.bind(3, change.member.name);
    statement.bind(4, std::string(name(change.member.role)));
    statement.bind(5, change.member.passwordHash);
    statement.bind(6, change.member.pinHash);
    statement.bind(7, change.member.badgeHash);
    statement.exec();
}

void keep(SQLite::Database& database, const staff::SessionOpened& change)
{
    SQLite::Statement statement(database, R"(
        INSERT INTO session (token_hash, staff, expires_at) VALUES (?1, ?2, ?3)
        ON CONFLICT (token_hash) DO UPDATE SET staff = ?2, expires_at = ?3
    )");
    statement.bind(1, change.session.tokenHash);
    statement.bind(2, change.session.staff.value);
    statement.bind(3, std::int64_t{change.session.expiresAt.time_since_epoch().count()});
    statement.exec();
}

void keep(SQLite::Database& database, const staff::SessionClosed& change)
{
    SQLite::Statement statement(database, "DELETE FROM session WHERE token_hash = ?1");
    statement.bind(1, change.tokenHash);
    statement.exec();
}

void keep(SQLite::Database& database, const staff::DeviceSaved& change)
{
    SQLite::Statement statement(database, R"(
        INSERT INTO device (id, kind, name, token_hash) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET kind = ?2, name = ?3, token_hash = ?4
    )");
    statement.bind(1, change.device.id.value);
    statement.bind(2, std::string(name(change.device.kind)));
    statement.bind(3, change.device.name);
    statement.bind(4, change.device.tokenHash);
    statement.exec();
}

template <class Choices>
std::optional<typename Choices::value_type> named(const SQLite::Column& column,
                                                  const Choices& choices)
{
    const auto found =
        std::ranges::find_if(choices, [&](auto choice) { return name(choice) == textOf(column); });
    return found == choices.end() ? std::nullopt : std::optional(*found);
}

} // namespace

void keep(SQLite::Database& database, const staff::AccountChange& change)
{
    std::visit([&](const auto& c) { keep(database, c); }, change);
}

Expected<staff::Accounts, JournalError> readAccounts(SQLite::Database& database,
                                                     const std::string& path)
{
    staff::Accounts accounts;
    SQLite::Statement members(
        database, "SELECT id, login, name, role, password_hash, pin_hash, badge_hash FROM staff");
    while (members.executeStep()) {
        const auto role = named(members.getColumn(3), staff::Roles);
        if (!role) {
            return Unexpected(damaged(path, "a member of staff has an unknown role"));
        }
        const StaffId id{members.getColumn(0).getInt64()};
        accounts.staff[id] = {.id = id,
                              .login = members.getColumn(1).getString(),
                              .name = members.getColumn(2).getString(),
                              .role = *role,
                              .passwordHash = members.getColumn(4).getString(),
                              .pinHash = members.getColumn(5).getString(),
                              .badgeHash = members.getColumn(6).getString()};
    }
    SQLite::Statement sessions(database, "SELECT token_hash, staff, expires_at FROM session");
    while (sessions.executeStep()) {
        const std::string token = sessions.getColumn(0).getString();
        accounts.sessions[token] = {
            .tokenHash = token,
            .staff = {sessions.getColumn(1).getInt64()},
            .expiresAt = Instant{std::chrono::milliseconds{sessions.getColumn(2).getInt64()}}};
    }
    SQLite::Statement devices(database, "SELECT id, kind, name, token_hash FROM device");
    while (devices.executeStep()) {
        const auto kind = named(devices.getColumn(1), staff::DeviceKinds);
        if (!kind) {
            return Unexpected(damaged(path, "a device has an unknown kind"));
        }
        const DeviceId id{devices.getColumn(0).getInt64()};
        accounts.devices[id] = {.id = id,
                                .kind = *kind,
                                .name = devices.getColumn(2).getString(),
                                .tokenHash = devices.getColumn(3).getString()};
    }
    return accounts;
}

} // namespace talon::journal
