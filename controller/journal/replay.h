#pragma once

#include "controller/journal/database.h"
#include "controller/journal/hash_chain.h"
#include "controller/queue/events.h"
#include "controller/queue/office.h"

#include <functional>

/// From rows back to the office.
namespace talon::journal {

/// How far a replay has come.
struct Replayed
{
    queue::Office office;
    std::int64_t seq = 0;
    Hash last{};                  ///< Of the event `seq`.
    std::int64_t snapshotSeq = 0; ///< Where it began.
};

/// Called for each event, before it is applied.
using BeforeEvent =
    std::function<Expected<Done, JournalError>(const Replayed& state, const queue::Event& event)>;

/// Applies all events after state.seq, each checked against the hash chain.
Expected<Done, JournalError> replay(SQLite::Database& database,
                                    const std::string& path,
                                    Replayed& state,
                                    const BeforeEvent& before = {});

/// A snapshot, if it is what was written.
std::optional<Replayed> readSnapshot(SQLite::Database& database, std::int64_t seq);

/// The office as the file has it: the newest good snapshot and the events after it.
Expected<Replayed, JournalError> recover(SQLite::Database& database, const std::string& path);

} // namespace talon::journal
