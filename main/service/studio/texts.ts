// Reads and writes the texts of a course: nothing that somebody else wrote meanwhile is overwritten.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mergeDiff3 } from 'node-diff3';
import { limits } from '../../../core/course/limits';
import { OperationError } from '../../../core/errors';
import type { SaveOutcome, StudioText } from '../../../core/studio/views';
import { replaceFile } from '../files/replace-file';
import { isCourseText } from '../library/read-course';
import { storageError } from '../store/database';
import type { History } from './history';

/** How many texts are remembered, so that changes made by two can be put together. */
const mostRemembered = 50;

const versionOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Parts of a path that are plain names; the file must be a text of a course. */
const isSafe = (file: string): boolean =>
  isCourseText(file) &&
  file.split('/').every((part) => /^[^.\\/:*?"<>|][^\\/:*?"<>|]*$/.test(part));

export class CourseTexts {
  private readonly remembered = new Map<string, string>();
  /** By path, the version written here last: anything else on the disk is somebody else's. */
  private readonly written = new Map<string, string>();

  constructor(readonly history: History) {}

  /** Throws `not-found` where no such text is, and `bad-file` for one that is no UTF-8. */
  read(root: string, file: string): StudioText {
    const text = this.onDisk(root, file);
    if (text === undefined) throw new OperationError('not-found', { what: 'lesson' });
    return { text, version: this.remember(text) };
  }

  /** The text without keeping it in mind: many are looked at, and few are written. */
  look(root: string, file: string): StudioText | null {
    const text = this.onDisk(root, file);
    return text === undefined ? null : { text, version: versionOf(text) };
  }

  /**
   * Writes a text that was made from the version `base` (null: a new file). What was there is kept in
   * the history.
   */
  save(root: string, file: string, text: string, base: string | null): SaveOutcome {
    if (text.length > limits.lessonBytes) throw new OperationError('bad-input', { what: 'text' });
    const before = this.onDisk(root, file);
    const theirs = before === undefined ? null : versionOf(before);
    if (before === undefined || theirs === base || before === text) {
      this.write(root, file, text, before);
      return { outcome: 'saved', version: this.remember(text) };
    }
    const merged = this.merged(text, base, before);
    if (merged === undefined) {
      return { outcome: 'conflict', theirs: before, version: this.remember(before) };
    }
    this.write(root, file, merged, before);
    return { outcome: 'merged', text: merged, version: this.remember(merged) };
  }

  /** Keeps a text that its author gives up for another one. */
  setAside(root: string, file: string, text: string): void {
    pathOf(root, file);
    this.history.keep(root, file, text, false);
  }

  /** The text stays in the history. */
  remove(root: string, file: string): void {
    const before = this.onDisk(root, file);
    if (before === undefined) return;
    const path = pathOf(root, file);
    this.history.keep(root, file, before, false);
    try {
      rmSync(path);
    } catch (error) {
      throw storageError(error, path);
    }
  }

  /** Undefined where both changed the same lines, or where they began is forgotten. */
  private merged(ours: string, base: string | null, theirs: string): string | undefined {
    const began = base === null ? undefined : this.remembered.get(base);
    if (began === undefined) return undefined;
    const lines = (text: string): string[] => text.split('\n');
    const { conflict, result } = mergeDiff3(lines(ours), lines(began), lines(theirs), {
      excludeFalseConflicts: true,
    });
    return conflict ? undefined : result.join('\n');
  }

  private write(root: string, file: string, text: string, before: string | undefined): void {
    if (before === text) return;
    const path = pathOf(root, file);
    try {
      if (before === undefined) mkdirSync(dirname(path), { recursive: true });
      else {
        const isStep = this.written.get(path) === versionOf(before);
        this.history.keep(root, file, before, isStep);
      }
      replaceFile(path, text);
      this.written.set(path, versionOf(text));
    } catch (error) {
      throw storageError(error, path);
    }
  }

  private onDisk(root: string, file: string): string | undefined {
    const path = pathOf(root, file);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return undefined;
      throw storageError(error, path);
    }
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new OperationError('bad-file', { file });
    }
  }

  private remember(text: string): string {
    const version = versionOf(text);
    this.remembered.delete(version);
    this.remembered.set(version, text);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > mostRemembered && oldest !== undefined) {
      this.remembered.delete(oldest);
    }
    return version;
  }
}

/** Throws `bad-input` for what is no name of a text. */
export function pathOf(root: string, file: string): string {
  if (!isSafe(file)) throw new OperationError('bad-input', { what: 'file' });
  return join(root, ...file.split('/'));
}
