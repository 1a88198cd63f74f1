// The whole surface: every operation a window may ask for, who answers, and what it touches.

import type { ComingRow } from './catalogue/coming';
import type { CatalogueView } from './catalogue/views';
import type { Problem } from './course/problem';
import { type ExchangeFormatId, exchangeFormatIds, handOutFormatIds } from './exchange/format-ids';
import { exchangeLimits } from './exchange/limits';
import type { ReportRow } from './exchange/report';
import { recallGrades } from './learning/events';
import { themes } from './looks';
import type { OrganisationMistake } from './organisation';
import type { AddedCourseView, KnownSigner, PacksView, SigningKeyView } from './pack/views';
import { papers } from './paper/format';
import { type ExportView, exportFormats, sheetFormats } from './player/formats';
import type { PolicyView } from './policy/views';
import { learnerName, settings, settingsChange } from './settings';
import { templateIds } from './studio/template-ids';
import type {
  TranslationImported,
  TranslationStatus,
  TranslationView,
  TranslationWritten,
} from './studio/translation/views';
import type {
  KeptVersion,
  QualityView,
  ResultsView,
  SaveOutcome,
  StudioCourseRow,
  StudioCourseView,
  StudioText,
} from './studio/views';
import type { PersonsView, PreviewView, SentView, SyncView } from './sync/views';
import { account, level, where } from './sync/where';
import { tableFormats } from './table-formats';
import type {
  PeoplePage,
  PhishingView,
  QuestionsView,
  SourcesView,
  TeamFigures,
} from './team/views';
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
  SearchView,
  StorageView,
} from './views';
import { z } from './zod';

/** What a screen can depend on; `changed(topics)` makes it ask again. */
export const topics = [
  'catalogue',
  'exports',
  'imports',
  'learners',
  'library',
  'packs',
  'policy',
  'progress',
  'search',
  'sync',
  'team',
  'team-sources',
] as const;
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
/** A course that is being written goes by its folder: its id may change. */
const inFolder = { folder: name };
const onText = { ...inFolder, file: z.string().min(1).max(300) };
/** A translation goes by its folder, which is named by its language. */
const translated = { ...inFolder, language: z.string().regex(/^[A-Za-z0-9-]{2,35}$/) };
const onTranslated = { ...translated, file: z.string().min(1).max(300) };
const studioText = z.string().max(2_100_000);
/** Made by the window: asking twice with the same id does it once. */
const event = z.uuid();
const signerName = z.string().trim().min(1).max(100);
/** Positions on screen; the kind checks the shape. */
const answer = z.json();
/** Names a target and the secret that belongs to it. Made by the window. */
const target = z.uuid();
const onTarget = { learner, target };
const webName = z.string().min(1).max(500);

export const contract = {
  /** All profiles on this computer and the one opened last. */
  'learners.list': service<{ learners: LearnerView[]; last: string | null }>()(none, {
    reads: ['learners', 'policy'],
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
    reads: ['learners', 'library', 'policy', 'progress'],
  }),
  /** All courses and paths. */
  'library.read': service<LibraryView>()(z.strictObject({ learner, language }), {
    reads: ['learners', 'library', 'policy', 'progress'],
  }),
  /** Looks words up in all lessons; whatever is typed, it is words. */
  'library.search': service<SearchView>()(
    z.strictObject({ learner, language, words: z.string().max(20_000) }),
    { reads: ['learners', 'search'] },
  ),
  'path.read': service<PathView>()(z.strictObject({ learner, language, path: name }), {
    reads: ['learners', 'library', 'progress'],
  }),
  'course.read': service<CourseView>()(z.strictObject(inCourse), {
    reads: ['library', 'policy', 'progress'],
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

  /** The courses that may be written here. */
  'studio.courses': service<StudioCourseRow[]>()(none, { reads: ['library'] }),
  'studio.course': service<StudioCourseView>()(z.strictObject(inFolder), { reads: ['library'] }),
  /** All that the check finds in a course; takes a moment. */
  'studio.check': service<Problem[]>()(z.strictObject(inFolder), { reads: ['library'] }),
  /** A course in figures, with all that the check finds. */
  'studio.quality': service<QualityView>()(z.strictObject(inFolder), { reads: ['library'] }),
  /** What results, as learners export them, say about the questions of a course. */
  'studio.results': service<ResultsView>()(
    z.strictObject({ ...inFolder, texts: z.array(z.string().max(50_000_000)).max(5000) }),
  ),
  'studio.read': service<StudioText>()(z.strictObject(onText), { reads: ['library'] }),
  /**
   * Writes a text that was made from the version `base`; null for a new file. Settles once it is on
   * disk. What was there stays in the history.
   */
  'studio.save': service<SaveOutcome>()(
    z.strictObject({ ...onText, text: studioText, base: z.string().max(64).nullable() }),
  ),
  /** Keeps a text that its author gives up for another one. */
  'studio.set-aside': service<null>()(z.strictObject({ ...onText, text: studioText })),
  /** Earlier states of a text, the newest first. */
  'studio.history': service<KeptVersion[]>()(z.strictObject(onText)),
  'studio.version': service<{ text: string }>()(
    z.strictObject({ ...onText, key: z.string().max(64) }),
  ),
  /** A new course from a template. */
  'studio.create': service<{ folder: string }>()(
    z.strictObject({
      template: z.enum(templateIds),
      title: z.string().trim().min(1).max(200),
      author: z.string().trim().max(200),
      language,
    }),
    { writes: ['library'] },
  ),
  /** A copy of any course of the library, to be changed; it keeps its id. */
  'studio.copy': service<{ folder: string }>()(z.strictObject({ course: name }), {
    writes: ['library'],
  }),
  'studio.add-lesson': service<{ file: string }>()(
    z.strictObject({ ...inFolder, title: z.string().trim().min(1).max(200) }),
    { writes: ['library'] },
  ),
  /** Numbers the lessons in this order; gives the files that are called otherwise now. */
  'studio.order-lessons': service<{ renamed: Record<string, string> }>()(
    z.strictObject({ ...inFolder, files: z.array(z.string().max(300)).max(5000) }),
    { writes: ['library'] },
  ),
  /** Makes lessons of a question bank, and says what became of each line. */
  'studio.bring-in': service<{ files: string[]; report: ReportRow[] }>()(
    z.strictObject({
      ...inFolder,
      name: z.string().min(1).max(300),
      format: z.enum(exchangeFormatIds),
      text: z.string().max(exchangeLimits.length + 1),
    }),
    { writes: ['library'] },
  ),
  /** A lesson as a file for other programs; of `course.md`, all lessons of its language. */
  'studio.hand-out': service<{ name: string; text: string; report: ReportRow[] }>()(
    z.strictObject({ ...onText, format: z.enum(handOutFormatIds) }),
  ),
  'studio.remove-lesson': service<null>()(z.strictObject(onText), { writes: ['library'] }),
  /** Puts a picture among the assets; gives the path that a text names it by. */
  'studio.add-picture': service<{ path: string }>()(
    z.strictObject({
      ...inFolder,
      name: z.string().min(1).max(200),
      /** Base64. */
      data: z.base64().max(28_000_000),
    }),
    { writes: ['library'] },
  ),

  /** The languages that a course is translated into, and how far each is. */
  'translation.status': service<TranslationStatus>()(z.strictObject(inFolder), {
    reads: ['library'],
  }),
  /** A file of the course beside its translation, block by block. `file` is that of the source. */
  'translation.read': service<TranslationView>()(z.strictObject(onTranslated), {
    reads: ['library'],
  }),
  /** Writes the translation of `source` to its place; '' takes it out again. */
  'translation.write': service<TranslationWritten>()(
    z.strictObject({
      ...onTranslated,
      key: z.string().max(2000),
      source: studioText,
      words: studioText,
    }),
  ),
  /** Adds a language; one that is there already stays as it is. */
  'translation.begin': service<{ language: string }>()(z.strictObject(translated), {
    writes: ['library'],
  }),
  /** Gives the translation of a file the structure of its source; what only it had stays in the history. */
  'translation.lay-out': service<TranslationView>()(z.strictObject(onTranslated), {
    writes: ['library'],
  }),
  /** The author says that the translation of a file is up to date; nothing may be missing. */
  'translation.settle': service<TranslationView>()(z.strictObject(onTranslated), {
    writes: ['library'],
  }),
  /** A translation as XLIFF 2.1, for an office. */
  'translation.export': service<{ name: string; text: string }>()(z.strictObject(translated)),
  /** Takes in what an office sends back. */
  'translation.import': service<TranslationImported>()(
    z.strictObject({ ...translated, text: z.string().max(20_000_000) }),
    { writes: ['library'] },
  ),
  /**
   * Begins to make a page, a package or a sheet to print of a course of the library, or of one that is being written.
   * `export` names it from now on; once `export.read` says that it is ready, `export.save` takes it, or
   * `sheet.save` for a sheet.
   */
  'export.start': service<ExportView>()(
    z
      .strictObject({
        export: event,
        course: name.optional(),
        folder: name.optional(),
        format: z.enum([...exportFormats, ...sheetFormats]),
        language,
        /** Of sheets to print. */
        paper: z.enum(papers).default('a4'),
      })
      .refine(({ course, folder }) => (course === undefined) !== (folder === undefined)),
    { writes: ['exports'] },
  ),
  'export.read': service<ExportView>()(z.strictObject({ export: event }), { reads: ['exports'] }),
  /** Stops it, or throws away what was made. */
  'export.end': service<null>()(z.strictObject({ export: event }), { writes: ['exports'] }),

  /** A learner for trying courses out: lives in memory, beside everybody's records. */
  'trial.begin': service<LearnerView>()(z.strictObject({ learner })),
  'trial.end': service<null>()(none),
  /** Who has finished what, of a part of the organisation, a course and a year; null for all. */
  'team.read': service<TeamFigures>()(
    z.strictObject({
      block: z.int().nullable(),
      course: name.nullable(),
      year: z.int().min(1970).max(2100).nullable(),
      language,
    }),
    { reads: ['team', 'library'] },
  ),
  /** Mandatory courses by name, a part at a time. */
  'team.people': service<PeoplePage>()(
    z.strictObject({
      block: z.int().nullable(),
      course: name.nullable(),
      state: z.enum(['all', 'done', 'open', 'overdue']),
      from: z.int().min(0),
      count: z.int().min(1).max(50_000),
      language,
    }),
    { reads: ['team', 'library'] },
  ),
  /** What people do with messages that are after something. */
  'team.phishing': service<PhishingView>()(z.strictObject({ language }), {
    reads: ['team', 'library'],
  }),
  /** What answers say about the questions of a course. */
  'team.questions': service<QuestionsView>()(z.strictObject({ course: name }), {
    reads: ['team', 'library'],
  }),
  'team.sources': service<SourcesView>()(none, { reads: ['team-sources'] }),
  /** Asks a learning record store from now on; its name and password are those of `team.sign-in`. */
  'team.add-store': service<null>()(z.strictObject({ address: z.string().min(1).max(2000) }), {
    writes: ['team-sources'],
  }),
  /** Reads what is new in a source. */
  'team.read-again': service<null>()(z.strictObject({ source: z.uuid() }), {
    writes: ['team-sources'],
  }),
  /** Forgets a source; what was read from it stays. */
  'team.remove-source': service<null>()(z.strictObject({ source: z.uuid() }), {
    writes: ['team-sources'],
  }),
  /** Stops reading; what was taken in stays. */
  'team.stop': service<null>()(none, { writes: ['team-sources'] }),
  /** Everybody has to finish this course, by this day or without one. */
  'team.require': service<null>()(z.strictObject({ course: name, due: z.iso.date().nullable() }), {
    writes: ['team'],
  }),
  'team.release': service<null>()(z.strictObject({ course: name }), { writes: ['team'] }),
  /** Goes without the list of people. */
  'team.forget-roster': service<null>()(none, { writes: ['team-sources'] }),
  /** Erases everything that was read about anybody. Cannot be undone. */
  'team.forget': service<null>()(none, { writes: ['team', 'team-sources'] }),

  /** The pack that was opened, and the one being written. */
  'pack.read': service<PacksView>()(none, { reads: ['packs'] }),
  /** Takes the pack that was shown into the library, in place of the version that is there. */
  'pack.install': service<{ course: string }>()(z.strictObject({ job: z.uuid() }), {
    writes: ['packs', 'library', 'progress'],
  }),
  /** Stops reading a pack, or lets go of the one that was read: nothing was changed. */
  'pack.dismiss': service<null>()(none, { writes: ['packs'] }),
  /** Stops writing a pack; no half file stays. */
  'pack.stop': service<null>()(none, { writes: ['packs'] }),
  /** From now on the signer of the pack that was read is known by this name. */
  'pack.trust': service<null>()(z.strictObject({ job: z.uuid(), name: signerName }), {
    writes: ['packs'],
  }),
  /** Null for a course that no pack brought. */
  'pack.added': service<AddedCourseView | null>()(z.strictObject({ course: name }), {
    reads: ['packs', 'library'],
  }),
  /** Takes away a course that a pack brought; what was learned stays. */
  'pack.remove': service<{ keptAt: string | null }>()(z.strictObject({ course: name }), {
    writes: ['packs', 'library', 'progress'],
  }),
  /** The signers that are known on this computer. */
  'signers.list': service<KnownSigner[]>()(none, { reads: ['packs', 'policy'] }),
  /** Takes a public key, as text, for that of somebody known. */
  'signers.know': service<null>()(z.strictObject({ key: z.string().max(500), name: signerName }), {
    writes: ['packs'],
  }),
  'signers.forget': service<null>()(z.strictObject({ keyId: z.string().max(64) }), {
    writes: ['packs'],
  }),

  /** What the catalogue offers, in the words of a language; asks nobody. */
  'catalogue.read': service<CatalogueView>()(z.strictObject({ language }), {
    reads: ['catalogue', 'library', 'packs'],
  }),
  /** Courses that this learner has to finish and that are not here, on their way; asks nobody. */
  'catalogue.coming': service<{ courses: ComingRow[] }>()(z.strictObject({ learner, language }), {
    reads: ['catalogue', 'library', 'policy', 'progress'],
  }),
  /** Begins to ask the catalogue what there is; nothing where it is switched off. */
  'catalogue.check': service<null>()(none),
  /** Switches it on at this address, and begins to ask. */
  'catalogue.set': service<null>()(z.strictObject({ address: z.string().max(2000) }), {
    writes: ['catalogue'],
  }),
  /** Switches it off; courses that came stay. */
  'catalogue.forget': service<null>()(none, { writes: ['catalogue'] }),
  /** The person says that the key they were asked about is the right one. */
  'catalogue.trust': service<null>()(z.strictObject({ keyId: z.string().max(64) }), {
    writes: ['catalogue'],
  }),
  /** Begins to bring courses, or newer versions of them, one after the other. */
  'catalogue.get': service<null>()(z.strictObject({ courses: z.array(name).min(1).max(2000) })),
  /** Stops what is being brought, and what waits. */
  'catalogue.stop': service<null>()(none),
  /** A pinned course stays at the version that is here. */
  'catalogue.pin': service<null>()(z.strictObject({ course: name, pinned: z.boolean() }), {
    writes: ['catalogue'],
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

  /** What the organisation has decided for this computer. */
  'policy.read': service<PolicyView>()(none, { reads: ['policy', 'library'] }),

  /** Where a person's statements go, how that stands, and what the organisation decided about it. */
  'sync.read': service<SyncView>()(z.strictObject({ learner }), { reads: ['sync', 'policy'] }),
  /** Whether something waits for the person. */
  'sync.sign': service<{ needsPerson: boolean }>()(z.strictObject({ learner }), {
    reads: ['sync'],
  }),
  /** Tests a place before anything is sent there: `sync.read` tells how it ended. */
  'sync.try': service<null>()(z.strictObject({ ...onTarget, where, account: account.nullable() }), {
    writes: ['sync'],
  }),
  /** Begins. Without an account, a code is made. `past`: what was done so far is sent as well. */
  'sync.set-up': service<null>()(
    z.strictObject({ ...onTarget, where, account: account.nullable(), level, past: z.boolean() }),
    { writes: ['sync'] },
  ),
  'sync.change': service<null>()(
    z.strictObject({
      ...onTarget,
      level: level.optional(),
      where: where.optional(),
      /** What was done so far is looked at once more. */
      past: z.boolean().optional(),
    }),
    { writes: ['sync'] },
  ),
  'sync.pause': service<null>()(z.strictObject({ ...onTarget, isPaused: z.boolean() }), {
    writes: ['sync'],
  }),
  /** Now, whatever it waits for. */
  'sync.retry': service<null>()(z.strictObject(onTarget), { writes: ['sync'] }),
  /** The folder was emptied or replaced on purpose: everything is written there once more. */
  'sync.begin-anew': service<null>()(z.strictObject(onTarget), { writes: ['sync'] }),
  /** `takeBack` asks the server to count what arrived as never said. */
  'sync.end': service<null>()(z.strictObject({ ...onTarget, takeBack: z.boolean() }), {
    writes: ['sync'],
  }),
  /** The exact statements that would be sent of what was done so far, a part at a time. */
  'sync.preview': service<PreviewView>()(
    z.strictObject({
      ...{ learner, language, level, account: account.nullable() },
      from: z.int().min(0),
      count: z.int().min(1).max(100),
    }),
    { reads: ['progress', 'sync'] },
  ),
  /** What left this computer, and what is about to, the newest first. */
  'sync.sent': service<SentView>()(
    z.strictObject({
      ...{ ...onTarget, language },
      before: z.int().min(0).nullable(),
      count: z.int().min(1).max(500),
      /** Only what was delivered or set aside within this time. */
      within: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable(),
    }),
    { reads: ['sync'] },
  ),
  /** What lies aside, and why. */
  'sync.aside': service<SentView>()(z.strictObject({ ...onTarget, language }), {
    reads: ['sync'],
  }),
  /** Who else is, or may be, this person: other profiles here, and those of other computers. */
  'persons.read': service<PersonsView>()(z.strictObject({ learner }), {
    reads: ['learners', 'progress', 'sync'],
  }),
  'persons.join': service<null>()(z.strictObject({ learner, other: learner }), {
    writes: ['learners', 'progress', 'sync'],
  }),
  'persons.split': service<null>()(z.strictObject({ learner, other: learner }), {
    writes: ['learners', 'progress', 'sync'],
  }),

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
  /** Asks for files with results that learners exported, and reads them; null when none was chosen. */
  'results.open': shell<{ texts: string[] } | null>()(none),
  /** Asks for what the team view shall read, and begins to read it: see `team.sources`. */
  'team.choose': shell<{ chosen: boolean }>()(
    z.strictObject({ what: z.enum(['files', 'folder', 'roster']) }),
  ),
  /**
   * Keeps the name and password for reading a learning record store, to be sent to it only; `lasting`
   * is false where they are known only until the app ends.
   */
  'team.sign-in': shell<{ lasting: boolean }>()(
    z.strictObject({
      address: z.string().min(1).max(2000),
      user: z.string().min(1).max(500),
      password: z.string().max(2000),
    }),
  ),
  /** Asks where, and writes a table there. */
  'table.save': shell<{ saved: boolean }>()(
    z.strictObject({
      name: z.string().min(1).max(120),
      format: z.enum(tableFormats),
      /** The first row names the columns. */
      rows: z
        .array(z.array(z.union([z.string().max(2000), z.number(), z.null()])).max(50))
        .max(1_000_000),
    }),
  ),
  /** Asks for a question bank, and reads it; null when none was chosen. */
  'questions.open': shell<{ name: string; text: string; formats: ExchangeFormatId[] } | null>()(
    none,
  ),
  /** Asks for an XLIFF file that an office sent back, and reads it; null when none was chosen. */
  'translation.open': shell<{ text: string } | null>()(none),
  /** Asks where, and copies a download of a course there. */
  'asset.save': shell<{ saved: boolean }>()(
    z.strictObject({ course: name, path: z.string().max(1000) }),
  ),
  /** Asks for a folder of Markdown, and begins to bring it in as courses: see `import.read`. */
  'import.choose': shell<{ chosen: boolean }>()(none),
  /** Asks for a course file, and begins to read it: see `pack.read`. */
  'pack.inspect': shell<{ chosen: boolean }>()(none),
  /** Asks where, and begins to write a course there as a pack, signed when there is a key: see `pack.read`. */
  'pack.export': shell<{ chosen: boolean }>()(z.strictObject({ course: name })),
  /** The key that packs are signed with; its private half never leaves the shell. */
  'signing.read': shell<SigningKeyView>()(none),
  /** Makes a key where there is none. */
  'signing.create': shell<SigningKeyView>()(none),
  /** Forgets the key for good. */
  'signing.forget': shell<SigningKeyView>()(none),
  /** Asks where, and copies a finished export there. */
  'export.save': shell<{ saved: boolean }>()(z.strictObject({ export: event })),
  /** Asks for the folder that sync shall use: `sync.read` names it then. */
  'folder.choose': shell<{ chosen: boolean }>()(none),
  /**
   * Keeps a name and password for the server at this address, where only the system reads them.
   * `kept` is false where the system has no place for secrets: they are known until the app ends.
   */
  'secret.keep': shell<{ kept: boolean }>()(
    z.strictObject({
      ...{ target, address: z.string().max(2000) },
      ...{ user: webName, password: z.string().min(1).max(4000) },
    }),
  ),
  /** Sync was not begun after all: what was kept for it goes. */
  'secret.forget': shell<null>()(z.strictObject({ target })),
  /** For a proxy that asks who we are; known until the app ends. */
  'proxy.sign-in': shell<null>()(z.strictObject({ user: webName, password: z.string().max(4000) })),
  /** Asks where, prints a finished sheet as PDF, and puts it there. */
  'sheet.save': shell<{ saved: boolean }>()(z.strictObject({ export: event })),
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
