// The team view: opens its database when it is first asked for, and answers for the screen.
import { randomUUID } from 'node:crypto';
import { OperationError } from '../../../core/errors';
import { dayOf, isoOf } from '../../../core/team/fact';
import { type PhishingCounts, phishingFigures } from '../../../core/team/phishing';
import { type SkillsOf, skillsOfCourse } from '../../../core/team/skills';
import type {
  PeoplePage,
  PhishingView,
  QuestionsView,
  SourcesView,
  TeamFigures,
} from '../../../core/team/views';
import type { Library } from '../library/library';
import type { Log } from '../log';
import type { TeamReads } from '../messages';
import { storageError } from '../store/database';
import { eraseTeamFile, type Salvage, salvage } from '../store/team/salvage';
import type { Source } from '../store/team/sources';
import { fileIn, openTeamStore, type TeamStore } from '../store/team/team-store';
import type { SignIn } from '../sync/lrs/target';
import type { Web } from '../sync/web';
import { mostAnalysed, phishingCounts, questionsView } from './answers';
import { sourceFailure } from './failure';
import { type Chosen, type Counted, count, figures, type Mandatory, rosterOf } from './figures';
import { Jobs } from './jobs';
import { courseName } from './names';
import { type PeopleAsked, peoplePage } from './people';
import { SlowWork } from './slow-work';

export interface TeamOptions {
  library: Library;
  dataFolder: string;
  now: () => Date;
  web: Web;
  log: Log;
  /** The shell's secret of this name is no longer needed. */
  forgetSecret: (name: string) => void;
  /** No secret of the team view is needed any more. */
  forgetSecrets: () => void;
  /** Courses that the organisation's policy asks everybody to finish. */
  decreed: () => readonly { course: string; due?: string | undefined }[];
  /** How reading goes on has changed. */
  onProgress: () => void;
  /** Figures have changed. */
  onFigures: () => void;
}

const isDamage = (error: unknown): boolean =>
  error instanceof OperationError && error.kind === 'team-damaged';

export class Team {
  private opened: TeamStore | undefined;
  /** Until it is erased: what is left of a damaged file is not worth counting. */
  private isDamaged = false;
  private counted: { version: number; today: number; value: Counted } | undefined;
  private judged:
    | { state: string; value: { course: string; counts: PhishingCounts }[] }
    | undefined;
  /** The state of the courses for which competences were last gone on with of our own accord. */
  private wentOnFor: string | undefined;
  private readonly work: SlowWork;
  readonly jobs: Jobs;

  constructor(private readonly options: TeamOptions) {
    const { onProgress, onFigures, log } = options;
    this.work = new SlowWork({
      onProgress,
      onEnd: () => {
        onProgress();
        onFigures();
      },
      failureOf: (error, place) => {
        const failed = sourceFailure(this.named(error), place);
        if (!failed) log('a source of the team view failed', error);
        return failed ?? { kind: 'failure', failure: { kind: 'unexpected', values: {} } };
      },
    });
    const { web, now } = options;
    const store = () => this.store();
    this.jobs = new Jobs({ ...{ store, web, now }, work: this.work, skills: () => this.skills() });
  }

  figures(chosen: Chosen): TeamFigures {
    this.followCourses();
    const { library } = this.options;
    const mandatory = this.mandatory();
    return figures(this.store(), library, this.counts(), chosen, mandatory, this.today());
  }

  people(asked: PeopleAsked): PeoplePage {
    const around = { store: this.store(), library: this.options.library, counted: this.counts() };
    return peoplePage(around, this.mandatory(), asked, isoOf(this.today()));
  }

  phishing(language: string): PhishingView {
    const { library } = this.options;
    const rows = this.inboxes().map(({ course, counts }) => ({
      ...courseName(library, course, language),
      ...phishingFigures(counts),
    }));
    return { rows: rows.filter(({ people }) => people > 0) };
  }

  /** Courses are opened and answers read only where something has changed. */
  private inboxes(): { course: string; counts: PhishingCounts }[] {
    const { library } = this.options;
    const store = this.store();
    const courses = store.figures.judged().flatMap(({ course }) => library.find(course) ?? []);
    const state = [store.version(), ...courses.map(({ fingerprint }) => fingerprint)].join(' ');
    if (this.judged?.state !== state) {
      const value = courses.flatMap((found) => {
        const { id } = found.course;
        const counts = phishingCounts(library.open(found), this.answers(id));
        return counts ? [{ course: id, counts }] : [];
      });
      this.judged = { state, value };
    }
    return this.judged.value;
  }

  /** Nothing of a course that is not here. */
  questions(id: string): QuestionsView {
    const { library } = this.options;
    const found = library.find(id);
    if (!found) return { people: 0, leftOut: 0, items: [] };
    return questionsView(library.open(found), this.answers(id));
  }

  sources(): SourcesView {
    const job = this.work.read();
    try {
      if (!this.isDamaged) {
        const store = this.store();
        const sources = store.sources.all().map(({ settings: _, ...source }) => source);
        return { damaged: null, sources, job, roster: rosterOf(store) };
      }
    } catch (error) {
      const named = this.named(error);
      if (!isDamage(named)) throw named;
    }
    const file = fileIn(this.options.dataFolder);
    const places = this.salvaged().sources.map(({ place }) => place);
    return { damaged: { file, places }, sources: [], job, roster: null };
  }

  /** Runs what asks the team view. Throws what it throws, of a damaged file OperationError: team-damaged. */
  guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw this.named(error);
    }
  }

  addFolder(folder: string): void {
    this.jobs.source(this.store().sources.have(randomUUID(), 'folder', folder, null));
  }

  addLrs(endpoint: string, signIn: SignIn): void {
    this.jobs.source(this.store().sources.have(randomUUID(), 'lrs', endpoint, signIn));
  }

  /** What the person chose in a dialog of the shell. */
  readChosen(what: TeamReads, paths: readonly string[]): void {
    const [first] = paths;
    if (first === undefined) return;
    if (what === 'files') this.jobs.files(paths);
    else if (what === 'roster') this.jobs.roster(first);
    else this.addFolder(first);
  }

  /** Reads what is new there. */
  readAgain(id: string): void {
    const source = this.store().sources.find(id);
    if (!source) throw new OperationError('not-found', { what: 'source' });
    this.jobs.source(source);
  }

  /** What was read stays. Throws `not-possible` while something is read. */
  removeSource(id: string): void {
    if (this.work.isBusy()) throw new OperationError('not-possible', { what: 'team' });
    const source = this.store().sources.find(id);
    this.store().sources.remove(id);
    if (source) this.forgetSecretOf(source);
    this.options.onProgress();
  }

  require(course: string, due: string | null): void {
    this.store().figures.require(course, due);
  }

  release(course: string): void {
    this.store().figures.release(course);
  }

  stop(): void {
    this.work.stop();
  }

  /** Servers that are asked for statements. */
  origins(): string[] {
    if (!this.opened) return [];
    let stores: Source[];
    try {
      stores = this.opened.sources.all().filter(({ kind }) => kind === 'lrs');
    } catch {
      // Of a damaged file no server is asked.
      return [];
    }
    return stores.flatMap(({ place, settings }) => {
      const signIn = settings as SignIn;
      const addresses = [place, ...(signIn.kind === 'oauth' ? [signIn.tokenUrl] : [])];
      return addresses.flatMap((each) => (URL.canParse(each) ? [new URL(each).origin] : []));
    });
  }

  /** Everything about everybody, for good, whatever state it is in. */
  forget(): void {
    this.erase();
    this.options.forgetSecrets();
  }

  /**
   * Of a damaged file: where figures came from and what is mandatory is kept as far as it can be read,
   * everything else erased, and each source read from its beginning. Throws `not-possible` where the
   * file is whole: what was handed in once could not be read again.
   */
  beginAnew(): void {
    if (this.sources().damaged === null) {
      throw new OperationError('not-possible', { what: 'team' });
    }
    const { sources, mandatory } = this.salvaged();
    this.erase();
    const store = this.store();
    for (const { course, due } of mandatory) store.figures.require(course, due);
    for (const { id, kind, place, settings } of sources) {
      this.jobs.source(store.sources.have(id, kind, place, settings));
    }
  }

  private erase(): void {
    this.work.stop();
    this.close();
    eraseTeamFile(this.options.dataFolder);
    this.isDamaged = false;
    this.counted = undefined;
    this.judged = undefined;
    this.wentOnFor = undefined;
    this.work.reset();
  }

  /** Looked for anew: nobody else has the file open then. */
  private salvaged(): Salvage {
    this.close();
    return salvage(this.options.dataFolder);
  }

  /** Damage of the file by its own name; anything else as it is. */
  private named(error: unknown): unknown {
    const file = fileIn(this.options.dataFolder);
    const { kind } = storageError(error, file) as { kind?: unknown };
    if (kind !== 'data-damaged') return error;
    this.isDamaged = true;
    return new OperationError('team-damaged', { file }, { cause: error });
  }

  idle(): Promise<void> {
    return this.work.idle();
  }

  close(): void {
    this.work.stop();
    this.opened?.close();
    this.opened = undefined;
  }

  /** Of a server that two stores lie on, the other one's is the same: it is asked for again. */
  private forgetSecretOf({ settings }: { settings: unknown }): void {
    const signIn = settings as SignIn | null;
    if (signIn) this.options.forgetSecret(signIn.secret);
  }

  private store(): TeamStore {
    if (this.opened) return this.opened;
    this.opened = openTeamStore(this.options.dataFolder);
    // An earlier run ended in the middle of it.
    if (this.opened.sources.note('placed') !== null) this.jobs.goOn();
    return this.opened;
  }

  private counts(): Counted {
    const store = this.store();
    const [version, today] = [store.version(), this.today()];
    if (this.counted?.version !== version || this.counted.today !== today) {
      this.counted = { version, today, value: count(store, today) };
    }
    return this.counted.value;
  }

  private today(): number {
    return dayOf(this.options.now().toISOString());
  }

  private answers(course: string) {
    return this.store().figures.answers(course, mostAnalysed);
  }

  /** What is chosen here, and over it what the policy asks for. */
  private mandatory(): Mandatory[] {
    const decreed = this.options
      .decreed()
      .map(({ course, due }): Mandatory => ({ course, due: due ?? null, isDecreed: true }));
    const own = this.store()
      .figures.mandatory()
      .filter(({ course }) => !decreed.some((each) => each.course === course))
      .map((each): Mandatory => ({ ...each, isDecreed: false }));
    return [...decreed, ...own].sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
  }

  private skills(): ReadonlyMap<string, SkillsOf> {
    return new Map(
      this.options.library.all().map(({ course }) => [course.id, skillsOfCourse(course)]),
    );
  }

  /** A course that came or changed may show other competences. */
  private followCourses(): void {
    const store = this.store();
    const now = JSON.stringify([...this.skills()].sort());
    if (store.sources.note('skills') !== now) {
      store.transact(() => {
        store.skills.allDue();
        store.sources.setNote('skills', now);
      });
    }
    // Once: what was stopped, or failed, would otherwise begin anew with each look at the figures.
    if (this.wentOnFor === now || store.skills.due() === 0 || this.work.isBusy()) return;
    this.wentOnFor = now;
    this.jobs.goOn();
  }
}
