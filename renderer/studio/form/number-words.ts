// Whether words are a number that an attribute may have, and how it is written.
import type { AttributeType } from '../../../core/studio/block-form/attribute-types';

export type NumberType = Extract<AttributeType, { is: 'number' }>;

/** As the course format writes it, with a point; null for what is no such number. */
export function numberIn(words: string, { least, most, whole }: NumberType): string | null {
  const written = words.trim().replace(',', '.');
  if (!(whole ? /^-?\d{1,15}$/ : /^-?\d{1,15}(?:\.\d{1,10})?$/).test(written)) return null;
  const value = Number(written);
  const isWithin = value >= (least ?? value) && value <= (most ?? value);
  return isWithin ? written : null;
}
