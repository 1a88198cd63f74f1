// What many learners' answers say about the questions of a course: too hard, too easy, misunderstood.
import { type ItemEvent, isItemEvent, type LearningEvent } from '../learning/events';

type Answered = Extract<ItemEvent, { type: 'item.answered' }>;

/** Figures about fewer people would be about persons. */
export const fewestPeople = 5;
/** Fewer pairs of figures tell nothing about how they go together. */
const fewestForDiscrimination = 10;

export interface ItemFigures {
  lesson: string;
  item: string;
  /** What the figures are about: another revision is another question. */
  revision: string;
  /** First answers to other revisions, which are in no figure. */
  leftOut: number;
  /** Who answered it. */
  people: number;
  /** The share of them who were right at the first try, from 0 to 1. */
  rightAtFirst: number;
  /**
   * How far those who did well elsewhere did better here, from -1 to 1; below 0.1 the question says
   * little, below 0 it misleads. Null where too few answered, or all alike.
   */
  discrimination: number | null;
  /** Hints asked for, on average. */
  hints: number;
  /** The wrong first answer given most often, in places of the file, and by how many. */
  tempting: { answer: unknown; people: number } | null;
}

export interface Analysis {
  people: number;
  /** Of questions that enough people answered, the hardest first. */
  items: ItemFigures[];
  /** Questions that too few answered to say anything. */
  tooFew: number;
  /** First answers to other revisions of any question. */
  leftOut: number;
}

interface First {
  at: string;
  share: number;
  answer: unknown;
  hints: number;
}

/** What one learner answered first: by question, and of each by revision. */
type Firsts = Map<string, Map<string, First>>;

/** The revision of a question in the course at hand; undefined where it has no such question. */
export type RevisionHere = (lesson: string, item: string) => string | undefined;

/**
 * `learners`: the events of each. Only the first try of each question counts, and of a question that
 * was changed only the answers to its newest revision: that of the course at hand, or where nobody
 * answered that, the one that was first answered last.
 */
export function analyseItems(
  learners: readonly (readonly LearningEvent[])[],
  course: string,
  revisionHere: RevisionHere = () => undefined,
): Analysis {
  const firsts = learners
    .map((events) => firstAnswers(events.filter((event) => event.course === course)))
    .filter(({ size }) => size > 0);
  const keys = [...new Set(firsts.flatMap((each) => [...each.keys()]))].sort();
  const counted = new Map(keys.map((key) => [key, newest(key, firsts, revisionHere)]));
  const own = firsts.map((each) => {
    const answered = [...each].flatMap(([key, ofRevision]): [string, First][] => {
      const first = ofRevision.get(counted.get(key) ?? '');
      return first ? [[key, first]] : [];
    });
    return new Map(answered);
  });
  const rows = keys.map((key) => {
    const all = firsts.reduce((sum, each) => sum + (each.get(key)?.size ?? 0), 0);
    return figuresOf(key, { revision: counted.get(key) ?? '', all, firsts: own });
  });
  const items = rows
    .filter(({ people }) => people >= fewestPeople)
    .sort((a, b) => a.rightAtFirst - b.rightAtFirst);
  return {
    people: firsts.length,
    items,
    tooFew: rows.length - items.length,
    leftOut: rows.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

const separator = '\n';

function newest(key: string, learners: readonly Firsts[], here: RevisionHere): string {
  const [lesson = '', item = ''] = key.split(separator);
  const begun = new Map<string, string>();
  for (const firsts of learners) {
    for (const [revision, { at }] of firsts.get(key) ?? []) {
      const earlier = begun.get(revision);
      if (earlier === undefined || at < earlier) begun.set(revision, at);
    }
  }
  const own = here(lesson, item);
  if (own !== undefined && begun.has(own)) return own;
  const [last = ['']] = [...begun].sort(([a, from], [b, to]) =>
    `${from} ${a}` < `${to} ${b}` ? 1 : -1,
  );
  return last[0];
}

function firstAnswers(events: readonly LearningEvent[]): Firsts {
  const firsts: Firsts = new Map();
  /** Revisions of the hints that were asked for and not yet answered after; empty where it is not known. */
  const hints = new Map<string, string[]>();
  const inOrder = events.filter(isItemEvent).sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const event of inOrder) {
    const { revision } = event;
    const key = event.lesson + separator + event.item;
    const asked = hints.get(key) ?? [];
    if (event.type === 'item.hinted') hints.set(key, [...asked, revision]);
    if (event.type !== 'item.answered') continue;
    const others = asked.filter((each) => each !== '' && each !== revision);
    hints.set(key, others);
    const ofRevision = firsts.get(key) ?? new Map<string, First>();
    firsts.set(key, ofRevision);
    if (ofRevision.has(revision)) continue;
    ofRevision.set(revision, firstOf(event, asked.length - others.length));
  }
  return firsts;
}

const firstOf = ({ at, share, answer }: Answered, hints: number): First => ({
  ...{ at, share, answer, hints },
});

interface Counted {
  revision: string;
  /** First answers to whatever revision. */
  all: number;
  /** Of each learner, to the revisions that count. */
  firsts: readonly ReadonlyMap<string, First>[];
}

function figuresOf(key: string, { revision, all, firsts }: Counted): ItemFigures {
  const [lesson = '', item = ''] = key.split(separator);
  const own = firsts.flatMap((each) => each.get(key) ?? []);
  const people = own.length;
  const pairs = firsts.flatMap((each): [number, number][] => {
    const here = each.get(key);
    const others = [...each].filter(([other]) => other !== key).map(([, { share }]) => share);
    return here && others.length > 0 ? [[here.share, mean(others)]] : [];
  });
  return {
    lesson,
    item,
    revision,
    leftOut: all - people,
    people,
    rightAtFirst: own.filter(({ share }) => share === 1).length / people,
    discrimination: pairs.length < fewestForDiscrimination ? null : correlation(pairs),
    hints: mean(own.map(({ hints }) => hints)),
    tempting: mostTempting(own),
  };
}

function mostTempting(firsts: readonly First[]): ItemFigures['tempting'] {
  const counts = new Map<string, number>();
  for (const { share, answer } of firsts) {
    if (share === 1) continue;
    const key = JSON.stringify(answer);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  // What one person answered is that person's answer.
  if (!first || first[1] < 2) return null;
  return { answer: JSON.parse(first[0]) as unknown, people: first[1] };
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** Pearson's; null where one of both never changes. */
function correlation(pairs: readonly [number, number][]): number | null {
  const [meanX, meanY] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx < 1e-12 || yy < 1e-12 ? null : xy / Math.sqrt(xx * yy);
}
