// Puts what is saved into the little room that a platform has for it.
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { type SavedParts, savedParts } from '../../../core/learning/course-practice';

/** Says how the rest is written; another way gets another mark. */
const mark = 'dw1.';

/** More than any course has to say: a platform could hand over anything. */
const mostBytes = 4_000_000;

const packed = (text: string): string =>
  mark + btoa(strFromU8(deflateSync(strToU8(text), { level: 9 }), true));

/**
 * As much as goes into so many characters: where it must, half answers go first, then all answers,
 * and how each question counts stays. Null where not even that fits.
 */
export function suspended(save: (parts: SavedParts) => string, characters: number): string | null {
  for (const parts of savedParts) {
    const text = packed(save(parts));
    if (text.length <= characters) return text;
  }
  return null;
}

/** What was suspended; null for anything else. */
export function resumed(text: string): string | null {
  if (!text.startsWith(mark) || text === mark) return null;
  try {
    const bytes = strToU8(atob(text.slice(mark.length)), true);
    return strFromU8(inflateSync(bytes, { out: new Uint8Array(mostBytes) }));
  } catch {
    return null;
  }
}
