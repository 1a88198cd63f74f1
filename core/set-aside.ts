// A file that could not be read, and is kept aside under another name.

export interface SetAside {
  /** Where it lies now, with its folder. */
  file: string;
  /** When that was found, ISO 8601. */
  at: string;
}
