// What a course may be at most; each limit has its own message.
const MB = 1024 * 1024;

export const limits = {
  /** Bytes of one Markdown file. */
  lessonBytes: 2 * MB,
  courseFiles: 5_000,
  courseBytes: 2 * 1024 * MB,
  imageBytes: 20 * MB,
  /** How deep Markdown may nest before it is shown as text. */
  nesting: 60,
} as const;

/** The version of the course format this app reads. */
export const formatVersion = 1;
