// How much is read at once, and made of it.

export const exchangeLimits = {
  /** Characters of what is read at once. */
  length: 10 * 1024 * 1024,
  /** Characters of one lesson that is made: far below what a course may have, whatever its script. */
  lessonLength: 500_000,
  /** Answers of one question: more than that nobody could give. */
  answers: 1000,
  /** Words to drag, and places for them, of one question. */
  gaps: 200,
  /** How deep elements may lie inside each other. */
  depth: 100,
} as const;
