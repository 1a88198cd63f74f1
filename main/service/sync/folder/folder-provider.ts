// Sync by a shared folder: a step writes what waits, reads what is new, mends what got lost, and tidies up.
import type { SyncState } from '../../../../core/sync/state';
import type { Unread } from '../../../../core/sync/views';
import type { Log } from '../../log';
import type { Provider } from '../provider';
import type { Inbox, Outbox, Waiting } from '../queue';
import { compact, compactable } from './compact';
import { Cursor } from './cursor';
import { codeOf, faultOf } from './faults';
import { disk, type Files } from './files';
import { missing, type Sent } from './heal';
import { type Actor, personKey, segmentOf } from './layout';
import { lineOf } from './line';
import { OwnSegments } from './own-segments';
import { type PassFindings, Receiving } from './receiving';
import { makeRoot, rootOf } from './root';
import { byPerson, reasonAgainst } from './sendable';
import { Trouble } from './trouble';

export interface FolderTarget {
  /** The folder that was chosen. */
  folder: string;
  /** Id of this device, in small letters. After a restore from a backup it must be another one. */
  device: string;
  /** The accounts of the person: their statements are read. */
  people: readonly Actor[];
}

export interface FolderParts {
  outbox: Outbox;
  /** Its cursor is this provider's. An empty one means: begin anew, and make what is missing. */
  inbox: Inbox;
  sent: Sent;
  now(): Date;
  log: Log;
  files?: Files;
  /** From 0 to 1. */
  random?(): number;
}

/** How much one step does. */
const stepLimits = {
  written: 200,
  writtenBytes: 256 * 1024,
  pages: 20,
} as const;

type Phase = (root: string, signal: AbortSignal) => Promise<SyncState | null>;

export class FolderProvider implements Provider {
  readonly #files: Files;
  readonly #people: ReadonlySet<string>;
  readonly #cursor: Cursor;
  readonly #trouble: Trouble;
  readonly #segments = new Map<string, OwnSegments>();
  readonly #receiving: Receiving;
  #mending: AsyncGenerator<Waiting[]> | null = null;
  /** Since it was up to date. */
  readonly #count = { sent: 0, mended: 0 };
  /** A folder that may not be written is read whole before writing is tried again. */
  #unwritable: SyncState | null = null;

  constructor(
    private readonly target: FolderTarget,
    private readonly parts: FolderParts,
  ) {
    this.#files = parts.files ?? disk;
    this.#people = new Set(target.people.map(personKey));
    this.#cursor = new Cursor(parts.inbox);
    this.#trouble = new Trouble(parts.now, parts.random ?? Math.random);
    this.#receiving = new Receiving({
      ...{ folder: target.folder, files: this.#files, people: [...this.#people] },
      ...{ cursor: this.#cursor, inbox: parts.inbox },
      onSpoiled: (person, name) => this.#suspect(person, name),
    });
  }

  /** What the last whole pass through the files met. */
  get findings(): PassFindings {
    return this.#receiving.findings;
  }

  unread(): Unread | null {
    const { later, damaged: torn, foreign, leftAlone } = this.findings;
    return later + torn + foreign + leftAlone > 0 ? { later, torn, foreign, leftAlone } : null;
  }

  /** One at a time. A step that was stopped says that it pauses. */
  async step(signal: AbortSignal): Promise<SyncState> {
    try {
      const root = await this.#root();
      const write = (phase: Phase) => this.#write(phase, root, signal);
      const busy =
        (await write(this.#send)) ??
        (await this.#receiving.step(signal)) ??
        (await write(this.#mend)) ??
        (await write(this.#tidy));
      if (signal.aborted) return { kind: 'paused' };
      if (busy) return busy;
      const unwritable = this.#unwritable;
      this.#unwritable = null;
      if (unwritable) return unwritable;
    } catch (error) {
      await this.#forget();
      return this.#told(error);
    }
    this.#trouble.over();
    Object.assign(this.#count, { sent: 0, mended: 0 });
    this.#receiving.beginCount();
    return { kind: 'up-to-date', at: this.parts.now().toISOString() };
  }

  async #write(phase: Phase, root: string, signal: AbortSignal): Promise<SyncState | null> {
    if (this.#unwritable || signal.aborted) return null;
    try {
      return await phase.call(this, root, signal);
    } catch (error) {
      // The folder that went away is told as such, whatever was done when it did.
      await rootOf(this.#files, this.target.folder);
      this.#mending = null;
      const isFileGone = faultOf(error) === 'gone';
      this.#unwritable = this.#told(
        isFileGone ? new Error('a file went away', { cause: error }) : error,
      );
      return null;
    }
  }

  #told(error: unknown): SyncState {
    const state = this.#trouble.of(error);
    // The words of the system would tell the path, and with it whose desk this is.
    const told = codeOf(error) ?? error;
    if (state.kind === 'waiting') this.parts.log('the shared folder could not be used', told);
    return state;
  }

  /** What was in the middle begins anew: after trouble nothing is as it was left. */
  async #forget(): Promise<void> {
    await this.#receiving.stop();
    this.#mending = null;
    this.#unwritable = null;
    this.#segments.clear();
  }

  async #root(): Promise<string> {
    const { folder } = this.target;
    if (this.#cursor.isThere) return rootOf(this.#files, folder);
    const root = await makeRoot(this.#files, folder);
    // A folder that was not used before, or not by what is remembered: nothing is sure to lie in it.
    for (const person of this.#people) this.#cursor.suspects.add(person);
    this.#cursor.isThere = true;
    this.#cursor.keep();
    return root;
  }

  async #send(root: string): Promise<SyncState | null> {
    const { outbox, now } = this.parts;
    const waiting = outbox.waiting(stepLimits.written, stepLimits.writtenBytes);
    if (waiting.length === 0) return null;
    const sendable = waiting.filter(({ id, json }) => {
      const reason = reasonAgainst(json);
      if (reason) outbox.setAside(id, reason, 'it cannot stand in one line of a file');
      return !reason;
    });
    for (const [person, theirs] of byPerson(sendable)) {
      await this.#append(root, person, theirs);
      outbox.delivered(
        theirs.map(({ id }) => id),
        now().toISOString(),
      );
      this.#count.sent += theirs.length;
    }
    const left = outbox.counts().waiting;
    if (left === 0) return null;
    return { kind: 'sending', sent: this.#count.sent, total: this.#count.sent + left };
  }

  /** What counts as delivered is promised by its place first: if the file loses it, that is seen. */
  async #append(root: string, person: string, statements: readonly Waiting[]): Promise<void> {
    // What is being read of that file at the moment would bring back an older place.
    await this.#receiving.stop();
    const lines = Buffer.concat(statements.map(({ json }) => lineOf(json)));
    const written = await this.#segmentsOf(root, person).append(lines);
    if (!written) throw new Error('what was written read back otherwise');
    this.#cursor.places.set(written.file, written.place);
    this.#cursor.keep();
  }

  #segmentsOf(root: string, person: string): OwnSegments {
    const known = this.#segments.get(person);
    if (known) return known;
    const placeOf = (file: string) => this.#cursor.places.get(file);
    const segments = new OwnSegments(this.#files, root, person, this.target.device, placeOf);
    this.#segments.set(person, segments);
    return segments;
  }

  /** Only what this device wrote can it write again. */
  #suspect(person: string, name: string): void {
    if (!this.#people.has(person) || segmentOf(name, this.target.device) === 0) return;
    this.#cursor.suspects.add(person);
    // What it has seen so far may be what is gone now.
    this.#mending = null;
  }

  async #mend(root: string, signal: AbortSignal): Promise<SyncState | null> {
    const { places, suspects } = this.#cursor;
    if (suspects.size === 0) return null;
    const { device } = this.target;
    const people = new Set(suspects);
    this.#mending ??= missing(
      { files: this.#files, root, device, people, places },
      this.parts.sent,
    );
    for (let pages = 0; pages < stepLimits.pages && !signal.aborted; pages++) {
      const next = await this.#mending.next();
      if (next.done) {
        this.#mending = null;
        suspects.clear();
        this.#cursor.keep();
        return null;
      }
      for (const [person, theirs] of byPerson(next.value)) await this.#append(root, person, theirs);
      this.#count.mended += next.value.length;
    }
    const { mended } = this.#count;
    return { kind: 'sending', sent: mended, total: this.parts.outbox.counts().delivered };
  }

  async #tidy(root: string): Promise<SyncState | null> {
    const { places, suspects } = this.#cursor;
    if (suspects.size > 0) return null;
    for (const person of this.#people) {
      const chosen = compactable(places, person, this.target.device);
      if (chosen.length === 0) continue;
      const segments = this.#segmentsOf(root, person);
      await compact(chosen, {
        ...{ files: this.#files, root, device: this.target.device, segments, places },
        suspect: () => void suspects.add(person),
        keep: () => this.#cursor.keep(),
      });
    }
    return null;
  }
}
