// The whole surface: every operation a window may ask for, who answers, and what it touches.

import { recallGrades } from './learning/events';
import type { OrganisationMistake } from './organisation';
import { learnerName, settings, settingsChange, themes } from './settings';
import type {
  CourseView,
  HomeView,
  ImportReportView,
  ImportView,
  ItemView,
  KeptView,
  LearnerView,
  LessonView,
  LibraryView,
  OrganisationView,
  PathView,
  ResultView,
  StorageView,
} from './views';
import { z } from './zod';

/** What a screen can depend on; `changed(topics)` makes it ask again. */
export const topics = ['learners', 'library', 'progress', 'imports'] as const;
export type Topic = (typeof topics)[number];

interface Row<Input extends z.ZodType, Output, At extends 'service' | 'shell'> {
  at: At;
  input: Input;
  /** Only a type: what comes from our own service needs no proof. */
  output: Output;
  reads?: readonly Topic[];
  writes?: readonly Topic[];
}

interface Touches {
  reads?: readonly Topic[];
  writes?: readonly Topic[];
}

const service =
  <Output>() =>
  <Input extends z.ZodType>(
    input: Input,
    touches: Touches = {},
  ): Row<Input, Output, 'service'> => ({
    at: 'service',
    input,
    output: undefined as Output,
    ...touches,
  });

const shell =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Row<Input, Output, 'shell'> => ({
    at: 'shell',
    input,
    output: undefined as Output,
  });

const learner = z.uuid();
const language = z.string().min(2).max(35);
const name = z.string().min(1).max(200);
const none = z.strictObject({});
const inCourse = { learner, language, course: name };
const inLesson = { ...inCourse, lesson: name };
const onItem = { ...inLesson, item: name };
/** Made by the window: asking twice with the same id does it once. */
const event = z.uuid();
/** Positions on screen; the kind checks the shape. */
const answer = z.json();

export const contract = {
  /** All profiles on this computer and the one opened last. */
  'learners.list': service<{ learners: LearnerView[]; last: string | null }>()(none, {
    reads: ['learners'],
  }),
  'learners.create': service<LearnerView>()(
    z.strictObject({ id: learner, name: learnerName, settings }),
    { writes: ['learners'] },
  ),
  /** Remembers the profile as the last one opened. */
  'learners.open': service<LearnerView>()(z.strictObject({ learner }), { writes: ['learners'] }),
  'learners.change': service<LearnerView>()(
    z.strictObject({
      learner,
      name: learnerName.optional(),
      settings: settingsChange.optional(),
    }),
    { writes: ['learners'] },
  ),
  /** Everything stored about a learner, as JSON text. */
  'learners.export': service<{ json: string }>()(z.strictObject({ learner })),
  /** Erases a learner and all that is stored about them. Cannot be undone. */
  'learners.erase': service<null>()(z.strictObject({ learner }), {
    writes: ['learners', 'progress'],
  }),

  'home.read': service<HomeView>()(z.strictObject({ learner, language }), {
    reads: ['learners', 'library', 'progress'],
  }),
  /** All courses and paths. */
  'library.read': service<LibraryView>()(z.strictObject({ learner, language }), {
    reads: ['learners', 'library', 'progress'],
  }),
  'path.read': service<PathView>()(z.strictObject({ learner, language, path: name }), {
    reads: ['learners', 'library', 'progress'],
  }),
  'course.read': service<CourseView>()(z.strictObject(inCourse), {
    reads: ['library', 'progress'],
  }),
  'result.read': service<ResultView>()(z.strictObject(inCourse), {
    reads: ['library', 'progress'],
  }),
  'lesson.read': service<LessonView>()(z.strictObject(inLesson), {
    reads: ['library', 'progress'],
  }),
  'lesson.open': service<null>()(z.strictObject({ ...inLesson, event }), { writes: ['progress'] }),
  'lesson.finish': service<null>()(z.strictObject({ ...inLesson, event }), {
    writes: ['progress'],
  }),

  /** Grades and stores an answer; settles once it is on disk. */
  'item.answer': service<ItemView>()(
    z.strictObject({
      ...onItem,
      event,
      answer,
      seconds: z.number().min(0).max(86_400).nullable(),
      /** How sure the learner is; null when not asked or not said. */
      sure: z.boolean().nullable().default(null),
    }),
    { writes: ['progress'] },
  ),
  /** Reveals the next hint. */
  'item.hint': service<ItemView>()(z.strictObject({ ...onItem, event }), { writes: ['progress'] }),
  /** Gives up: shows the right answer. */
  'item.reveal': service<ItemView>()(z.strictObject({ ...onItem, event }), {
    writes: ['progress'],
  }),
  /** Begins the item anew; what was learned stays. */
  'item.restart': service<ItemView>()(z.strictObject({ ...onItem, event }), {
    writes: ['progress'],
  }),

  /** Hands in a test: every answer in it is graded, what is still empty counts as nothing. */
  'test.finish': service<null>()(z.strictObject({ ...inLesson, group: name, event }), {
    writes: ['progress'],
  }),
  /** Begins a test anew, or draws other questions from a pool. */
  'group.restart': service<null>()(z.strictObject({ ...inLesson, group: name, event }), {
    writes: ['progress'],
  }),
  /** Keeps an answer that nobody grades, in place of the one before; settles once it is on disk. */
  'kept.save': service<KeptView>()(z.strictObject({ ...onItem, event, answer }), {
    writes: ['progress'],
  }),
  /** How well one card of a block was known. */
  'card.recall': service<KeptView>()(
    z.strictObject({
      ...onItem,
      event,
      card: z.string().min(1).max(64),
      grade: z.enum(recallGrades),
      seconds: z.number().min(0).max(86_400).nullable(),
    }),
    { writes: ['progress'] },
  ),

  /**
   * Keeps half an answer; null forgets it. Nothing else depends on it, so no topic changes. Of a
   * kind that unfolds, and in a test, it gives back how the item now looks; of others null.
   */
  'draft.save': service<ItemView | null>()(z.strictObject({ ...onItem, answer })),
  /** Keeps where the learner stopped reading. */
  'place.save': service<null>()(
    z.strictObject({ ...inLesson, line: z.int().min(1), offset: z.number().min(0).max(1) }),
  ),

  /** The organisation's own words, as courses take them up. */
  'organisation.read': service<OrganisationView>()(none, { reads: ['library'] }),
  /** Takes the words of a file from now on; a text without any changes nothing. */
  'organisation.set': service<{ taken: boolean; mistakes: OrganisationMistake[] }>()(
    z.strictObject({ text: z.string().max(200_000) }),
    { writes: ['library'] },
  ),
  /** Goes without the words chosen in Settings. */
  'organisation.forget': service<null>()(none, { writes: ['library'] }),

  /**
   * Begins to bring in a folder of Markdown; the courses come into the person's own folder, all at
   * once at the end. One import runs at a time.
   */
  'import.start': service<null>()(z.strictObject({ folder: z.string().min(1).max(4000) }), {
    writes: ['imports'],
  }),
  /** How far it is, or how it ended. */
  'import.read': service<ImportView>()(none, { reads: ['imports'] }),
  /** Stops it; nothing of it stays. */
  'import.cancel': service<null>()(none, { writes: ['imports'] }),
  /** What was kept, changed and left out, a part at a time. */
  'import.report': service<ImportReportView>()(
    z.strictObject({ from: z.int().min(0), count: z.int().min(1).max(1000) }),
    { reads: ['imports'] },
  ),

  'storage.read': service<StorageView>()(none, { reads: ['library'] }),

  /** How the app was started; asked once. */
  'app.read': shell<{
    version: string;
    runtime: string;
    platform: string;
    /** BCP 47 tags, best first. */
    systemLanguages: string[];
    open: string | null;
    language: string | null;
    theme: (typeof themes)[number] | null;
  }>()(none),
  /** What the window's frame, `prefers-color-scheme` and the words of native dialogs follow. */
  'window.theme': shell<null>()(
    z.strictObject({ theme: z.enum(themes), language: language.optional() }),
  ),
  /** The first screen stands: a waiting `--screenshot` may be taken. */
  'window.ready': shell<null>()(none),
  /** Asks the person, showing the whole host, and opens the link in the browser or mail program. */
  'link.open': shell<{ opened: boolean }>()(z.strictObject({ url: z.string().max(4000) })),
  /** Asks where, and writes the text there. */
  'file.save': shell<{ saved: boolean }>()(
    z.strictObject({ name: z.string().min(1).max(120), text: z.string().max(200_000_000) }),
  ),
  /** Asks for a file with the organisation's words, and reads it; null when the person chose none. */
  'organisation.open': shell<{ text: string } | null>()(none),
  /** Asks where, and copies a download of a course there. */
  'asset.save': shell<{ saved: boolean }>()(
    z.strictObject({ course: name, path: z.string().max(1000) }),
  ),
  /** Puts words into the clipboard; nothing reads it. */
  'text.copy': shell<null>()(z.strictObject({ text: z.string().min(1).max(200_000) })),
  /** Shows the user's own course folder or the data folder in the file manager. */
  'folder.show': shell<null>()(z.strictObject({ folder: z.enum(['courses', 'data']) })),
} as const;

export type Contract = typeof contract;
export type Operation = keyof Contract;
export type OperationAt<At extends 'service' | 'shell'> = {
  [Name in Operation]: Contract[Name]['at'] extends At ? Name : never;
}[Operation];
export type Input<Name extends Operation> = z.input<Contract[Name]['input']>;
export type Parsed<Name extends Operation> = z.output<Contract[Name]['input']>;
export type Output<Name extends Operation> = Contract[Name]['output'];

/** Over the port: window to service. */
export interface Ask {
  id: number;
  name: string;
  input: unknown;
}

/** Over the port: service to window. */
export type Told =
  | { id: number; reply: import('./errors').Reply<unknown> }
  | { changed: readonly Topic[] };
