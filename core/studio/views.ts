// What the Studio shows: an author's courses, the files of one, and how they came to be.
import type { Problem } from '../course/problem';
import type { Links } from '../views';

/** A course that may be written: its folder is its name here, as its id may change. */
export interface StudioCourseRow {
  folder: string;
  id: string;
  title: string;
  /** BCP 47 tags, the course's own first. */
  languages: string[];
  version: string;
  lessons: number;
  items: number;
  errors: number;
  warnings: number;
  /** False where the library shows another version of it. */
  shown: boolean;
  /** When a text was changed last, ISO 8601. */
  changedAt: string;
}

export interface StudioFileRow {
  /** Path in the course folder. */
  file: string;
  title: string;
  /** Null for `course.md` and `glossary.md`. */
  lesson: string | null;
  minutes: number | null;
  items: number;
  errors: number;
  warnings: number;
  /** A translation older than its source. */
  stale: boolean;
}

export interface StudioTextRows {
  language: string;
  /** Folder of the translation, '' for the course's own language. */
  folder: string;
  files: StudioFileRow[];
  /** Lessons of the source that are not translated yet. */
  missing: string[];
}

export interface StudioCourseView {
  folder: string;
  /** Where it lies on this computer. */
  root: string;
  id: string;
  title: string;
  version: string;
  /** Pass mark, per cent. */
  pass: number;
  /** Whether blocks that do not say so ask how sure the learner is. */
  sure: boolean;
  texts: StudioTextRows[];
  /** All files, relative to the course folder. */
  files: string[];
  /** What paths lead to, by the folder of each language. */
  links: Record<string, Links>;
  /** The text of tables that sheets refer to, by their paths. */
  tables: Record<string, string>;
  /** What reading it found; the whole check says more. */
  problems: Problem[];
  /** What a text may refer to beside the course itself. */
  known: {
    facts: string[];
    courses: { id: string; name: string }[];
    /** Keys without `org.`, and what they are replaced by here. */
    organisation: { id: string; name: string }[];
    topics: string[];
  };
}

/** A text as it lies on the disk; `version` is the hash of it. */
export interface StudioText {
  text: string;
  version: string;
}

/** What came of saving. */
export type SaveOutcome =
  | { outcome: 'saved'; version: string }
  /** Somebody else changed other lines meanwhile: both changes are in the text, and on disk. */
  | { outcome: 'merged'; text: string; version: string }
  /** Both changed the same lines: nothing was written, and the person decides. */
  | { outcome: 'conflict'; theirs: string; version: string };

/** An earlier state of a text. */
export interface KeptVersion {
  /** Names it. */
  key: string;
  /** When it was replaced, ISO 8601. */
  at: string;
  bytes: number;
}

export interface QualityLesson {
  file: string;
  title: string;
  /** As the lesson says, and as reading and answering take at least. */
  minutes: number;
  estimate: number;
  words: number;
  /** Words in a sentence, on average; null where there are too few to tell. */
  average: number | null;
  /** Years of school; null for other languages than English, and for short texts. */
  grade: number | null;
  objectives: number;
  items: number;
  kinds: string[];
}

/** A course in figures, in its own language. */
export interface QualityView {
  title: string;
  problems: Problem[];
  lessons: QualityLesson[];
  /** Of questions with one right answer. */
  choices: {
    questions: number;
    /** How often the right answer is the longest, and how often chance would make it so. */
    longest: number;
    expected: number;
    /** How often it stands in the first place, the second, … */
    places: number[];
  };
  /** How often each kind of question is used, and each competence asked for. */
  kinds: { name: string; count: number }[];
  competences: { name: string; count: number }[];
}

/** What results handed in as files say about the questions of a course. */
export interface ResultsView {
  people: number;
  /** Questions that fewer than five people answered: nothing is said about them. */
  tooFew: number;
  /** Answers to other revisions of questions than the newest, which are in no figure. */
  leftOut: number;
  /** Files that are no export of learning data. */
  unreadable: number;
  /** The hardest first. */
  items: {
    lesson: string;
    lessonTitle: string;
    item: string;
    question: string;
    /** Where it is written; null when it is there no more. */
    file: string | null;
    line: number;
    /** As above, of this question. */
    leftOut: number;
    /** The question that is here has been changed since, and nobody answered it yet. */
    isOlder: boolean;
    people: number;
    rightAtFirst: number;
    discrimination: number | null;
    hints: number;
    /** The wrong answer given most often; its words, where there are some. */
    tempting: { words: string | null; people: number } | null;
  }[];
}
