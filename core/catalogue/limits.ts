// What a catalogue may hold, counted on what really comes.

const mega = 1024 * 1024;

export const catalogueLimits = {
  /** Of the file with the index. */
  indexBytes: 16 * mega,
  courses: 2000,
  /** Of one request for a part of a file: what is lost at most when the line breaks. */
  pieceBytes: 2 * mega,
  /** A request that takes longer is given up: some two megabytes are slower than 17 kB a second. */
  requestMilliseconds: 120_000,
  /** Files that are fetched at the same time. */
  atOnce: 4,
  name: 100,
  title: 300,
  summary: 2000,
  languages: 50,
  lessons: 5000,
} as const;
