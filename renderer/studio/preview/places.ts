// Where in the text the parts of the page come from. Its lines move while it is written, so what is drawn
// says a place instead, which stays: a line more above a part must not draw it again.
import type { Lesson } from '../../../core/course/course';
import type { Prose } from '../../../core/course/prose';
import type { DraftText } from './draft-lesson';

export interface Places {
  /** A number for each node of the page, no two the same: what it is drawn with as `data-line`. */
  nodes: readonly number[];
  /** The line that each place comes from now, from 1. */
  lines: ReadonlyMap<string, number>;
}

/**
 * A text as it is drawn: what did not change is the same object as before, in whatever line it stands
 * now. Lines are in `places` and in the problems alone.
 */
export interface DrawnText extends DraftText {
  places: Places;
}

/** What stands above the first node. */
export const headPlace = 'head';
export const objectivesPlace = 'objectives';

/** A block that asks, wherever it stands. */
export const blockPlace = (id: string): string => `#${id}`;

/** A point of a list by its number, from 0; `list` is the place of that. */
export const pointPlace = (list: string, point: string): string => `${list}.${point}`;

type Page = Pick<DrawnText, 'prose' | 'places'>;

/**
 * The places of `prose`, whose nodes are the same objects as `before` where they are the same in other
 * lines; `read` and `lesson` say the lines as they are now, and `objectivesLine` that of the objectives.
 */
export function placesOf(
  before: Page | null,
  prose: readonly Prose[],
  read: readonly Prose[],
  lesson: Lesson | null,
  objectivesLine: number | null,
): Places {
  const nodes = before ? numbersOf(before, prose) : prose.map((_, at) => at);
  const lines = new Map([[headPlace, 1]]);
  if (objectivesLine !== null) lines.set(objectivesPlace, objectivesLine);
  for (const [at, node] of read.entries()) {
    const place = String(nodes[at]);
    lines.set(place, node.line);
    if (node.type !== 'list') continue;
    for (const [point, { line }] of node.items.entries()) {
      lines.set(pointPlace(place, String(point)), line);
    }
  }
  for (const { id, line } of lesson?.items ?? []) lines.set(blockPlace(id), line);
  for (const { id, line } of lesson?.kept ?? []) lines.set(blockPlace(id), line);
  return { nodes, lines };
}

/** What stands in the place of another node of its kind is that node in other words. */
function numbersOf({ prose: before, places }: Page, prose: readonly Prose[]): readonly number[] {
  const numbers = places.nodes;
  if (prose === before) return numbers;
  const least = Math.min(before.length, prose.length);
  let begin = 0;
  while (begin < least && before[begin] === prose[begin]) begin++;
  let end = 0;
  while (end < least - begin && before.at(-1 - end) === prose.at(-1 - end)) end++;
  let next = numbers.reduce((most, number) => Math.max(most, number + 1), 0);
  const made = prose.map((node, at) => {
    if (at >= prose.length - end) return numbers[at - prose.length + before.length] ?? next++;
    const isOther = at < before.length - end && before[at]?.type === node.type;
    return (isOther ? numbers[at] : undefined) ?? next++;
  });
  const isSame = made.length === numbers.length && made.every((each, at) => each === numbers[at]);
  return isSame ? numbers : made;
}
