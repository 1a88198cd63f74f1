// Takes in what is new in the files of a person, some files a step.
import { setImmediate as others } from 'node:timers/promises';
import type { SyncState } from '../../../../core/sync/state';
import type { Inbox } from '../queue';
import type { Cursor } from './cursor';
import type { Files } from './files';
import { type Findings, type FolderPart, noFindings, readFolder } from './read-folder';

/** How much one step does. */
const stepLimits = {
  /** In one transaction of the inbox, during which no answer is taken. */
  taken: 100,
  received: 2000,
  files: 200,
} as const;

/** `damaged` are the torn lines of all files, whether or not they were repaired in another one. */
export type PassFindings = Findings & { damaged: number };

interface Source {
  folder: string;
  files: Files;
  /** Keys. */
  people: readonly string[];
  cursor: Cursor;
  inbox: Inbox;
  /** A file lost lines that were there before, has torn ones, or is gone. */
  onSpoiled(person: string, name: string): void;
}

export class Receiving {
  findings: PassFindings = { ...noFindings(), damaged: 0 };

  #pass: { parts: AsyncGenerator<FolderPart>; findings: Findings } | null = null;
  #received = 0;

  constructor(private readonly source: Source) {}

  /** From now on what is told as received counts anew. */
  beginCount(): void {
    this.#received = 0;
  }

  /** Drops the pass it is in the middle of; what was taken in is kept. */
  async stop(): Promise<void> {
    const pass = this.#pass;
    this.#pass = null;
    await pass?.parts.return(undefined);
  }

  /** Goes on with a pass, or begins one; null at its end. Throws where the folder is gone. */
  async step(signal: AbortSignal): Promise<SyncState | null> {
    const { cursor } = this.source;
    this.#pass ??= this.#begin();
    const { parts, findings } = this.#pass;
    let received = 0;
    let files = 0;
    // Not in the middle of a file: between two steps none is held open.
    let isBetween = true;
    while (!isBetween || (received < stepLimits.received && files < stepLimits.files)) {
      const next = signal.aborted ? await parts.return(undefined) : await parts.next();
      if (next.done) {
        this.#pass = null;
        if (!signal.aborted) this.#end(findings);
        cursor.keep();
        return null;
      }
      const { person, file, statements, place, isSpoiled } = next.value;
      await this.#take(statements);
      received += statements.length;
      isBetween = place !== null;
      if (!place) continue;
      files++;
      if (isSpoiled) this.source.onSpoiled(person, file.slice(person.length + 1));
      cursor.places.set(file, place);
    }
    cursor.keep();
    this.#received += received;
    return { kind: 'receiving', received: this.#received };
  }

  async #take(statements: readonly object[]): Promise<void> {
    for (let at = 0; at < statements.length; at += stepLimits.taken) {
      // An answer that is given meanwhile does not wait for all of them.
      await others();
      this.source.inbox.take(statements.slice(at, at + stepLimits.taken));
    }
  }

  #begin() {
    const { folder, files, people, cursor } = this.source;
    const findings = noFindings();
    return {
      parts: readFolder({ folder, files, people, places: cursor.places, findings }),
      findings,
    };
  }

  #end(findings: Findings): void {
    const { cursor, onSpoiled } = this.source;
    for (const file of findings.vanished) {
      const [person = '', name = ''] = file.split('/');
      onSpoiled(person, name);
    }
    this.findings = { ...findings, damaged: cursor.places.damaged() };
  }
}
