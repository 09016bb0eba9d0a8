-- The queue, whole: bookings, groups, several services on one ticket, the promised wait.

ALTER TABLE visit ADD COLUMN booking INTEGER;
ALTER TABLE visit ADD COLUMN booked_for INTEGER;
ALTER TABLE visit ADD COLUMN people INTEGER NOT NULL DEFAULT 1;
ALTER TABLE visit ADD COLUMN queued_at INTEGER NOT NULL DEFAULT 0; -- for the present service
ALTER TABLE visit ADD COLUMN promised_low INTEGER; -- seconds, as told on the ticket
ALTER TABLE visit ADD COLUMN promised_high INTEGER;
ALTER TABLE visit ADD COLUMN cancelled TEXT; -- why
ALTER TABLE visit ADD COLUMN dropped TEXT; -- why
ALTER TABLE visit ADD COLUMN story TEXT; -- JSON: services behind and ahead, more of the reason, notes

UPDATE visit SET queued_at = joined_at;
UPDATE visit SET dropped = 'dayEnded' WHERE state = 'dropped';

-- They lack what the office knows since: the events tell it.
DELETE FROM snapshot;
