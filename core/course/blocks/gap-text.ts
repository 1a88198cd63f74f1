// Compares what was typed into a gap with what the author wrote: forgiving in form, strict in substance.
import { distance } from 'fastest-levenshtein';

export interface Forgiveness {
  /** Case, accents and spacing count. */
  strict: boolean;
  /** How many slips of a key are forgiven in a word of five letters or more. */
  typos: number;
}

/** Folds case, accents, spacing, typographic quotes and invisible marks, so that only the words are left. */
export function foldText(text: string): string {
  return (
    text
      .normalize('NFKD')
      // Invisible marks too: those that say in which direction a script runs.
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .replace(/[‘’´`]/g, "'")
      .replace(/[“”«»]/g, '"')
      .replace(/[‐-―]/g, '-')
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .trim()
  );
}

export function sameText(typed: string, expected: string, forgiveness: Forgiveness): boolean {
  if (forgiveness.strict) return typed.normalize().trim() === expected.normalize().trim();
  const a = foldText(typed);
  const b = foldText(expected);
  if (a === b) return true;
  if (
    forgiveness.typos === 0 ||
    b.length < 5 ||
    Math.abs(a.length - b.length) > forgiveness.typos
  ) {
    return false;
  }
  return distance(a, b) <= forgiveness.typos;
}

/** Decimal digits of any script (Arabic ٧٢, for instance) as 0–9. */
function latinDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Each script's ten digits follow each other, and so may whole rows of ten.
    let first = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
    return String((code - first) % 10);
  });
}

/** 1,234,567 and, as in India, 12,34,567. */
const grouped = /^-?\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/;

/**
 * All numbers that a typed text may mean: `1,5` is one and a half, `1,234` may be either, as
 * decimal and grouping marks differ between countries.
 */
export function readNumbers(typed: string): number[] {
  const text = latinDigits(typed)
    .replace(/[\s\p{Cf}'’]/gu, '')
    .replace(/٫/g, '.')
    .replace(/٬/g, '')
    .replace(/^\+/, '')
    .replace(/^[−–]/, '-')
    .replace(/[%€$£]$|^[€$£]/g, '');
  const readings = new Set<string>();
  const marks = text.replace(/[^.,]/g, '');
  if (marks.length <= 1) readings.add(text.replace(',', '.'));
  if (grouped.test(text) && new Set(marks).size === 1) {
    readings.add(text.replace(/[.,]/g, ''));
  }
  if (marks.length > 1) {
    // 1.234.567,89: the last mark is another than all before it.
    const decimal = marks.at(-1) ?? '';
    const [whole = '', part = '', ...others] = text.split(decimal);
    if (new Set(marks).size === 2 && others.length === 0 && grouped.test(whole)) {
      readings.add(`${whole.replace(/[.,]/g, '')}.${part}`);
    }
  }
  return [...readings].filter((each) => /^-?\d+(\.\d+)?$|^-?\.\d+$/.test(each)).map(Number);
}
