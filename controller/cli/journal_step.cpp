#include "controller/cli/journal_step.h"

#include "controller/runtime/office_clock.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace talon::controller {

namespace {

using runtime::ExitCode;

int append(journal::Journal& journal, journal::Entry entry)
{
    entry.at = runtime::OfficeClock().now().now;
    entry.by = "setup";
    const auto done = journal.append(std::span(&entry, 1));
    return done ? static_cast<int>(ExitCode::Good) : fail(ExitCode::BadJournal, done.error().what);
}

} // namespace

QCommandLineOption journalOption()
{
    return {u"journal"_s, u"The office's journal."_s, u"file"_s};
}

int fail(ExitCode code, const std::string& why)
{
    std::fprintf(stderr, "talon-controller: %s\n", why.c_str());
    return static_cast<int>(code);
}

int keep(journal::Journal& journal, std::vector<staff::AccountChange> changes)
{
    journal::Entry entry;
    entry.accounts = std::move(changes);
    return append(journal, std::move(entry));
}

int keep(journal::Journal& journal, queue::Event event)
{
    journal::Entry entry;
    entry.events.push_back(std::move(event));
    return append(journal, std::move(entry));
}

} // namespace talon::controller
