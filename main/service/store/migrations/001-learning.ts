// Version 1: learners, their events, the summaries folded from them, drafts and reading places.
export const learning = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE learner (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  settings TEXT NOT NULL,
  created_at TEXT NOT NULL,
  opened_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The truth. Rows are only ever added; "position" keeps the order in which they arrived here.
CREATE TABLE event (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  at TEXT NOT NULL,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  item TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX event_by_learner ON event (learner, course);
CREATE TRIGGER event_is_append_only BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

CREATE TABLE lesson_state (
  learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  opened_at TEXT,
  finished_at TEXT,
  PRIMARY KEY (learner, course, lesson)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_state (
  learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  item TEXT NOT NULL,
  revision TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  hints INTEGER NOT NULL,
  answer TEXT NOT NULL,
  share REAL,
  settled INTEGER NOT NULL,
  counted REAL,
  answered_at TEXT,
  PRIMARY KEY (learner, course, lesson, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  item TEXT NOT NULL,
  revision TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (learner, course, lesson, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  line INTEGER NOT NULL,
  part REAL NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (learner, course, lesson)
) STRICT, WITHOUT ROWID;
`;
