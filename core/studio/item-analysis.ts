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
}

interface First {
  share: number;
  answer: unknown;
  hints: number;
}

/** `learners`: the events of each. Only the first try of each question counts. */
export function analyseItems(
  learners: readonly (readonly LearningEvent[])[],
  course: string,
): Analysis {
  const firsts = learners
    .map((events) => firstAnswers(events.filter((event) => event.course === course)))
    .filter(({ size }) => size > 0);
  const keys = [...new Set(firsts.flatMap((each) => [...each.keys()]))].sort();
  const rows = keys.map((key) => figuresOf(key, firsts));
  const items = rows
    .filter(({ people }) => people >= fewestPeople)
    .sort((a, b) => a.rightAtFirst - b.rightAtFirst);
  return { people: firsts.length, items, tooFew: rows.length - items.length };
}

const separator = '\n';

function firstAnswers(events: readonly LearningEvent[]): Map<string, First> {
  const firsts = new Map<string, First>();
  const hints = new Map<string, number>();
  const inOrder = events.filter(isItemEvent).sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const event of inOrder) {
    const key = event.lesson + separator + event.item;
    if (event.type === 'item.hinted') hints.set(key, (hints.get(key) ?? 0) + 1);
    if (event.type !== 'item.answered' || firsts.has(key)) continue;
    firsts.set(key, firstOf(event, hints.get(key) ?? 0));
  }
  return firsts;
}

const firstOf = ({ share, answer }: Answered, hints: number): First => ({ share, answer, hints });

function figuresOf(key: string, firsts: readonly ReadonlyMap<string, First>[]): ItemFigures {
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
