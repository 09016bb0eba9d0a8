-- What a member of the staff shows to a terminal: a PIN (Argon2id) or a badge (SHA-256).

ALTER TABLE staff ADD COLUMN pin_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN badge_hash TEXT NOT NULL DEFAULT '';

-- They lack what the office knows since: the events tell it.
DELETE FROM snapshot;
