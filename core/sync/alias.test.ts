import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ids } from '../../tests/event-arbitraries';
import { type AliasRecord, type Identity, joinedWith, personsOf } from './alias';

const learners = ids(1, 5);
const [a, b, c, d] = learners as [string, string, string, string];
const alone: Identity[] = learners.map((learner) => ({ learner, home: learner }));
const atHome = (home: string): Identity[] => learners.map((learner) => ({ learner, home }));

let made = 0;
const says = (kind: AliasRecord['kind'], learner: string, other: string): AliasRecord => ({
  id: ids(7, ++made).at(-1) as string,
  at: new Date(Date.UTC(2026, 0, 1, 0, 0, made)).toISOString(),
  device: ids(2, 1)[0] as string,
  kind,
  learner,
  other,
});

/** Who belongs together, as lists. */
function together(identities: readonly Identity[], records: readonly AliasRecord[]): string[][] {
  const persons = personsOf(identities, records);
  const names = [...new Set(persons.values())].sort();
  return names.map((name) => learners.filter((each) => persons.get(each) === name));
}

describe('who is one person', () => {
  test('each alone, until somebody says so; those of one home from the start', () => {
    expect(together(alone, [])).toEqual(learners.map((each) => [each]));
    expect(together(atHome(c), [])).toEqual([learners]);
  });

  test('joins carry on over others', () => {
    const rest = learners.slice(3).map((each) => [each]);
    expect(together(alone, [says('join', c, b), says('join', a, b)])).toEqual([[a, b, c], ...rest]);
  });

  test('a split takes one out, whoever they were joined with, and a later join brings them back', () => {
    const joins = [says('join', a, b), says('join', b, c), says('join', c, d)];
    const split = says('split', a, c);
    const [e] = learners.slice(4);
    expect(together(alone, [...joins, split])).toEqual([[a, b], [c], [d], [e]]);
    expect(together(alone, [...joins, split, says('join', d, c)])).toEqual([[a, b], [c, d], [e]]);
    expect(together(atHome(a), [split])).toEqual([learners.filter((each) => each !== c), [c]]);
  });

  test('is named by the smallest id, so that every computer names them alike', () => {
    expect(personsOf(alone, [says('join', d, b)]).get(d)).toBe(b);
  });

  test('with whom somebody was joined and still is', () => {
    const records = [
      says('join', a, b),
      says('join', c, a),
      says('split', a, c),
      says('join', d, a),
    ];
    expect(joinedWith(a, records)).toEqual([b, d]);
  });
});

const record = fc
  .tuple(
    fc.constantFrom('join' as const, 'join' as const, 'split' as const),
    fc.constantFrom(...learners),
    fc.constantFrom(...learners),
  )
  .filter(([, one, other]) => one !== other)
  .map(([kind, one, other]) => says(kind, one, other));

test('the order in which one hears of it changes nothing', () => {
  fc.assert(
    fc.property(
      fc
        .array(record, { maxLength: 12 })
        .chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
      fc.constantFrom(alone, atHome(a), atHome(d)),
      ([all, shuffled], identities) => {
        const backwards = [...identities].reverse();
        expect(together(backwards, [...shuffled, ...shuffled])).toEqual(together(identities, all));
      },
    ),
  );
});

test('whose home it is makes no difference to who belongs together', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), (all) => {
      expect(together(atHome(a), all)).toEqual(together(atHome(d), all));
    }),
  );
});
