// Areas of a picture in per cent of its width and height: how they are written, and what a pin hits.

export interface Area {
  /** Of the left upper corner. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** From the left and from the top, in per cent. */
export type Pin = [x: number, y: number];

const per = String.raw`(\d+(?:\.\d+)?)\s*%`;
const form = new RegExp(String.raw`^${per}\s*,\s*${per}\s+${per}\s*[x×]\s*${per}(?:\s+|$)`);

/** Reads `12%,40% 30%x8%` at the beginning of a text, and what stands behind it. */
export function readArea(text: string): { area: Area; written: string; rest: string } | undefined {
  const found = form.exec(text);
  if (!found) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number);
  if (width <= 0 || height <= 0) return undefined;
  const written = found[0].trim();
  return { area: { x, y, width, height }, written, rest: text.slice(found[0].length) };
}

/** Sums of decimal fractions may be a hair too large. */
const hair = 1e-6;

export const isInPicture = ({ x, y, width, height }: Area): boolean =>
  x + width <= 100 + hair && y + height <= 100 + hair;

/** Fingers are not exact: so far beside a right area, in per cent, still hits it. */
export const nearMiss = 2;

/** How far a pin lies outside of an area, in per cent of the side where it is more; 0 inside. */
function distance([x, y]: Pin, area: Area): number {
  const across = Math.max(area.x - x, x - (area.x + area.width), 0);
  const down = Math.max(area.y - y, y - (area.y + area.height), 0);
  return Math.max(across, down);
}

const size = ({ width, height }: Area): number => width * height;

/**
 * Which area a pin hits: one that it lies in, right ones first, then the smallest; else the nearest
 * right one close by. Undefined where it hits none.
 */
export function areaAt(
  areas: readonly { area: Area; right: boolean }[],
  pin: Pin,
): number | undefined {
  const all = areas.map(({ area, right }, at) => ({
    at,
    right,
    size: size(area),
    off: distance(pin, area),
  }));
  const [inside] = all
    .filter(({ off }) => off === 0)
    .sort((a, b) => Number(b.right) - Number(a.right) || a.size - b.size);
  const [near] = all
    .filter(({ off, right }) => right && off <= nearMiss + hair)
    .sort((a, b) => a.off - b.off);
  return (inside ?? near)?.at;
}

/** Pins are kept to a tenth of a per cent. */
export const toTenth = (value: number): number => Math.round(value * 10) / 10;
