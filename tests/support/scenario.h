#pragma once

#include "controller/queue/office.h"

#include <string>

namespace talon::test {

/// Plays a day at the office that is written as a table, and returns the table with what really
/// happened after each arrow: a test compares the two, and a difference reads like the table.
///
///     09:00 issue 1             -> А001
///     09:01 open window 1       -> open
///     09:01 call window 1       -> А001
///     09:02 call window 1       -> windowHasVisit
///     09:05 finish window 1     -> notStarted
///
/// Commands, where a clerk has the number of the window unless `by 7` names another:
/// `issue SERVICE [category N] [then SERVICE] [people N] [staff]`, `printed NUMBER OUTCOME`,
/// `book CODE service N at TIME [day N]`, `checkin|unbook CODE`, `move CODE at TIME`,
/// `open|pause|close|call|recall|start|absent|putback|undo window N [meaning NUMBER]`,
/// `finish window N [topic N] [then SERVICE]`, `out NUMBER window N because WORD`,
/// `break window N [alone]`, `plan window N TIME MINUTES [alone]`,
/// `hold NUMBER [until TIME]`, `return|cancel NUMBER`, `grade NUMBER category N`,
/// `transfer NUMBER to SERVICE [at WINDOW] [andback]`, `issuing SERVICE MODE`,
/// `last SERVICE [given]`, `home`, `tick` (until nothing more happens),
/// `settings CHANGE` (see scenario_words.cpp),
/// `lease TERMINAL [holder WORD]`,
/// `handover TERMINAL SERVICE NUMBER taken TIME [day N] [category N] [booking CODE] [people N]
/// [paper OUTCOME] [store WORD] [instead NUMBER]`.
/// Questions: `waiting SERVICE`, `next window N`, `ahead|state|due|why NUMBER`, `window N`.
/// `day 2026-11-26` turns the calendar without a command. After every event the office's
/// invariants are checked, and a refusal must leave it untouched; a break stands in the answer.
/// A line that cannot be read is answered "what?".
std::string play(const std::string& table);

/// The same, in an office of one's own; it is changed.
std::string play(const std::string& table, queue::Office& office);

} // namespace talon::test
