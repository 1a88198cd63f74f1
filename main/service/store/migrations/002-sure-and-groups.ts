// Version 2: how sure a learner was of the first try, and where they stand in tests and pools.
export const sureAndGroups = `
ALTER TABLE item_state ADD COLUMN first_share REAL;
ALTER TABLE item_state ADD COLUMN sure INTEGER;
UPDATE item_state SET first_share = (
  SELECT json_extract(body, '$.share') FROM event
  WHERE event.learner = item_state.learner AND event.course = item_state.course
    AND event.lesson = item_state.lesson AND event.item = item_state.item
    AND event.type = 'item.answered' AND json_extract(body, '$.attempt') = item_state.attempt
  ORDER BY position LIMIT 1
);

CREATE TABLE group_state (
  learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  block TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  finished_at TEXT,
  share REAL,
  passed INTEGER NOT NULL,
  best REAL NOT NULL,
  PRIMARY KEY (learner, course, lesson, block)
) STRICT, WITHOUT ROWID;
`;
