// Of two states of the same thing, keeps what did not change as the very objects it was: what is drawn
// from them need not be drawn again. A keystroke changes one paragraph of a thousand.
import { originOf } from '../../../core/course/draft/moved';

interface Sharing {
  /** The lines that things come from do not count: above them, one may have been added. */
  withoutLines?: boolean;
}

/** `after`, in which everything that says the same as in `before` is the object that it was. Plain JSON only. */
export function shared<Value>(before: unknown, after: Value, how: Sharing = {}): Value {
  return (one(before, after, how) ?? after) as Value;
}

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

function one(before: unknown, after: unknown, how: Sharing): unknown {
  if (Object.is(before, after)) return before;
  if (!isPlain(before) || !isPlain(after)) return after;
  // It was read before and only moved.
  if (how.withoutLines && originOf(after) === before) return before;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) return list(before, after, how);
  let isSame = Object.keys(after).length === Object.keys(before).length;
  const entries = Object.entries(after).map(([key, value]): [string, unknown] => {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    const made = one(old, value, how);
    if (made !== old && !(how.withoutLines && key === 'line')) isSame = false;
    return [key, made];
  });
  return isSame ? before : Object.fromEntries(entries);
}

/** What was put in or taken out in the middle leaves both ends as they were. */
function list(before: readonly unknown[], after: readonly unknown[], how: Sharing): unknown {
  const made = [...after];
  const least = Math.min(before.length, after.length);
  let begin = 0;
  for (; begin < least; begin++) {
    made[begin] = one(before[begin], after[begin], how);
    if (made[begin] !== before[begin]) break;
  }
  let end = 0;
  for (; end < least - begin; end++) {
    const [old, at] = [before[before.length - 1 - end], after.length - 1 - end];
    const found = one(old, after[at], how);
    if (found !== old) break;
    made[at] = found;
  }
  if (begin === before.length && before.length === after.length) return before;
  // In between, the nodes that stand in the same place have most in common.
  for (let at = begin + 1; at < Math.min(before.length, after.length - end); at++) {
    made[at] = one(before[at], after[at], how);
  }
  return made.every((value, at) => value === before[at]) && before.length === made.length
    ? before
    : made;
}
