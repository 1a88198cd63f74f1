// What operations answer with: just what a screen shows, as plain JSON.
import type { AnswerOf, DueOf, ItemKind, ShownOf } from './course/blocks';
import type { Term } from './course/glossary';
import type { GroupKind } from './course/group';
import type { AfterOf, KeptAnswerOf, KeptKindName, KeptShownOf } from './course/kept';
import type { PlanAnswer } from './course/kept/plan-answer';
import type { Level } from './course/matter-schemas';
import type { Problem } from './course/problem';
import type { Prose } from './course/prose';
import type { Failure } from './errors';
import type { ReportEntry } from './exchange/markdown-folder/report';
import type { CardState } from './learning/kept-state';
import type { Mandate } from './learning/mandate';
import type { CourseProgress, LessonProgress, LessonStatus } from './learning/progress';
import type { OrganisationMistake, OrganisationWords } from './organisation';
import type { Piece } from './search/excerpt';
import type { Settings } from './settings';

export interface LearnerView {
  id: string;
  name: string;
  settings: Settings;
  /** ISO 8601. */
  createdAt: string;
}

/** The language of what is shown, and the wanted one when that was not to be had. */
export interface LanguageNote {
  language: string;
  /** Set when the learner's language is missing here. */
  missing: string | null;
  /** A translation older than its source. */
  stale: boolean;
}

export interface CourseCard {
  id: string;
  version: string;
  title: string;
  summary: string;
  level: Level;
  topics: string[];
  minutes: number;
  languages: string[];
  language: LanguageNote;
  progress: CourseProgress;
  /** Null for a course that nobody has to finish. */
  mandatory: Mandate | null;
  errors: number;
}

/** A way through the library, in short. */
export interface PathCard {
  id: string;
  title: string;
  summary: string;
  /** BCP 47 tags of title and summary. */
  language: string;
  summaryLanguage: string;
  lessons: number;
  finished: number;
  /** Of the lessons not yet finished. */
  minutesLeft: number;
  /** The learner is on it. */
  chosen: boolean;
}

export interface PathStep {
  course: string;
  courseTitle: string;
  lesson: string;
  title: string;
  /** BCP 47 tag of the lesson's title. */
  language: string;
  minutes: number;
  /** Finished also when the learner may skip the whole course. */
  status: LessonStatus;
  why: string;
  whyLanguage: string;
}

export interface PathView extends PathCard {
  /** The path that is better gone before; null for none, or when it is gone. */
  after: { id: string; title: string } | null;
  steps: PathStep[];
  /** The place of the first step that is not finished; null when all are. */
  next: number | null;
}

export interface LibraryView {
  courses: CourseCard[];
  paths: PathCard[];
  /** Folders the library could not read. */
  unreadableFolders: string[];
}

/** Where a hit is: the lesson as a whole, a line or a block of it, or a word of the glossary. */
export type SearchPlace =
  | { at: 'lesson' }
  | { at: 'line'; line: number }
  | { at: 'block'; block: string }
  | { at: 'term'; anchor: string };

export interface SearchHit {
  /** Null for a word of the glossary, which is the course's. */
  lesson: { id: string; title: Piece[] } | null;
  /** The heading it stands under, or the word of the glossary; empty for none. */
  heading: Piece[];
  excerpt: Piece[];
  /** BCP 47 tag of all these words. */
  language: string;
  place: SearchPlace;
}

export interface SearchedCourse {
  id: string;
  title: string;
  /** BCP 47 tag of the title. */
  language: string;
  /** The best first. */
  hits: SearchHit[];
}

export interface SearchView {
  /** Places that have all of the words: the course with the best one first. */
  all: SearchedCourse[];
  /** Where those are few, places that have at least half of the words. */
  some: SearchedCourse[];
  /** Not all courses are looked through yet; the topic `search` changes when they are. */
  isIndexing: boolean;
}

/** Where to go on: the place stopped at, or the first lesson of the first course. */
export interface NextStep {
  course: string;
  courseTitle: string;
  lesson: string;
  lessonTitle: string;
  /** BCP 47 tag of what the lesson is shown in: the wanted language, where there is one. */
  language: string;
  /** Of the lesson in its course, from 1. */
  number: number;
  lessons: number;
  minutes: number;
  progress: LessonProgress;
  courseProgress: CourseProgress;
}

export interface HomeView {
  learner: LearnerView;
  /** Null when nothing was begun, or everything begun is finished. */
  goOn: NextStep | null;
  /** What to do after that, or first of all; null when every course is finished. */
  next: NextStep | null;
  /** Courses that have to be finished and are not, what is due first in front. */
  mandatory: MandatoryRow[];
  /** How many courses there are. */
  courses: number;
  /** The path the learner is on. */
  path: PathView | null;
  /** How many paths there are to choose from. */
  paths: number;
  /** What the learner has set out to do at work and not yet ticked, in the order of the courses. */
  promises: PromiseRow[];
  /** Plans made some days ago: how did it go? */
  plans: PlanRow[];
  /** Folders the library could not read. */
  unreadableFolders: string[];
}

export interface MandatoryRow {
  course: string;
  title: string;
  /** BCP 47 tag of the title. */
  language: string;
  mandate: Mandate;
}

/** Something of a lesson that Home comes back to. */
interface FromLesson {
  course: string;
  lesson: string;
  lessonTitle: string;
  block: string;
  /** BCP 47 tag of the words. */
  language: string;
}

/** An open item of a checklist. */
export interface PromiseRow extends FromLesson {
  /** Its place in the checklist. */
  item: number;
  text: string;
}

export interface PlanRow extends FromLesson {
  /** When it was made, ISO 8601, and how many days ago. */
  keptAt: string;
  days: number;
  /** Each line with what was written into it. */
  lines: string[];
  /** As it is kept now: what was said about it is added. */
  answer: PlanAnswer;
}

export interface LessonRow {
  id: string;
  title: string;
  minutes: number;
  progress: LessonProgress;
  broken: boolean;
  language: LanguageNote;
}

export interface CourseView {
  id: string;
  version: string;
  title: string;
  summary: string;
  level: Level;
  minutes: number;
  pass: number;
  authors: string[];
  license: string | null;
  reviewed: string | null;
  sources: { title: string; url: string | null }[];
  languages: string[];
  language: LanguageNote;
  about: Prose[];
  links: Links;
  organisation: OrganisationWords;
  /** All words of the course. */
  glossary: GlossaryView;
  /** What the learner will be able to do, lesson by lesson. */
  objectives: string[];
  lessons: LessonRow[];
  progress: CourseProgress;
  /** Null for a course that nobody has to finish. */
  mandatory: Mandate | null;
  /** The lesson that the button opens; null for a course without lessons. */
  goOn: string | null;
  problems: Problem[];
}

/** Words of the course and what they mean, in the language they are written in. */
export interface GlossaryView {
  language: string;
  terms: Term[];
}

/** What the paths written in prose lead to; a path that is missing here leads nowhere. */
export type Links = Record<string, LinkedFile>;

export type LinkedFile =
  | { to: 'lesson'; lesson: string }
  | { to: 'course' }
  | { to: 'glossary' }
  /** `url` is for pictures, `path` for saving a download. */
  | { to: 'asset'; url: string; path: string };

/** What grading says about an answer; positions are those on screen. */
export interface Verdict<K extends ItemKind = ItemKind> {
  /** Null when the right answer was asked for before any answer. */
  answer: AnswerOf<K> | null;
  /** From 0 to 1. */
  share: number;
  right: boolean;
  parts: { part: number; right: boolean; feedback: Prose[] }[];
  /** What the kind counts besides, over all parts. */
  tally?: Readonly<Record<string, number>>;
  /** The right answer, once it is due: right, tries used up, or asked for. */
  key: {
    answer: AnswerOf<K>;
    parts: { part: number; feedback: Prose[] }[];
    why: Prose[];
    /** What the kind has to show besides, once it is due. */
    due: DueOf<K>;
  } | null;
}

interface ItemViewBase<K extends ItemKind> {
  id: string;
  kind: K;
  question: Prose[];
  /** Without right answers. */
  shown: ShownOf<K>;
  points: number;
  /** Points earned so far; null before the first answer. */
  earned: number | null;
  hints: Prose[][];
  hintsLeft: number;
  /** Points the next hint takes off. */
  hintCost: number;
  attempt: number;
  /** Null: until right. */
  triesLeft: number | null;
  /** Half an answer, typed before; positions on screen. */
  draft: AnswerOf<K> | null;
  /** Ask how sure the learner is: before the first try of an attempt, where the course wants it. */
  asksSure: boolean;
  /** How sure the learner was of the first try; null when they did not say. */
  sure: boolean | null;
  verdict: Verdict<K> | null;
  /** Changed by its author since it was answered. */
  changed: boolean;
  /**
   * Of an item in a test: while it runs nothing is checked, and what is given waits for the test
   * to be handed in; afterwards only the whole test begins anew.
   */
  test: 'running' | 'handed-in' | null;
}

/** A pool or a test on the page. */
export interface GroupView {
  id: string;
  kind: GroupKind;
  attempt: number;
  /** Ids of the items inside that this learner is asked. */
  items: string[];
  /** How many there are to draw from; as many as `items` where all are asked. */
  of: number;
  /** It stands in a test. */
  within: string | null;
  /** Pass mark of a test, per cent. */
  pass: number;
  placement: boolean;
  /** A test that was handed in, or a pool with every question settled. */
  finished: boolean;
  /** Points of a test that was handed in. */
  points: number | null;
  possible: number;
  /** Of this attempt; null while the test runs. */
  passed: boolean | null;
}

export type ItemViewOf<K extends ItemKind> = ItemViewBase<K>;
export type ItemView = { [K in ItemKind]: ItemViewBase<K> }[ItemKind];

interface KeptViewBase<K extends KeptKindName> {
  id: string;
  kind: K;
  question: Prose[];
  shown: KeptShownOf<K>;
  /** Nobody but the learner sees the answer. */
  private: boolean;
  /** Null when none is kept, or none that fits the block as it is now. */
  answer: KeptAnswerOf<K> | null;
  /** When it was kept, ISO 8601. */
  keptAt: string | null;
  /** Half an answer, newer than the one kept. */
  draft: KeptAnswerOf<K> | null;
  /** What is shown beside a kept answer. */
  after: AfterOf<K> | null;
  /** Cards that were seen, by their keys. */
  cards: Record<string, CardState>;
  /** Changed by its author since it was answered. */
  changed: boolean;
}

export type KeptViewOf<K extends KeptKindName> = KeptViewBase<K>;
export type KeptView = { [K in KeptKindName]: KeptViewBase<K> }[KeptKindName];

/** A place in a lesson: the line of the topmost node in view, and how much of it is above the edge. */
export interface Place {
  line: number;
  /** From 0 to 1. */
  offset: number;
}

export interface LessonView {
  course: { id: string; title: string; version: string };
  id: string;
  title: string;
  minutes: number;
  objectives: string[];
  number: number;
  lessons: number;
  language: LanguageNote;
  prose: Prose[];
  items: ItemView[];
  groups: GroupView[];
  kept: KeptView[];
  links: Links;
  organisation: OrganisationWords;
  /** The words that links of this lesson lead to. */
  glossary: GlossaryView;
  place: Place | null;
  progress: LessonProgress;
  courseProgress: CourseProgress;
  previous: { id: string; title: string } | null;
  next: { id: string; title: string; minutes: number } | null;
  /** The date by which its facts must be checked again; null when it has none. */
  reviewBy: string | null;
  broken: boolean;
  problems: Problem[];
}

export interface ResultView {
  course: { id: string; title: string };
  pass: number;
  progress: CourseProgress;
  /** Lessons with something to look at again: what one was sure of first, then most points missing. */
  again: {
    lesson: string;
    title: string;
    minutes: number;
    /** Items not right at the first try. */
    items: { id: string; question: string; sureAndWrong: boolean }[];
  }[];
  next: NextStep | null;
}

export interface OrganisationView {
  /** Null when there are no words; what IT put on the computer cannot be changed here. */
  source: { kind: 'machine' | 'own'; file: string } | null;
  words: { key: string; value: string }[];
  mistakes: OrganisationMistake[];
}

export interface StorageView {
  dataFolder: string;
  courseFolders: { kind: FolderKind; path: string; exists: boolean }[];
  events: number;
}

/** Bringing in a folder from elsewhere. */
export type ImportView =
  | { state: 'none' }
  /** `of` is 0 as long as the files are counted; `done` may be a half. */
  | { state: 'running'; name: string; done: number; of: number }
  /** Names of the new course folders, which are the ids of the courses. */
  | { state: 'done'; name: string; courses: string[]; counts: Record<ReportEntry['what'], number> }
  | { state: 'cancelled'; name: string }
  | { state: 'failed'; name: string; error: Failure };

export interface ImportReportView {
  /** How many entries there were. */
  total: number;
  /** How many of them can be read. */
  kept: number;
  entries: ReportEntry[];
}

export type FolderKind = 'shipped' | 'own' | 'machine' | 'extra';
