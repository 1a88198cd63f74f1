// A whole service on a real database and real course files, asked as a window asks it.
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Operation, Output, Topic } from '../../../core/contract';
import type { ErrorKind, Reply } from '../../../core/errors';
import type { Input } from '../../../core/inputs';
import { enforced, noPolicy, type Policy } from '../../../core/policy/policy';
import type { LessonView } from '../../../core/views';
import { Exports } from '../../../main/service/export/exports';
import { openImports } from '../../../main/service/import/imports';
import { aboutInLibrary } from '../../../main/service/library/about-in-library';
import { Catalogue } from '../../../main/service/library/catalogue/catalogue';
import { catalogueRules } from '../../../main/service/library/catalogue/rules';
import type { CourseFolder } from '../../../main/service/library/folders';
import { Library } from '../../../main/service/library/library';
import { LibrarySearch } from '../../../main/service/library/library-search';
import { openOrganisation } from '../../../main/service/library/organisation';
import { Packs } from '../../../main/service/library/pack/packs';
import type { ServiceOperation } from '../../../main/service/operations/handlers';
import type { Service, WholeCourse } from '../../../main/service/operations/service';
import { answer } from '../../../main/service/serve';
import {
  noParseCache,
  openParseCache,
  type ParseCache,
} from '../../../main/service/store/parse-cache';
import { openSearchIndex } from '../../../main/service/store/search-index';
import { openStore, type Store } from '../../../main/service/store/store';
import { History } from '../../../main/service/studio/history';
import { CourseTexts } from '../../../main/service/studio/texts';
import { Syncing } from '../../../main/service/sync/syncing';
import { type Web, WebFault } from '../../../main/service/sync/web';
import { Team } from '../../../main/service/team/team';
import { Trial } from '../../../main/service/trial';
import { fixtureCourses, playerFixture, temporaryFolder } from './folders';
import { VirtualClock } from './virtual-clock';

/** A cache that keeps nothing, for tests that are not about it. */
export const noCache: ParseCache = noParseCache;

/** Every course with all its words, which a library only reads one by one. */
export const wholeCourses = (library: Library): WholeCourse[] =>
  library.all().map((each) => ({ ...each, course: library.open(each) }));

const opened: Harness[] = [];

afterAll(() => {
  for (const harness of opened) harness.close();
});

/** UUIDs in order, such as a window makes. */
let made = 0;
export const uuid = (): string =>
  `01900000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`;

interface Choices {
  courses?: readonly CourseFolder[];
  data?: string;
}

export class Harness {
  readonly dataFolder: string;
  readonly library: Library;
  readonly service: Service;
  readonly log: { words: string; error: unknown }[] = [];
  /** Each look at the clock is a second later, so that nothing happens at the same time. */
  clock = Date.parse('2026-11-20T08:00:00.000Z');
  /** What the organisation has decided, as it stands. */
  policy: Policy = noPolicy;
  /** The network; without one nobody is there. */
  web: Web = async () => {
    throw new WebFault('offline', 'no network in this test');
  };
  /** Passes only when a test lets it. */
  readonly time = new VirtualClock();
  /** What sync told the shell and the windows. */
  readonly origins: string[][] = [];
  readonly forgotten: string[] = [];
  readonly changed: Topic[] = [];
  private readonly cache: ParseCache;
  private store: Store | undefined;

  constructor({ courses, data }: Choices = {}) {
    this.dataFolder = data ?? temporaryFolder();
    const now = (): Date => {
      this.clock += 1000;
      return new Date(this.clock);
    };
    this.cache = openParseCache(join(this.dataFolder, 'cache'));
    this.library = new Library(
      courses ?? [{ kind: 'shipped', path: fixtureCourses() }],
      this.cache,
      () => new Date(this.clock),
    );
    this.store = this.openStore();
    const log = (words: string, error: unknown) => void this.log.push({ words, error });
    const packs = new Packs({
      policy: () => this.policy,
      library: this.library,
      dataFolder: this.dataFolder,
      ownFolder:
        courses?.find(({ kind }) => kind === 'own')?.path ?? join(this.dataFolder, 'courses'),
      now,
      onChange: () => {},
      onLibrary: () => {},
      log,
    });
    const catalogue = new Catalogue({
      ...{ library: this.library, packs, dataFolder: this.dataFolder, now, log },
      web: async () => {
        throw new WebFault('offline', 'tests of operations have no network');
      },
      rules: () => catalogueRules(this.policy),
      onChange: () => {},
      onInstalled: () => {},
    });
    this.service = {
      // No file of the machine the tests run on may have a say.
      organisation: openOrganisation(this.dataFolder, join(this.dataFolder, 'machine.yml')),
      store: () => (this.store ??= this.openStore()),
      library: this.library,
      search: new LibrarySearch(
        this.library,
        () => openSearchIndex(join(this.dataFolder, 'cache')),
        (words, error) => void this.log.push({ words, error }),
      ),
      now,
      texts: new CourseTexts(new History(join(this.dataFolder, 'history'), now)),
      dataFolder: this.dataFolder,
      trial: new Trial(),
      policy: () => this.policy,
      packs,
      catalogue: () => catalogue,
      exports: new Exports(
        join(this.dataFolder, 'exports'),
        playerFixture,
        (words, error) => void this.log.push({ words, error }),
      ),
      imports: openImports({
        isForbidden: () => enforced(this.policy, 'CourseImport') === 'forbid',
        into: this.library.folders.find(({ kind }) => kind === 'own')?.path,
        isTaken: (id) => this.library.find(id) !== undefined,
        onProgress: () => {},
        onDone: () => this.library.load(),
        log: (words, error) => void this.log.push({ words, error }),
      }),
      team: new Team({
        ...{ library: this.library, dataFolder: this.dataFolder, now },
        web: () => Promise.reject(new WebFault('offline', 'no network in tests')),
        forgetSecret: (name) => void this.forgotten.push(name),
        forgetSecrets: () => void this.forgotten.push('team *'),
        log: (words, error) => void this.log.push({ words, error }),
        decreed: () => enforced(this.policy, 'MandatoryCourses'),
        onProgress: () => {},
        onFigures: () => {},
      }),
      syncing: new Syncing({
        store: () => this.service.store(),
        policy: () => this.policy,
        web: (request, signal) => this.web(request, signal),
        allow: (origins) => void this.origins.push([...origins]),
        forgetSecret: (name) => void this.forgotten.push(name),
        changed: (topics) => void this.changed.push(...topics),
        clock: this.time,
        random: () => 0,
        log: (words, error) => void this.log.push({ words, error }),
      }),
    };
    opened.push(this);
  }

  private openStore(): Store {
    return openStore(this.dataFolder, {
      about: (event) => aboutInLibrary(this.library, event),
      platform: 'Deskwise 1.0.0',
      now: () => new Date(this.clock),
    });
  }

  /** The reply to anything at all, as it crosses the port. */
  reply(name: string, input: unknown): Reply<unknown> {
    const log = (words: string, error: unknown): void => void this.log.push({ words, error });
    return structuredClone(answer(this.service, log, { id: 1, name, input }));
  }

  /** What an operation answers; throws when it fails. */
  ask<Name extends Operation & ServiceOperation>(name: Name, input: Input<Name>): Output<Name> {
    const reply = this.reply(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.value as Output<Name>;
  }

  /** The kind of error an operation fails with; null when it does not. */
  failure<Name extends Operation & ServiceOperation>(
    name: Name,
    input: Input<Name>,
  ): ErrorKind | null {
    const reply = this.reply(name, input);
    return reply.ok ? null : reply.error.kind;
  }

  learner(name = 'Ada', settings: Input<'learners.create'>['settings'] = {}): string {
    return this.ask('learners.create', { id: uuid(), name, settings }).id;
  }

  lesson(learner: string, course: string, lesson: string, language = 'en'): LessonView {
    return this.ask('lesson.read', { learner, language, course, lesson });
  }

  /** Everything stored about everybody, to see whether anything changed. */
  everything(): string {
    const store = this.service.store();
    const learners = store.learners.all();
    return JSON.stringify(
      learners.map((learner) => [
        learner,
        store.events.ofLearner(learner.id),
        store.drafts.ofLearner(learner.id),
        store.places.latest(learner.id),
        [...store.kept.ofLearner(learner.id)],
        this.library.all().map(({ course }) => {
          const state = store.states.ofLearner(learner.id)(course.id);
          const lessons = course.texts[0].lessons.map((each) =>
            store.places.ofLesson(learner.id, course.id, each.id),
          );
          return [[...state.lessons], [...state.items], lessons];
        }),
      ]),
    );
  }

  /** Takes all courses into the index of the search, as the service does when there is time. */
  indexAll(): void {
    while (this.service.search.step());
  }

  close(): void {
    this.service.team.close();
    this.service.search.close();
    this.store?.close();
    this.store = undefined;
    this.cache.close();
  }
}
