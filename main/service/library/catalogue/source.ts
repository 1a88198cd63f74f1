// What a web server and a folder have in common as places that a catalogue comes from.

/** A file by what is in it. */
export interface ContentFile {
  bytes: number;
  sha256: string;
}

/** A part of a file. One that begins at 0 after others means that all begins anew. */
export interface Piece {
  at: number;
  bytes: Uint8Array;
  /** The server's name for this state of the file; null when it has none that parts can be asked by. */
  tag: string | null;
}

export interface CatalogueSource {
  /**
   * The file with the index, as it is there now; null when it is still that of `tag`.
   * Throws CatalogueFault, and what `signal` was aborted with.
   */
  index(
    tag: string | null,
    signal: AbortSignal,
  ): Promise<{ file: Uint8Array; tag: string | null } | null>;
  /** What follows after `from` bytes. Never more than the file has. Throws the same. */
  content(
    file: ContentFile,
    from: number,
    tag: string | null,
    signal: AbortSignal,
  ): AsyncIterable<Piece>;
}
