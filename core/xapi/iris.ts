// The names of the xAPI profile: one base for what is ours, the public ones where they fit.

/** The profile, our verbs, types and extensions; it need not lead anywhere, and never changes. */
export const base = 'https://deskwise.org/xapi';

const adl = 'http://adlnet.gov/expapi';

/** A verb and how a report may name it. */
export interface Verb {
  id: string;
  display: { en: string };
}

const adlVerb = (name: string, words = name): Verb => ({
  id: `${adl}/verbs/${name}`,
  display: { en: words },
});
const ownVerb = (name: string, words: string): Verb => ({
  id: `${base}/verbs/${name}`,
  display: { en: words },
});

export const verbs = {
  initialized: adlVerb('initialized', 'opened'),
  completed: adlVerb('completed'),
  passed: adlVerb('passed'),
  failed: adlVerb('failed'),
  answered: adlVerb('answered'),
  responded: adlVerb('responded'),
  voided: adlVerb('voided'),
  hinted: ownVerb('hinted', 'took a hint on'),
  revealed: ownVerb('revealed', 'asked for the answer to'),
  restarted: ownVerb('restarted', 'began anew'),
  recalled: ownVerb('recalled', 'recalled a card of'),
  joined: ownVerb('joined', 'is the same person as'),
  split: ownVerb('split', 'is not the same person as'),
} as const satisfies Record<string, Verb>;

export const activityTypes = {
  course: `${adl}/activities/course`,
  lesson: `${adl}/activities/lesson`,
  question: `${adl}/activities/question`,
  interaction: `${adl}/activities/cmi.interaction`,
  test: `${adl}/activities/assessment`,
  profile: `${adl}/activities/profile`,
  cards: `${base}/activity-types/cards`,
  pool: `${base}/activity-types/pool`,
  block: `${base}/activity-types/block`,
  learner: `${base}/activity-types/learner`,
} as const;

export const extensions = {
  /** The learning event itself, as JSON text: from it another device makes the very event again. */
  event: `${base}/extensions/event`,
  /** The record that joins two learners or splits them, as JSON text. */
  alias: `${base}/extensions/alias`,
  /** True where the answer is left out of the event: it says no more than `success`. */
  withheld: `${base}/extensions/withheld`,
  device: `${base}/extensions/device`,
  /** Hash of question and answers. */
  revision: `${base}/extensions/revision`,
  /** Whether the learner was sure of the answer. */
  sure: `${base}/extensions/sure`,
  /** How well a card was known: again, hard, good or easy. */
  recall: `${base}/extensions/recall`,
} as const;

/** Half a pair of surrogates cannot be part of an address. */
const part = (id: string): string => encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));

/** The activities, named by ids that never change. */
export const activityIds = {
  course: (course: string) => `${base}/courses/${part(course)}`,
  lesson: (course: string, lesson: string) =>
    `${activityIds.course(course)}/lessons/${part(lesson)}`,
  /** A block of a lesson: a question, a test, a deck of cards. */
  item: (course: string, lesson: string, item: string) =>
    `${activityIds.lesson(course, lesson)}/items/${part(item)}`,
  learner: (learner: string) => `${base}/learners/${part(learner)}`,
};
