// What the team view reads, and how: files, folders, stores, and the list of people.
import { basename } from 'node:path';
import type { SkillsOf } from '../../../core/team/skills';
import type { Reading } from '../../../core/team/views';
import type { Source } from '../store/team/sources';
import type { TeamStore } from '../store/team/team-store';
import { Places } from '../sync/folder/place';
import { noFindings, readFolder } from '../sync/folder/read-folder';
import { LrsClient } from '../sync/lrs/client';
import type { SignIn } from '../sync/lrs/target';
import type { Web } from '../sync/web';
import { readHandedIn } from './read-handed-in';
import { readList } from './read-list';
import { readLrs } from './read-lrs';
import type { Breathe, SlowWork, Work } from './slow-work';

/** Statements in one transaction: whoever answers a question meanwhile waits no longer than for that. */
const takenAtOnce = 100;
/** Members whose competences are counted in one transaction. */
const countedAtOnce = 100;
/** Where a folder was read to is kept after so many parts, as it grows with the folder. */
const partsUntilKept = 500;
/** Lines of a list that are named when they are wrong; the others are counted. */
const mostMistakes = 100;

export interface JobsOptions {
  store: () => TeamStore;
  work: SlowWork;
  web: Web;
  now: () => Date;
  /** What courses show, now. */
  skills: () => ReadonlyMap<string, SkillsOf>;
}

/** Each begins a piece of work, or waits for its turn. */
export class Jobs {
  constructor(private readonly options: JobsOptions) {}

  private get store(): TeamStore {
    return this.options.store();
  }

  files(files: readonly string[]): void {
    const place = files.length === 1 ? basename(files[0] ?? '') : '';
    this.begin(place, async (reading, breathe) => {
      for (const file of files) {
        const handedIn = await readHandedIn(file);
        if (!handedIn) reading.refused++;
        else if (handedIn.is === 'export') {
          const { facts, profile } = handedIn;
          await inSlices(facts, breathe, (some) => this.store.takeFacts(some, reading, profile));
        } else await this.take(handedIn.statements, reading, breathe, false);
        await breathe();
      }
      return null;
    });
  }

  source(source: Source): void {
    const { id, kind, place } = source;
    this.begin(
      place,
      async (reading, breathe, signal) => {
        if (kind === 'lrs') await this.lrs(source, reading, breathe, signal);
        else await this.folder(source, reading, breathe);
        this.store.sources.ended(id, this.options.now().toISOString(), null);
        return null;
      },
      (failed) => this.store.sources.ended(id, null, failed),
    );
  }

  private async folder({ id, place }: Source, reading: Reading, breathe: Breathe): Promise<void> {
    const { sources } = this.store;
    const places = new Places(JSON.parse(sources.cursor(id) ?? '[]'));
    const keep = () => sources.keepCursor(id, JSON.stringify(places));
    let parts = 0;
    try {
      const findings = noFindings();
      for await (const part of readFolder({ folder: place, places, findings })) {
        await this.take(part.statements, reading, breathe, false);
        if (part.place) places.set(part.file, part.place);
        if (++parts % partsUntilKept === 0) keep();
      }
    } finally {
      keep();
    }
  }

  private async lrs(
    { id, place, settings }: Source,
    reading: Reading,
    breathe: Breathe,
    signal: AbortSignal,
  ): Promise<void> {
    const { sources } = this.store;
    const target = { endpoint: place, signIn: settings as SignIn, people: () => [] };
    const client = new LrsClient(this.options.web, target, () => this.options.now().getTime());
    for await (const part of readLrs(client, sources.cursor(id), signal)) {
      await this.take(part.statements, reading, breathe, true);
      if (part.cursor !== null) sources.keepCursor(id, part.cursor);
    }
  }

  /** Opens a list of people and puts everybody where it says. */
  roster(file: string): void {
    const place = basename(file);
    this.begin(place, async (_, breathe) => {
      const roster = await readList(file);
      // While it was read, the person may have stopped it, or erased everything.
      await breathe();
      const mistakes = roster.mistakes.slice(0, mostMistakes);
      if (roster.rows.length === 0) return { state: 'roster-failed', place, mistakes };
      this.store.setRoster(roster.rows, this.options.now().toISOString());
      await this.placeAll(breathe);
      const counts = this.store.rosterCounts();
      return { state: 'roster', place, ...counts, mistakes, left: roster.mistakes.length };
    });
  }

  forgetRoster(): void {
    this.begin('', async (_, breathe) => {
      this.store.setRoster([], '');
      await this.placeAll(breathe);
      return { state: 'none' };
    });
  }

  /** Goes on with what an earlier run of the app, or a change of the courses, left to be counted. */
  goOn(): void {
    this.begin('', async (_, breathe) => {
      await this.placeAll(breathe);
      return { state: 'none' };
    });
  }

  /** Whatever was read, competences follow. */
  private begin(...[place, work, onFailure]: Parameters<SlowWork['begin']>): void {
    const counted: Work = async (reading, breathe, signal) => {
      const end = await work(reading, breathe, signal);
      const skills = this.options.skills();
      while (this.store.skillStep(skills, countedAtOnce)) await breathe();
      return end;
    };
    this.options.work.begin(place, counted, onFailure);
  }

  /** Who stops it in the middle leaves the rest to the next time. */
  private async placeAll(breathe: Breathe): Promise<void> {
    while (this.store.placeStep()) await breathe();
  }

  private take(
    statements: readonly unknown[],
    reading: Reading,
    breathe: Breathe,
    vouched: boolean,
  ): Promise<void> {
    return inSlices(statements, breathe, (some) =>
      this.store.takeStatements(some, reading, vouched),
    );
  }
}

async function inSlices<Each>(
  all: readonly Each[],
  breathe: Breathe,
  take: (some: readonly Each[]) => void,
): Promise<void> {
  for (let at = 0; at < all.length; at += takenAtOnce) {
    // First: after a pause the person may have stopped it, and nothing more is to be written.
    await breathe();
    take(all.slice(at, at + takenAtOnce));
  }
}
