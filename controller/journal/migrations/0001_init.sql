-- Moments are UTC milliseconds, days are counted from 1970-01-01. Names of kinds and states are
-- those of name() in controller/queue and shared/domain.

CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    epoch INTEGER NOT NULL CHECK (epoch >= 1), -- raised at each restore
    opened INTEGER NOT NULL -- counts openings that had to sync the log by a write of their own
) STRICT;

INSERT INTO meta (id, epoch, opened) VALUES (1, 1, 0);

-- What happened, for ever. Each row's hash covers the row and the hash before it.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL, -- the office's business day, once the event had happened
    "by" TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL, -- JSON
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- The office as it was after an event, so that a start need not replay years.
CREATE TABLE snapshot (
    seq INTEGER PRIMARY KEY REFERENCES event (seq),
    day_start INTEGER NOT NULL CHECK (day_start IN (0, 1)), -- kept for ever; others are thinned out
    office TEXT NOT NULL, -- JSON
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX snapshot_in_day ON snapshot (seq) WHERE day_start = 0;

-- Answers given, so that a repeated request gets its first one.
CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX request_at ON request (at);

-- One row a visit, as the events left it.
CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,
    number TEXT NOT NULL,
    service INTEGER NOT NULL,
    category INTEGER,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    due INTEGER NOT NULL,
    times_called INTEGER NOT NULL,
    print TEXT NOT NULL,
    window INTEGER,
    called_at INTEGER,
    started_at INTEGER,
    ended_at INTEGER,
    topic INTEGER,
    waited_ms INTEGER, -- the reason of the first call: waited, target, helping
    target_ms INTEGER,
    helping INTEGER CHECK (helping IN (0, 1)),
    call INTEGER NOT NULL, -- number of the latest call or recall, 0 before the first
    latest_call_at INTEGER,
    UNIQUE (day, number)
) STRICT;

-- No window has two visits, whatever the program thinks.
CREATE UNIQUE INDEX visit_at_window ON visit (window) WHERE state IN ('called', 'serving');

CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL
) STRICT;

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    staff INTEGER NOT NULL REFERENCES staff (id),
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE device (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE
) STRICT;
