// What a pack may hold. Counted on what is really there, never on what a pack says of itself.

const mega = 1024 * 1024;

export const packLimits = {
  /** Of the file itself, and of all files in it unpacked. */
  packBytes: 2048 * mega,
  fileBytes: 500 * mega,
  /** All Markdown together: it is read whole when the course is opened. */
  textBytes: 32 * mega,
  entries: 20_000,
  /** How many times larger a file may be than its packed form … */
  ratio: 200,
  /** … unless it is small. */
  ratioFreeBytes: mega,
  manifestBytes: 8 * mega,
  signatureBytes: 1024,
  /** Folders in folders. */
  depth: 16,
  /** UTF-8 bytes of one name: what every file system takes. */
  nameBytes: 200,
  /** Of a whole path: Windows takes 260 with the folder it lies in. */
  pathCharacters: 150,
} as const;
