#pragma once

#include "controller/journal/journal.h"
#include "controller/runtime/exit_code.h"

#include <QCommandLineOption>

#include <string>

/// What the sub-commands that change a journal share. Its controller does not run meanwhile.
namespace talon::controller {

/// --journal
QCommandLineOption journalOption();

/// Says why, and is the exit code.
int fail(runtime::ExitCode code, const std::string& why);

/// Keeps changes of the accounts, as of now.
int keep(journal::Journal& journal, std::vector<staff::AccountChange> changes);

/// Keeps an event, as of now.
int keep(journal::Journal& journal, queue::Event event);

} // namespace talon::controller
