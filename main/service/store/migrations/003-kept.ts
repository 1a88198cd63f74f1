// Version 3: answers that nobody grades, and how well each card was known.
export const kept = `
CREATE TABLE kept_state (
  learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  block TEXT NOT NULL,
  revision TEXT NOT NULL,
  answer TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (learner, course, lesson, block)
) STRICT, WITHOUT ROWID;

CREATE TABLE card_state (
  learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  block TEXT NOT NULL,
  card TEXT NOT NULL,
  seen INTEGER NOT NULL,
  last_grade TEXT NOT NULL,
  last_at TEXT NOT NULL,
  PRIMARY KEY (learner, course, lesson, block, card)
) STRICT, WITHOUT ROWID;
`;
