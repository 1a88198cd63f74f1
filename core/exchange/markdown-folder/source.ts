// The files of the folder that is brought in, and their texts: read as late, and as seldom, as can be.
import { limits } from '../../course/limits';

export interface SourceFile {
  /** With forward slashes, relative to the folder. */
  path: string;
  bytes: number;
  /** The whole text; throws where it cannot be read or is no text. Asked as late as can be. */
  read(): string;
}

/** Characters of pages that are kept between looking at them and writing them. */
const mostKept = 8_000_000;

export class Sources {
  /** In the order of their names. */
  readonly paths: readonly string[];
  private readonly files: ReadonlyMap<string, SourceFile>;
  /** Texts that need not be read twice; each is forgotten once its lesson is written. */
  private readonly kept = new Map<string, string>();
  private keptLength = 0;

  constructor(given: readonly SourceFile[]) {
    this.files = new Map(given.map((file) => [file.path, file]));
    this.paths = [...this.files.keys()].sort();
  }

  bytesOf(path: string): number {
    return this.files.get(path)?.bytes ?? 0;
  }

  /** Undefined where it is too large, no text or cannot be read. */
  textOf(path: string): string | undefined {
    const file = this.files.get(path);
    if (!file || file.bytes > limits.lessonBytes) return undefined;
    try {
      return this.kept.get(path) ?? file.read();
    } catch {
      return undefined;
    }
  }

  keep(path: string, text: string): void {
    if (this.keptLength + text.length > mostKept) return;
    this.kept.set(path, text);
    this.keptLength += text.length;
  }

  forget(path: string): void {
    this.keptLength -= this.kept.get(path)?.length ?? 0;
    this.kept.delete(path);
  }
}
