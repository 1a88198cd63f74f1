// Meters of a scenario: what a choice changes, and what it asks for. Read by hand, never evaluated.

export interface Meter {
  name: string;
  start: number;
  /** The highest value there is on any way: what a full bar stands for. */
  top: number;
}

/** `trust+1`: the place of the meter, and by how much it changes. */
export interface Effect {
  meter: number;
  by: number;
}

const comparisons = {
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '=': (a: number, b: number) => a === b,
};

/** `budget>0` */
export interface Need {
  meter: number;
  is: keyof typeof comparisons;
  than: number;
}

const meterForm = /^([\p{L}][\p{L}\p{N}_]*)\s+(-?\d+(?:\.\d+)?)$/u;
const effectForm = /^([\p{L}][\p{L}\p{N}_]*)([+-])(\d+(?:\.\d+)?)$/u;
const token = /\s*(?:([\p{L}][\p{L}\p{N}_]*)|(>=|<=|>|<|=)|(-?\d+(?:\.\d+)?))/uy;

/** `trust 5, budget 12`; undefined where a piece is no meter or a name stands there twice. */
export function readMeters(written: string): Omit<Meter, 'top'>[] | undefined {
  const meters = written.split(',').map((piece) => {
    const [, name, start] = meterForm.exec(piece.trim()) ?? [];
    return name === undefined ? undefined : { name, start: Number(start) };
  });
  const known = meters.flatMap((meter) => meter ?? []);
  const names = new Set(known.map(({ name }) => name));
  return names.size === meters.length ? known : undefined;
}

/** `trust+1`, with the name of the meter. */
export function readEffect(written: string): { name: string; by: number } | undefined {
  const [, name, sign, amount] = effectForm.exec(written) ?? [];
  if (name === undefined) return undefined;
  return { name, by: sign === '-' ? -Number(amount) : Number(amount) };
}

interface NamedNeed {
  name: string;
  is: Need['is'];
  than: number;
}

/** `budget>0 and trust>=3`; undefined where it is none. */
export function readNeeds(written: string): NamedNeed[] | undefined {
  const words = tokensOf(written.trim());
  if (!words || words.length % 4 !== 3) return undefined;
  const needs: NamedNeed[] = [];
  for (let at = 0; at < words.length; at += 4) {
    const [name, is, than, and] = words.slice(at, at + 4);
    if (name?.type !== 'name' || is?.type !== 'comparison' || than?.type !== 'number') {
      return undefined;
    }
    if (and !== undefined && and.text !== 'and') return undefined;
    needs.push({ name: name.text, is: is.text as Need['is'], than: Number(than.text) });
  }
  return needs;
}

type Token = { type: 'name' | 'comparison' | 'number'; text: string };

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) return undefined;
    const [, name, comparison, number] = match;
    if (name !== undefined) tokens.push({ type: 'name', text: name });
    else if (comparison !== undefined) tokens.push({ type: 'comparison', text: comparison });
    else tokens.push({ type: 'number', text: number ?? '' });
  }
  return tokens;
}

export const holds = (needs: readonly Need[], values: readonly number[]): boolean =>
  needs.every(({ meter, is, than }) => comparisons[is](values[meter] ?? 0, than));

/** Rounded, so that 0.1 + 0.2 is what people expect. */
export const applied = (effects: readonly Effect[], values: readonly number[]): number[] => {
  const after = [...values];
  for (const { meter, by } of effects) {
    after[meter] = Math.round(((after[meter] ?? 0) + by) * 1e6) / 1e6;
  }
  return after;
};
