// What a course may be at most; each limit has its own message.
const MB = 1024 * 1024;

export const limits = {
  /** Bytes of one Markdown file. */
  lessonBytes: 2 * MB,
  /** Characters of front matter: the YAML parser compares each key with all others. */
  matterLength: 32 * 1024,
  courseFiles: 5_000,
  courseBytes: 2 * 1024 * MB,
  imageBytes: 20 * MB,
  /** Rows of a table in a file of its own; each cell of them is on the page. */
  sheetRows: 1000,
  /** How deep Markdown may nest; what lies deeper is reported. */
  nesting: 60,
} as const;

/** The version of the course format this app reads. */
export const formatVersion = 1;
