// The whole surface: every operation a window may ask for, who answers, what comes back, and what it
// touches. What each is asked with stands in inputs.ts, under the same name: a window, which asks and
// proves nothing, need not read it.

import type { ComingRow } from './catalogue/coming';
import type { CatalogueView } from './catalogue/views';
import type { Problem } from './course/problem';
import type { ExchangeFormatId } from './exchange/format-ids';
import type { ReportRow } from './exchange/report';
import type { Theme } from './looks';
import type { OrganisationMistake } from './organisation';
import type { AddedCourseView, PacksView, SignersView, SigningKeyView } from './pack/views';
import type { ExportView } from './player/formats';
import type { PolicyView } from './policy/views';
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

interface Row<Output, At extends 'service' | 'shell'> {
  at: At;
  /** Only a type: what comes from our own service needs no proof. */
  output: Output;
  reads?: readonly Topic[];
  writes?: readonly Topic[];
}

interface Touches {
  reads?: readonly Topic[];
  writes?: readonly Topic[];
}

const service = <Output>(touches: Touches = {}): Row<Output, 'service'> => ({
  at: 'service',
  output: undefined as Output,
  ...touches,
});

const shell = <Output>(): Row<Output, 'shell'> => ({ at: 'shell', output: undefined as Output });

export const contract = {
  /** All profiles on this computer and the one opened last. */
  'learners.list': service<{ learners: LearnerView[]; last: string | null }>({
    reads: ['learners', 'policy'],
  }),
  'learners.create': service<LearnerView>({ writes: ['learners'] }),
  /** Remembers the profile as the last one opened. */
  'learners.open': service<LearnerView>({ writes: ['learners'] }),
  'learners.change': service<LearnerView>({ writes: ['learners'] }),
  /** Everything stored about a learner, as JSON text. */
  'learners.export': service<{ json: string }>(),
  /** Erases a learner and all that is stored about them. Cannot be undone. */
  'learners.erase': service<null>({
    writes: ['learners', 'progress'],
  }),

  'home.read': service<HomeView>({
    reads: ['learners', 'library', 'policy', 'progress'],
  }),
  /** All courses and paths. */
  'library.read': service<LibraryView>({
    reads: ['learners', 'library', 'policy', 'progress'],
  }),
  /** Looks words up in all lessons; whatever is typed, it is words. */
  'library.search': service<SearchView>({ reads: ['learners', 'search'] }),
  'path.read': service<PathView>({
    reads: ['learners', 'library', 'progress'],
  }),
  'course.read': service<CourseView>({
    reads: ['learners', 'library', 'packs', 'policy', 'progress'],
  }),
  'result.read': service<ResultView>({
    reads: ['library', 'progress'],
  }),
  'lesson.read': service<LessonView>({
    reads: ['library', 'progress'],
  }),
  'lesson.open': service<null>({ writes: ['progress'] }),
  'lesson.finish': service<null>({
    writes: ['progress'],
  }),

  /** Grades and stores an answer; settles once it is on disk. */
  'item.answer': service<ItemView>({ writes: ['progress'] }),
  /** Reveals the next hint. */
  'item.hint': service<ItemView>({ writes: ['progress'] }),
  /** Gives up: shows the right answer. */
  'item.reveal': service<ItemView>({
    writes: ['progress'],
  }),
  /** Begins the item anew; what was learned stays. */
  'item.restart': service<ItemView>({
    writes: ['progress'],
  }),

  /** Hands in a test: every answer in it is graded, what is still empty counts as nothing. */
  'test.finish': service<null>({
    writes: ['progress'],
  }),
  /** Begins a test anew, or draws other questions from a pool. */
  'group.restart': service<null>({
    writes: ['progress'],
  }),
  /** Keeps an answer that nobody grades, in place of the one before; settles once it is on disk. */
  'kept.save': service<KeptView>({
    writes: ['progress'],
  }),
  /** How well one card of a block was known. */
  'card.recall': service<KeptView>({ writes: ['progress'] }),

  /**
   * Keeps half an answer; null forgets it. Nothing else depends on it, so no topic changes. Of a
   * kind that unfolds, and in a test, it gives back how the item now looks; of others null.
   */
  'draft.save': service<ItemView | null>(),
  /** Keeps where the learner stopped reading. */
  'place.save': service<null>(),

  /** The organisation's own words, as courses take them up. */
  'organisation.read': service<OrganisationView>({ reads: ['library'] }),
  /** Takes the words of a file from now on; a text without any changes nothing. */
  'organisation.set': service<{ taken: boolean; mistakes: OrganisationMistake[] }>({
    writes: ['library'],
  }),
  /** Goes without the words chosen in Settings. */
  'organisation.forget': service<null>({ writes: ['library'] }),

  /** The courses that may be written here. */
  'studio.courses': service<StudioCourseRow[]>({ reads: ['library'] }),
  'studio.course': service<StudioCourseView>({ reads: ['library'] }),
  /** All that the check finds in a course; takes a moment. */
  'studio.check': service<Problem[]>({ reads: ['library'] }),
  /** A course in figures, with all that the check finds. */
  'studio.quality': service<QualityView>({ reads: ['library'] }),
  /** What results, as learners export them, say about the questions of a course. */
  'studio.results': service<ResultsView>(),
  'studio.read': service<StudioText>({ reads: ['library'] }),
  /**
   * Writes a text that was made from the version `base`; null for a new file. Settles once it is on
   * disk. What was there stays in the history.
   */
  'studio.save': service<SaveOutcome>(),
  /** Keeps a text that its author gives up for another one. */
  'studio.set-aside': service<null>(),
  /** Earlier states of a text, the newest first. */
  'studio.history': service<KeptVersion[]>(),
  'studio.version': service<{ text: string }>(),
  /** A new course from a template. */
  'studio.create': service<{ folder: string }>({ writes: ['library'] }),
  /** A copy of any course of the library, to be changed; it keeps its id. */
  'studio.copy': service<{ folder: string }>({
    writes: ['library'],
  }),
  'studio.add-lesson': service<{ file: string }>({ writes: ['library'] }),
  /** Numbers the lessons in this order; gives the files that are called otherwise now. */
  'studio.order-lessons': service<{ renamed: Record<string, string> }>({ writes: ['library'] }),
  /** Makes lessons of a question bank, and says what became of each line. */
  'studio.bring-in': service<{ files: string[]; report: ReportRow[] }>({ writes: ['library'] }),
  /** A lesson as a file for other programs; of `course.md`, all lessons of its language. */
  'studio.hand-out': service<{ name: string; text: string; report: ReportRow[] }>(),
  'studio.remove-lesson': service<null>({ writes: ['library'] }),
  /** Puts a picture among the assets; gives the path that a text names it by. */
  'studio.add-picture': service<{ path: string }>({ writes: ['library'] }),

  /** The languages that a course is translated into, and how far each is. */
  'translation.status': service<TranslationStatus>({
    reads: ['library'],
  }),
  /** A file of the course beside its translation, block by block. `file` is that of the source. */
  'translation.read': service<TranslationView>({
    reads: ['library'],
  }),
  /** Writes the translation of `source` to its place; '' takes it out again. */
  'translation.write': service<TranslationWritten>(),
  /** Adds a language; one that is there already stays as it is. */
  'translation.begin': service<{ language: string }>({
    writes: ['library'],
  }),
  /** Gives the translation of a file the structure of its source; what only it had stays in the history. */
  'translation.lay-out': service<TranslationView>({
    writes: ['library'],
  }),
  /** The author says that the translation of a file is up to date; nothing may be missing. */
  'translation.settle': service<TranslationView>({
    writes: ['library'],
  }),
  /** A translation as XLIFF 2.1, for an office. */
  'translation.export': service<{ name: string; text: string }>(),
  /** Takes in what an office sends back. */
  'translation.import': service<TranslationImported>({ writes: ['library'] }),
  /**
   * Begins to make a page, a package or a sheet to print of a course of the library, or of one that is being written.
   * `export` names it from now on; once `export.read` says that it is ready, `export.save` takes it, or
   * `sheet.save` for a sheet.
   */
  'export.start': service<ExportView>({ writes: ['exports'] }),
  'export.read': service<ExportView>({ reads: ['exports'] }),
  /** Stops it, or throws away what was made. */
  'export.end': service<null>({ writes: ['exports'] }),

  /** A learner for trying courses out: lives in memory, beside everybody's records. */
  'trial.begin': service<LearnerView>(),
  'trial.end': service<null>(),
  /** Who has finished what, of a part of the organisation, a course and a year; null for all. */
  'team.read': service<TeamFigures>({ reads: ['team', 'library'] }),
  /** Mandatory courses by name, a part at a time. */
  'team.people': service<PeoplePage>({ reads: ['team', 'library'] }),
  /** What people do with messages that are after something. */
  'team.phishing': service<PhishingView>({
    reads: ['team', 'library'],
  }),
  /** What answers say about the questions of a course. */
  'team.questions': service<QuestionsView>({
    reads: ['team', 'library'],
  }),
  'team.sources': service<SourcesView>({ reads: ['team-sources'] }),
  /** Asks a learning record store from now on; its name and password are those of `team.sign-in`. */
  'team.add-store': service<null>({
    writes: ['team-sources'],
  }),
  /** Reads what is new in a source. */
  'team.read-again': service<null>({
    writes: ['team-sources'],
  }),
  /** Forgets a source; what was read from it stays. */
  'team.remove-source': service<null>({
    writes: ['team-sources'],
  }),
  /** Stops reading; what was taken in stays. */
  'team.stop': service<null>({ writes: ['team-sources'] }),
  /** Everybody has to finish this course, by this day or without one. */
  'team.require': service<null>({
    writes: ['team'],
  }),
  'team.release': service<null>({ writes: ['team'] }),
  /** Goes without the list of people. */
  'team.forget-roster': service<null>({ writes: ['team-sources'] }),
  /**
   * Of a damaged file: keeps the sources and what is mandatory as far as they can be read, erases the
   * rest, and begins to read them anew.
   */
  'team.begin-anew': service<null>({ writes: ['team', 'team-sources'] }),
  /** Erases everything that was read about anybody. Cannot be undone. */
  'team.forget': service<null>({ writes: ['team', 'team-sources'] }),

  /** The pack that was opened, and the one being written. */
  'pack.read': service<PacksView>({ reads: ['packs'] }),
  /** Takes the pack that was shown into the library, in place of the version that is there. */
  'pack.install': service<{ course: string }>({
    writes: ['packs', 'library', 'progress'],
  }),
  /** Stops reading a pack, or lets go of the one that was read: nothing was changed. */
  'pack.dismiss': service<null>({ writes: ['packs'] }),
  /** Stops writing a pack; no half file stays. */
  'pack.stop': service<null>({ writes: ['packs'] }),
  /** From now on the signer of the pack that was read is known by this name. */
  'pack.trust': service<null>({
    writes: ['packs'],
  }),
  /** Null for a course that no pack brought. */
  'pack.added': service<AddedCourseView | null>({
    reads: ['packs', 'library'],
  }),
  /** Takes away a course that a pack brought; what was learned stays. */
  'pack.remove': service<{ keptAt: string | null }>({
    writes: ['packs', 'library', 'progress'],
  }),
  /** The signers that are known on this computer. */
  'signers.list': service<SignersView>({ reads: ['packs', 'policy'] }),
  /** The person has heard that the list was lost; what is left of it stays on the disk. */
  'signers.acknowledge': service<null>({ writes: ['packs'] }),
  /** Takes a public key, as text, for that of somebody known. */
  'signers.know': service<null>({
    writes: ['packs'],
  }),
  'signers.forget': service<null>({
    writes: ['packs'],
  }),

  /** What the catalogue offers, in the words of a language; asks nobody. */
  'catalogue.read': service<CatalogueView>({
    reads: ['catalogue', 'library', 'packs'],
  }),
  /** Courses that this learner has to finish and that are not here, on their way; asks nobody. */
  'catalogue.coming': service<{ courses: ComingRow[] }>({
    reads: ['catalogue', 'library', 'policy', 'progress'],
  }),
  /** Begins to ask the catalogue what there is; nothing where it is switched off. */
  'catalogue.check': service<null>(),
  /** Switches it on at this address, and begins to ask. */
  'catalogue.set': service<null>({
    writes: ['catalogue'],
  }),
  /** Switches it off; courses that came stay. */
  'catalogue.forget': service<null>({ writes: ['catalogue'] }),
  /** The person has heard that what was remembered of it was lost. */
  'catalogue.acknowledge': service<null>({ writes: ['catalogue'] }),
  /** The person says that the key they were asked about is the right one. */
  'catalogue.trust': service<null>({
    writes: ['catalogue'],
  }),
  /** Begins to bring courses, or newer versions of them, one after the other. */
  'catalogue.get': service<null>(),
  /** Stops what is being brought, and what waits. */
  'catalogue.stop': service<null>(),
  /** A pinned course stays at the version that is here. */
  'catalogue.pin': service<null>({
    writes: ['catalogue'],
  }),

  /** How far it is, or how it ended. */
  'import.read': service<ImportView>({ reads: ['imports'] }),
  /** Stops it; nothing of it stays. */
  'import.cancel': service<null>({ writes: ['imports'] }),
  /** What was kept, changed and left out, a part at a time. */
  'import.report': service<ImportReportView>({ reads: ['imports'] }),

  /** What the organisation has decided for this computer. */
  'policy.read': service<PolicyView>({ reads: ['policy', 'library'] }),

  /** Where a person's statements go, how that stands, and what the organisation decided about it. */
  'sync.read': service<SyncView>({ reads: ['sync', 'policy'] }),
  /** Whether something waits for the person. */
  'sync.sign': service<{ needsPerson: boolean }>({
    reads: ['sync'],
  }),
  /** Tests a place before anything is sent there: `sync.read` tells how it ended. */
  'sync.try': service<null>({
    writes: ['sync'],
  }),
  /** Begins. Without an account, a code is made. `past`: what was done so far is sent as well. */
  'sync.set-up': service<null>({ writes: ['sync'] }),
  'sync.change': service<null>({ writes: ['sync'] }),
  'sync.pause': service<null>({
    writes: ['sync'],
  }),
  /** Now, whatever it waits for. */
  'sync.retry': service<null>({ writes: ['sync'] }),
  /** The folder was emptied or replaced on purpose: everything is written there once more. */
  'sync.begin-anew': service<null>({ writes: ['sync'] }),
  /** `takeBack` asks the server to count what arrived as never said. */
  'sync.end': service<null>({
    writes: ['sync'],
  }),
  /** The exact statements that would be sent of what was done so far, a part at a time. */
  'sync.preview': service<PreviewView>({ reads: ['progress', 'sync'] }),
  /** What left this computer, and what is about to, the newest first. */
  'sync.sent': service<SentView>({ reads: ['sync'] }),
  /** What lies aside, and why. */
  'sync.aside': service<SentView>({
    reads: ['sync'],
  }),
  /** Who else is, or may be, this person: other profiles here, and those of other computers. */
  'persons.read': service<PersonsView>({
    reads: ['learners', 'progress', 'sync'],
  }),
  'persons.join': service<null>({
    writes: ['learners', 'progress', 'sync'],
  }),
  'persons.split': service<null>({
    writes: ['learners', 'progress', 'sync'],
  }),

  'storage.read': service<StorageView>({ reads: ['library'] }),

  /** How the app was started; asked once. */
  'app.read': shell<{
    version: string;
    runtime: string;
    platform: string;
    /** BCP 47 tags, best first. */
    systemLanguages: string[];
    open: string | null;
    language: string | null;
    theme: Theme | null;
  }>(),
  /** What the window's frame, `prefers-color-scheme` and the words of native dialogs follow. */
  'window.theme': shell<null>(),
  /** The first screen stands: a waiting `--screenshot` may be taken. */
  'window.ready': shell<null>(),
  /** Asks the person, showing the whole host, and opens the link in the browser or mail program. */
  'link.open': shell<{ opened: boolean }>(),
  /** Asks where, and writes the text there. */
  'file.save': shell<{ saved: boolean }>(),
  /** Asks for a file with the organisation's words, and reads it; null when the person chose none. */
  'organisation.open': shell<{ text: string } | null>(),
  /** Asks for files with results that learners exported, and reads them; null when none was chosen. */
  'results.open': shell<{ texts: string[] } | null>(),
  /** Asks for what the team view shall read, and begins to read it: see `team.sources`. */
  'team.choose': shell<{ chosen: boolean }>(),
  /**
   * Keeps the name and password for reading a learning record store, to be sent to it only; `lasting`
   * is false where they are known only until the app ends.
   */
  'team.sign-in': shell<{ lasting: boolean }>(),
  /** Asks where, and writes a table there. */
  'table.save': shell<{ saved: boolean }>(),
  /** Asks for a question bank, and reads it; null when none was chosen. */
  'questions.open': shell<{ name: string; text: string; formats: ExchangeFormatId[] } | null>(),
  /** Asks for an XLIFF file that an office sent back, and reads it; null when none was chosen. */
  'translation.open': shell<{ text: string } | null>(),
  /** Asks where, and copies a download of a course there. */
  'asset.save': shell<{ saved: boolean }>(),
  /** Asks for a folder of Markdown, and begins to bring it in as courses: see `import.read`. */
  'import.choose': shell<{ chosen: boolean }>(),
  /** Asks for a course file, and begins to read it: see `pack.read`. */
  'pack.inspect': shell<{ chosen: boolean }>(),
  /** Asks where, and begins to write a course there as a pack, signed when there is a key: see `pack.read`. */
  'pack.export': shell<{ chosen: boolean }>(),
  /** The key that packs are signed with; its private half never leaves the shell. */
  'signing.read': shell<SigningKeyView>(),
  /** Makes a key where there is none. */
  'signing.create': shell<SigningKeyView>(),
  /** Forgets the key for good. */
  'signing.forget': shell<SigningKeyView>(),
  /** Asks where, and copies a finished export there. */
  'export.save': shell<{ saved: boolean }>(),
  /** Asks for the folder that sync shall use: `sync.read` names it then. */
  'folder.choose': shell<{ chosen: boolean }>(),
  /**
   * Keeps a name and password for the server at this address, where only the system reads them.
   * `kept` is false where the system has no place for secrets: they are known until the app ends.
   */
  'secret.keep': shell<{ kept: boolean }>(),
  /** Sync was not begun after all: what was kept for it goes. */
  'secret.forget': shell<null>(),
  /** For a proxy that asks who we are; known until the app ends. */
  'proxy.sign-in': shell<null>(),
  /** Asks where, prints a finished sheet as PDF, and puts it there. */
  'sheet.save': shell<{ saved: boolean }>(),
  /** Puts words into the clipboard; nothing reads it. */
  'text.copy': shell<null>(),
  /** Shows the user's own course folder or the data folder in the file manager. */
  'folder.show': shell<null>(),
} as const;

export type Contract = typeof contract;
export type Operation = keyof Contract;
export type OperationAt<At extends 'service' | 'shell'> = {
  [Name in Operation]: Contract[Name]['at'] extends At ? Name : never;
}[Operation];
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
