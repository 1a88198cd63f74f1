// What operations answer with: just what a screen shows, as plain JSON.
import type { AnswerOf, DueOf, ItemKind, ShownOf } from './course/blocks';
import type { Level } from './course/matter-schemas';
import type { Problem } from './course/problem';
import type { Prose } from './course/prose';
import type { CourseProgress, LessonProgress } from './learning/progress';
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
  minutes: number;
  languages: string[];
  language: LanguageNote;
  progress: CourseProgress;
  errors: number;
}

/** Where to go on: the place stopped at, or the first lesson of the first course. */
export interface NextStep {
  course: string;
  courseTitle: string;
  lesson: string;
  lessonTitle: string;
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
  courses: CourseCard[];
  /** Folders the library could not read. */
  unreadableFolders: string[];
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
  /** What the learner will be able to do, lesson by lesson. */
  objectives: string[];
  lessons: LessonRow[];
  progress: CourseProgress;
  /** The lesson that the button opens; null for a course without lessons. */
  goOn: string | null;
  problems: Problem[];
}

/** What the paths written in prose lead to; a path that is missing here leads nowhere. */
export type Links = Record<string, LinkedFile>;

export type LinkedFile =
  | { to: 'lesson'; lesson: string }
  | { to: 'course' }
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
}

export type ItemViewOf<K extends ItemKind> = ItemViewBase<K>;
export type ItemView = { [K in ItemKind]: ItemViewBase<K> }[ItemKind];

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
  links: Links;
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
  /** Lessons with something to look at again, most points missing first. */
  again: {
    lesson: string;
    title: string;
    minutes: number;
    /** Items not right at the first try. */
    items: { id: string; question: string }[];
  }[];
  next: NextStep | null;
}

export interface StorageView {
  dataFolder: string;
  courseFolders: { kind: FolderKind; path: string; exists: boolean }[];
  events: number;
}

export type FolderKind = 'shipped' | 'own' | 'machine' | 'extra';
