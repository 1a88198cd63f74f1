// The tables of the team view: facts as they came in, and what is counted from them while they come in.

/**
 * `fact` is the truth; `finish` follows from it for each member and course, `coverage` from `finish`, by
 * triggers, so that no count can be forgotten. A member is a row of the list, or somebody who is in
 * none; several accounts may be one member.
 */
const first = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
-- Those who are in no list.
INSERT INTO unit VALUES (0, '');

CREATE TABLE roster (
  id INTEGER PRIMARY KEY,
  account TEXT NOT NULL UNIQUE,
  -- As it is written in the list.
  shown TEXT NOT NULL,
  name TEXT NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id),
  team TEXT NOT NULL
) STRICT;
CREATE INDEX roster_by_unit ON roster (unit);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  home_page TEXT NOT NULL,
  account TEXT NOT NULL,
  -- The name of a profile that was handed in; '' for others.
  profile TEXT NOT NULL,
  -- The first person of the same row of the list: this one, for most.
  member INTEGER NOT NULL,
  row INTEGER REFERENCES roster (id) ON DELETE SET NULL,
  unit INTEGER NOT NULL REFERENCES unit (id),
  UNIQUE (home_page, account)
) STRICT;
CREATE INDEX person_by_member ON person (member);
CREATE INDEX person_by_row ON person (row);
CREATE INDEX person_by_unit ON person (unit);

CREATE TABLE course (
  id INTEGER PRIMARY KEY,
  course TEXT NOT NULL UNIQUE,
  titles TEXT NOT NULL
) STRICT;

CREATE TABLE fact (
  id BLOB PRIMARY KEY,
  -- Hash of what it says: of two that say different things under one id, the smaller one counts.
  print INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id),
  -- 1 course, 2 lesson, 3 answer, 4 hint
  kind INTEGER NOT NULL,
  course INTEGER NOT NULL REFERENCES course (id),
  day INTEGER NOT NULL,
  passed INTEGER NOT NULL,
  lesson TEXT,
  item TEXT,
  at TEXT,
  revision TEXT,
  share REAL,
  answer TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_of_person ON fact (person, kind, course);
CREATE INDEX fact_of_questions ON fact (course, person) WHERE kind > 2;

-- Statements that were taken back, perhaps before they came: by an account, or by '' for the store.
CREATE TABLE voided (
  id BLOB NOT NULL, who TEXT NOT NULL, PRIMARY KEY (id, who)
) STRICT, WITHOUT ROWID;
CREATE VIEW live AS SELECT fact.* FROM fact JOIN person ON person.id = fact.person
  WHERE NOT EXISTS (SELECT 1 FROM voided WHERE voided.id = fact.id
    AND who IN ('', home_page || char(10) || account));

CREATE TABLE finish (
  member INTEGER NOT NULL,
  course INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  -- Since 1970.
  month INTEGER NOT NULL,
  day INTEGER NOT NULL,
  passed_day INTEGER,
  PRIMARY KEY (member, course)
) STRICT, WITHOUT ROWID;

CREATE TABLE coverage (
  course INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  month INTEGER NOT NULL,
  finished INTEGER NOT NULL,
  PRIMARY KEY (course, unit, month)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER finish_added AFTER INSERT ON finish BEGIN
  INSERT INTO coverage VALUES (NEW.course, NEW.unit, NEW.month, 1)
    ON CONFLICT DO UPDATE SET finished = finished + 1;
END;
CREATE TRIGGER finish_taken_out AFTER DELETE ON finish BEGIN
  UPDATE coverage SET finished = finished - 1
    WHERE course = OLD.course AND unit = OLD.unit AND month = OLD.month;
END;
CREATE TRIGGER finish_moved AFTER UPDATE OF unit, month ON finish BEGIN
  UPDATE coverage SET finished = finished - 1
    WHERE course = OLD.course AND unit = OLD.unit AND month = OLD.month;
  INSERT INTO coverage VALUES (NEW.course, NEW.unit, NEW.month, 1)
    ON CONFLICT DO UPDATE SET finished = finished + 1;
END;

-- Competences as bits, of each member who has some.
CREATE TABLE skill (
  member INTEGER PRIMARY KEY, unit INTEGER NOT NULL, skills INTEGER NOT NULL
) STRICT;
CREATE INDEX skill_by_unit ON skill (unit, skills);
CREATE TABLE skill_due (member INTEGER PRIMARY KEY) STRICT;

CREATE TABLE mandatory (course TEXT PRIMARY KEY, due TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  settings TEXT NOT NULL,
  cursor TEXT,
  read_at TEXT,
  failed TEXT,
  UNIQUE (kind, place)
) STRICT;
`;

/** In order; a step that was released never changes. */
export const teamMigrations: readonly string[] = [first];
