// What was read further up or further down in a text: the same words, other lines.
import type { Named } from '../names';
import type { PartReading } from '../read-part';

/** From what was moved to what it was at first. */
const origins = new WeakMap<object, object>();

/** What something said before it was moved, lines apart; itself where it was not. */
export const originOf = (value: object): object => origins.get(value) ?? value;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A copy in which every line is another one. Plain JSON only. */
function copyBy(value: unknown, lines: number): unknown {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map((each) => copyBy(each, lines));
  const copy: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    copy[key] = key === 'line' && typeof each === 'number' ? each + lines : copyBy(each, lines);
  }
  return copy;
}

const listBy = <Each extends object>(list: readonly Each[], lines: number): Each[] =>
  list.map((each) => {
    const copy = copyBy(each, lines) as Each;
    origins.set(copy, originOf(each));
    // An item goes on with other settings, and with the same in it.
    for (const [key, part] of Object.entries(copy)) {
      const before: unknown = each[key as keyof Each];
      if (isObject(part) && isObject(before)) origins.set(part, originOf(before));
    }
    return copy;
  });

export const readingBy = (
  { prose, items, kept, groups }: PartReading,
  lines: number,
): PartReading => ({
  prose: listBy(prose, lines),
  items: listBy(items, lines),
  kept: listBy(kept, lines),
  groups: listBy(groups, lines),
});

/** Undefined where a name was taken already: whose line that is, is not known here. */
export function namedBy(named: readonly Named[], lines: number): Named[] | undefined {
  const moved: Named[] = [];
  for (const one of named) {
    if ('heading' in one) moved.push(one);
    else if (one.earlier === undefined) moved.push({ ...one, line: one.line + lines });
    else return undefined;
  }
  return moved;
}
