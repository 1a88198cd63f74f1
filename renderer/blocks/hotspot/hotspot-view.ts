// Pins on a picture and areas of a list, as data.
import { type Pin, toTenth } from '../../../core/course/blocks/areas';
import type { HotspotAnswer, HotspotDue, HotspotShown } from '../../../core/course/blocks/hotspot';
import type { ItemViewOf, Verdict } from '../../../core/views';
import { rightParts } from '../item-view';

export const begin = (shown: HotspotShown, saved: HotspotAnswer | null): HotspotAnswer => {
  if (saved === null) return { pins: [] };
  if ('pins' in saved) return saved;
  return { areas: saved.areas.filter((at) => at >= 0 && at < shown.areas.length) };
};

export const chosenCount = (answer: HotspotAnswer): number =>
  'pins' in answer ? answer.pins.length : answer.areas.length;

/** The picture as a whole is the one part: it is missing until something is chosen. */
export const missing = (_shown: HotspotShown, answer: HotspotAnswer): number[] =>
  chosenCount(answer) === 0 ? [0] : [];

export const pinsOf = (answer: HotspotAnswer): Pin[] => ('pins' in answer ? answer.pins : []);
export const areasOf = (answer: HotspotAnswer): number[] => ('areas' in answer ? answer.areas : []);

/** As many as an answer may hold. */
export const mostPins = 50;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const within = (value: number): number => toTenth(Math.min(100, Math.max(0, value)));

/** Where on the picture a pointer is; null while the picture has no size. */
export function pinAt(x: number, y: number, box: Box): Pin | null {
  if (box.width <= 0 || box.height <= 0) return null;
  return [within(((x - box.left) / box.width) * 100), within(((y - box.top) / box.height) * 100)];
}

const ways: Record<string, Pin> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where an arrow key takes the crosshair; null for other keys. A picture is never mirrored. */
export function movedBy([x, y]: Pin, key: string, isFar: boolean): Pin | null {
  const way = ways[key];
  if (!way) return null;
  const step = isFar ? 10 : 1;
  return [within(x + way[0] * step), within(y + way[1] * step)];
}

/** The pin that Backspace takes away: the nearest one under the crosshair, else the last. */
export function pinToRemove(pins: readonly Pin[], [x, y]: Pin): number | null {
  if (pins.length === 0) return null;
  const near = pins
    .map(([px, py], at) => ({ at, off: Math.max(Math.abs(px - x), Math.abs(py - y)) }))
    .filter(({ off }) => off <= 3)
    .sort((a, b) => a.off - b.off);
  return near[0]?.at ?? pins.length - 1;
}

type Parts = Verdict<'hotspot'>['parts'];

/** What the last try said about a pin, as long as it stands where it stood. */
export function triedPin(view: ItemViewOf<'hotspot'>, [x, y]: Pin): Parts[number] | undefined {
  const { verdict, shown } = view;
  if (!verdict?.answer || !('pins' in verdict.answer)) return undefined;
  const at = verdict.answer.pins.findIndex((pin) => pin[0] === x && pin[1] === y);
  return at < 0 ? undefined : verdict.parts.find(({ part }) => part === shown.areas.length + at);
}

export type Count =
  | { type: 'some'; right: number; chosen: number }
  /** Everything chosen is right, but that is not everything. */
  | { type: 'incomplete' };

export function countOf(verdict: Verdict<'hotspot'>): Count | null {
  const chosen = verdict.answer ? chosenCount(verdict.answer) : 0;
  if (verdict.right || chosen === 0) return null;
  const right = rightParts(verdict);
  if (right === 0) return null;
  return right === chosen ? { type: 'incomplete' } : { type: 'some', right, chosen };
}

/** How an area stands once it is due: `left` is a wrong one that nobody fell for. */
export type AreaState = 'found' | 'missed' | 'wrong' | 'left' | 'shown';

export function areaState(
  { right, chosen }: HotspotDue['areas'][number],
  given: HotspotAnswer | null,
): AreaState {
  if (right) return given === null ? 'shown' : chosen ? 'found' : 'missed';
  return chosen ? 'wrong' : 'left';
}

/** How many pins hit none of the areas. */
export const strayPins = ({ hits }: HotspotDue): number =>
  hits.filter((hit) => hit === null).length;
