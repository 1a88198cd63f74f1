// Widths of pictures as an author chooses them: by name, or as a number with its unit.
import { pictureWidth, widthLimits } from '../../../core/course/picture-width';

/** By name, in per cent of the text; `own` is the picture's own size, as far as there is room. */
export const namedWidths = { own: null, small: '30%', medium: '60%', full: '100%' } as const;
export type NamedWidth = keyof typeof namedWidths;

export const widthUnits = ['percent', 'pixels'] as const;
export type WidthUnit = (typeof widthUnits)[number];

export interface WidthInUnit {
  count: number;
  unit: WidthUnit;
}

/** Null where the width has no name. */
export const nameOfWidth = (width: string | null): NamedWidth | null =>
  (Object.keys(namedWidths) as NamedWidth[]).find((name) => namedWidths[name] === width) ?? null;

export const inUnit = (width: string): WidthInUnit => ({
  count: Number.parseInt(width, 10),
  unit: width.endsWith('%') ? 'percent' : 'pixels',
});

/** The number in the unit, as near as it may be. */
export function widthOf({ count, unit }: WidthInUnit): string {
  const { least, most } = widthLimits[unit];
  const within = Math.min(most, Math.max(least, Math.round(count)));
  return pictureWidth(unit === 'percent' ? `${within}%` : String(within)) ?? '100%';
}
