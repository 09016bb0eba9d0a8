#pragma once

#include "controller/journal/database.h"
#include "controller/staff/accounts.h"

/// The tables of staff, their sessions, and devices.
namespace talon::journal {

/// Throws SQLite::Exception, as all that runs inside guarded().
void keep(SQLite::Database& database, const staff::AccountChange& change);

Expected<staff::Accounts, JournalError> readAccounts(SQLite::Database& database,
                                                     const std::string& path);

} // namespace talon::journal
