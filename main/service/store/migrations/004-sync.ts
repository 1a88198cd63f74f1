// Version 4: one person under several ids, the order of events whatever order they arrive in, and sync.
export const sync = `
-- Every id that a learner goes by: profiles of this computer, and those of the same person elsewhere.
-- "home" is the profile it hangs on and is erased with; "person" is worked out from "alias".
CREATE TABLE identity (
  learner TEXT PRIMARY KEY,
  home TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
  person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_by_person ON identity (person);
CREATE INDEX identity_by_home ON identity (home);
INSERT INTO identity SELECT id, id, id FROM learner;
CREATE TRIGGER learner_is_somebody AFTER INSERT ON learner
BEGIN INSERT INTO identity VALUES (NEW.id, NEW.id, NEW.id); END;

-- Who is who. Rows are only ever added.
CREATE TABLE alias (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  device TEXT NOT NULL,
  kind TEXT NOT NULL,
  learner TEXT NOT NULL REFERENCES identity (learner) ON DELETE CASCADE,
  other TEXT NOT NULL REFERENCES identity (learner) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TRIGGER alias_is_append_only BEFORE UPDATE ON alias
BEGIN SELECT RAISE(ABORT, 'aliases are never changed'); END;

-- As before, with the block whatever its kind and the attempt, by which events are put in order;
-- "via" names the target that an event of another computer came from.
CREATE TABLE event_4 (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  learner TEXT NOT NULL REFERENCES identity (learner) ON DELETE CASCADE,
  type TEXT NOT NULL,
  at TEXT NOT NULL,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  block TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  via TEXT,
  body TEXT NOT NULL
) STRICT;
INSERT INTO event_4 SELECT position, id, learner, type, at, course, lesson,
  coalesce(json_extract(body, '$.item'), json_extract(body, '$.group'), ''),
  coalesce(json_extract(body, '$.attempt'), 1), NULL, body FROM event;
DROP TABLE event;
ALTER TABLE event_4 RENAME TO event;
CREATE INDEX event_by_place ON event (learner, course, lesson, block, attempt, at, id);
CREATE INDEX event_of_finished_course ON event (learner, course) WHERE type = 'course.finished';
CREATE TRIGGER event_is_append_only BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

-- Summaries are a person's. They are made anew from the events, in their order.
DROP TABLE lesson_state;
DROP TABLE item_state;
DROP TABLE group_state;
DROP TABLE kept_state;
DROP TABLE card_state;
CREATE TABLE lesson_state (
  person TEXT NOT NULL REFERENCES identity (learner) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  opened_at TEXT,
  finished_at TEXT,
  PRIMARY KEY (person, course, lesson)
) STRICT, WITHOUT ROWID;
CREATE TABLE item_state (
  person TEXT NOT NULL REFERENCES identity (learner) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  item TEXT NOT NULL,
  revision TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  hints INTEGER NOT NULL,
  answer TEXT NOT NULL,
  share REAL,
  first_share REAL,
  sure INTEGER,
  settled INTEGER NOT NULL,
  counted REAL,
  answered_at TEXT,
  PRIMARY KEY (person, course, lesson, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE group_state (
  person TEXT NOT NULL REFERENCES identity (learner) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  block TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  finished_at TEXT,
  share REAL,
  passed INTEGER NOT NULL,
  best REAL NOT NULL,
  PRIMARY KEY (person, course, lesson, block)
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_state (
  person TEXT NOT NULL REFERENCES identity (learner) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  block TEXT NOT NULL,
  revision TEXT NOT NULL,
  answer TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person, course, lesson, block)
) STRICT, WITHOUT ROWID;
CREATE TABLE card_state (
  person TEXT NOT NULL REFERENCES identity (learner) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  block TEXT NOT NULL,
  card TEXT NOT NULL,
  seen INTEGER NOT NULL,
  last_grade TEXT NOT NULL,
  last_at TEXT NOT NULL,
  PRIMARY KEY (person, course, lesson, block, card)
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('summaries', 'to be made anew');

-- Where a profile's statements go, once its learner or the organisation said so.
CREATE TABLE target (
  id TEXT PRIMARY KEY,
  learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  settings TEXT NOT NULL,
  home_page TEXT NOT NULL,
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  state TEXT NOT NULL,
  since TEXT NOT NULL,
  -- Position of the event up to which the past was looked at; null when none of it is left to send.
  past INTEGER,
  cursor TEXT,
  -- Version of the database when it was kept: a later version may understand more.
  cursor_version INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX target_by_learner ON target (learner);

-- What is sent, frozen. Rows that were delivered stay: they tell what left this computer.
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY,
  target TEXT NOT NULL REFERENCES target (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  learner TEXT NOT NULL REFERENCES identity (learner) ON DELETE CASCADE,
  alias TEXT REFERENCES alias (id) ON DELETE CASCADE,
  -- The event came from another computer, which may have sent it there itself.
  forwarded INTEGER NOT NULL,
  -- Id of the statement that this one asks to void.
  voids TEXT,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL,
  at TEXT,
  reason TEXT,
  detail TEXT,
  UNIQUE (target, id)
) STRICT;
CREATE INDEX outbox_by_state ON outbox (target, state, position);
CREATE INDEX outbox_by_learner ON outbox (learner);
CREATE INDEX outbox_by_alias ON outbox (alias) WHERE alias IS NOT NULL;
CREATE INDEX outbox_by_voids ON outbox (target, voids) WHERE voids IS NOT NULL;
-- The very characters, apart: what is noted about a row is written often, and they never are again.
CREATE TABLE outbox_text (
  position INTEGER PRIMARY KEY REFERENCES outbox (position) ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;
CREATE TRIGGER outbox_is_frozen BEFORE UPDATE ON outbox_text
BEGIN SELECT RAISE(ABORT, 'what is to be sent is never changed'); END;

-- How many rows there are, by state: counting a hundred thousand at each step would take too long.
CREATE TABLE outbox_count (
  target TEXT NOT NULL REFERENCES target (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (target, state)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER outbox_counts_in AFTER INSERT ON outbox
BEGIN
  INSERT INTO outbox_count VALUES (NEW.target, NEW.state, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER outbox_counts_on AFTER UPDATE OF state ON outbox WHEN OLD.state <> NEW.state
BEGIN
  UPDATE outbox_count SET n = n - 1 WHERE target = OLD.target AND state = OLD.state;
  INSERT INTO outbox_count VALUES (NEW.target, NEW.state, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER outbox_counts_out AFTER DELETE ON outbox
BEGIN
  UPDATE outbox_count SET n = n - 1 WHERE target = OLD.target AND state = OLD.state;
END;

-- What came in and was not taken, because something else is known under its id.
CREATE TABLE inbox_aside (
  target TEXT NOT NULL REFERENCES target (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  json TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (target, id)
) STRICT, WITHOUT ROWID;
`;
