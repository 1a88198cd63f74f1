// What must hold for every graded kind, whatever its content and whatever is answered.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answers,
  contents,
  otherKey,
  sameOnScreen,
  tellsASecret,
} from '../../../tests/item-arbitraries';
import { parseLesson } from '../parse';
import { shortHashOf } from '../revision';
import { inFileOrder, isPermutation, seededShuffle } from './arrangement';
import { type AnyKind, gradedKinds, type ItemKind, kindOf } from './index';
import type { Arrangement } from './kind';

/** All that was chosen may be right, and something right still not chosen. */
const mayChooseTooFew: readonly ItemKind[] = ['choice', 'mark', 'sheet', 'hotspot'];

/** Of a match everything is shown, its key is the order alone; the key of an estimate is a number, that of a password no secret. */
const withoutSecretWords: readonly ItemKind[] = ['match', 'estimate', 'password'];

interface Tried {
  kind: AnyKind;
  content: fc.Arbitrary<unknown>;
  /** A content, a complete answer to it in places of the file, and an order on screen. */
  answered: fc.Arbitrary<{ content: unknown; answer: unknown; arrangement: Arrangement }>;
  otherKey: (content: unknown, by: number) => unknown;
}

const shuffles = fc.oneof(
  fc.string().map((seed) => () => seededShuffle(seed, shortHashOf)),
  fc.constant(() => inFileOrder),
);

function tried(name: ItemKind): Tried {
  const kind = kindOf(name);
  const content: fc.Arbitrary<unknown> = contents[name];
  const answerTo = answers[name] as (content: unknown) => fc.Arbitrary<unknown>;
  const answered = content.chain((each) =>
    fc.tuple(answerTo(each), shuffles).map(([answer, shuffle]) => ({
      content: each,
      answer,
      arrangement: kind.arrange(each, shuffle()),
    })),
  );
  return { kind, content, answered, otherKey: otherKey[name] as Tried['otherKey'] };
}

const always = <Values extends [unknown, ...unknown[]]>(
  property: fc.IProperty<Values> | fc.IPropertyWithHooks<Values>,
) => fc.assert(property, { numRuns: 300 });

describe.each(Object.keys(gradedKinds) as ItemKind[])('%s', (name) => {
  const { kind, content, answered, otherKey } = tried(name);

  test('its sample is one question without a mistake', () => {
    const { items, problems } = parseLesson(
      '01-sample.md',
      `---\ntitle: T\nobjectives: [Do it]\n---\n${kind.sample}`,
    );
    expect(problems).toEqual([]);
    expect(items.map((item) => item.kind)).toEqual([name]);
    expect(items[0]?.why).not.toEqual([]);
  });

  test('an answer comes back from the screen as it went there', () => {
    always(
      fc.property(answered, ({ answer, arrangement }) => {
        expect(kind.toFile(kind.toScreen(answer, arrangement), arrangement)).toEqual(answer);
      }),
    );
  });

  test('an answer on screen comes back from the file as it went there', () => {
    always(
      fc.property(answered, ({ answer, arrangement }) => {
        const shown = kind.toScreen(answer, arrangement);
        expect(kind.toScreen(kind.toFile(shown, arrangement), arrangement)).toEqual(shown);
      }),
    );
  });

  test('a complete answer is complete, fits the schema, and is graded from 0 to 1', () => {
    always(
      fc.property(answered, ({ content, answer, arrangement }) => {
        const shown = kind.toScreen(answer, arrangement);
        expect(kind.answer.safeParse(shown)).toEqual({ success: true, data: shown });
        expect(kind.isComplete(content, answer)).toBe(true);
        const { share, parts } = kind.grade(content, answer);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(parts.length).toBeGreaterThan(0);
        expect(new Set(parts.map(({ part }) => part)).size).toBe(parts.length);
      }),
    );
  });

  test('its key is complete and graded as wholly right', () => {
    always(
      fc.property(content, (each) => {
        const { answer, parts } = kind.key(each);
        expect(kind.isComplete(each, answer)).toBe(true);
        expect(kind.grade(each, answer).share).toBe(1);
        expect(kind.answer.safeParse(answer).success).toBe(true);
        expect(parts.length).toBeGreaterThan(0);
      }),
    );
  });

  test('wholly right answers have only right parts, and all others a wrong one or one too few', () => {
    always(
      fc.property(answered, ({ content, answer }) => {
        const { share, parts } = kind.grade(content, answer);
        const right = parts.filter((part) => part.right).length;
        if (share === 1) expect(right).toBe(parts.length);
        else if (!mayChooseTooFew.includes(name)) expect(right).toBeLessThan(parts.length);
      }),
    );
  });

  test('each list on screen is a permutation of the file, the same for the same seed', () => {
    always(
      fc.property(content, fc.string(), (each, seed) => {
        const arrange = () => kind.arrange(each, seededShuffle(seed, shortHashOf));
        const arrangement = arrange();
        expect(arrangement).toEqual(arrange());
        for (const list of arrangement) expect(isPermutation(list, list.length)).toBe(true);
      }),
    );
  });

  test('what is shown holds nothing that only the key knows', () => {
    always(
      fc.property(answered, ({ content, arrangement }) => {
        expect(tellsASecret(content)).toBe(!withoutSecretWords.includes(name));
        expect(tellsASecret(kind.show(content, arrangement))).toBe(false);
      }),
    );
  });

  test('contents that differ only in their key cannot be told apart on screen', () => {
    always(
      fc.property(content, fc.nat(6), shuffles, (each, by, shuffle) => {
        const other = otherKey(each, by);
        const arrangement = kind.arrange(each, shuffle());
        const shown = kind.show(each, arrangement);
        expect(kind.show(other, sameOnScreen(name, arrangement, by))).toEqual(shown);
      }),
    );
  });

  test('shuffle=no does not show the key either', () => {
    // An untouched list must not be the answer: an order is never shown solved, so it is moved.
    if (name === 'order') return;
    always(
      fc.property(content, fc.nat(6), (each, by) => {
        const other = otherKey(each, by);
        expect(kind.show(other, kind.arrange(other, inFileOrder))).toEqual(
          kind.show(each, kind.arrange(each, inFileOrder)),
        );
      }),
    );
  });

  test('whatever comes from a window is refused or can be worked with', () => {
    always(
      fc.property(answered, fc.anything(), ({ content, arrangement }, junk) => {
        const checked = kind.answer.safeParse(junk);
        if (!checked.success) return;
        const inFile = kind.toFile(checked.data, arrangement);
        kind.toScreen(inFile, arrangement);
        if (!kind.isComplete(content, inFile)) return;
        const { share } = kind.grade(content, inFile);
        expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });

  test('answers of another length, or about parts that do not exist, are not complete', () => {
    always(
      fc.property(answered, fc.constantFrom('less', 'more', 'beyond'), (each, how) => {
        const { content, answer, arrangement } = each;
        // Only lists have a length.
        if (!Array.isArray(answer)) return;
        const given: unknown[] = answer;
        const changed =
          how === 'less' ? given.slice(1) : how === 'more' ? [...given, given[0]] : beyond(given);
        // Fewer of several choices are an answer still, and words have no place to miss.
        if (how === 'less' && mayChooseTooFew.includes(name) && given.length > 1) return;
        if (how === 'beyond' && !given.some((value) => typeof value === 'number')) return;
        const checked = kind.answer.safeParse(changed);
        if (!checked.success) return;
        expect(kind.isComplete(content, kind.toFile(checked.data, arrangement))).toBe(false);
        expect(kind.isComplete(content, checked.data)).toBe(false);
      }),
    );
  });

  test('an answer with a gap in it is not complete', () => {
    always(
      fc.property(answered, fc.nat(), ({ content, answer, arrangement }, at) => {
        if (!Array.isArray(answer)) return;
        const given: unknown[] = answer;
        const open = given.map((value, index) => (index === at % given.length ? null : value));
        const checked = kind.answer.safeParse(open);
        if (!checked.success) return;
        expect(kind.isComplete(content, kind.toFile(checked.data, arrangement))).toBe(false);
      }),
    );
  });

  test('its revision stays when only the feedback changes', () => {
    always(
      fc.property(content, (each) => {
        const praised = JSON.parse(JSON.stringify(each).replaceAll('SECRET feedback', 'Well done'));
        expect(kind.revisionText(praised)).toBe(kind.revisionText(each));
      }),
    );
  });

  test('names answer and key for statements', () => {
    always(
      fc.property(answered, ({ content, answer }) => {
        const { response, correct } = kind.interaction(content, answer);
        expect(typeof response).toBe('string');
        expect(correct).toHaveLength(1);
        const right = kind.interaction(content, kind.key(content).answer);
        if (right.type === 'numeric') {
          const [from = '', to = ''] = String(right.correct[0]).split('[:]');
          expect(Number(from)).toBeLessThanOrEqual(Number(right.response));
          expect(Number(to)).toBeGreaterThanOrEqual(Number(right.response));
        } else expect(right.correct).toEqual([right.response]);
      }),
    );
  });
});

const beyond = (given: readonly unknown[]): unknown[] =>
  given.map((value) => (typeof value === 'number' ? 999 : value));

test('shuffles reach every order, about equally often', () => {
  const seen = new Map<string, number>();
  for (let seed = 0; seed < 600; seed++) {
    const order = seededShuffle(`seed ${seed}`, shortHashOf)(3).join('');
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect([...seen.keys()].sort()).toEqual(['012', '021', '102', '120', '201', '210']);
  for (const count of seen.values()) expect(count).toBeGreaterThan(60);
});

test('two lists of one block are shuffled each in its own way', () => {
  const orders = Array.from({ length: 50 }, (_, seed) => {
    const shuffle = seededShuffle(`${seed}`, shortHashOf);
    return [shuffle(4).join(), shuffle(4).join()];
  });
  expect(orders.some(([first, second]) => first !== second)).toBe(true);
});

test('pinned things stay while the others move', () => {
  const orders = Array.from({ length: 50 }, (_, seed) =>
    seededShuffle(`${seed}`, shortHashOf)(5, new Set([1, 4])),
  );
  for (const order of orders) expect([order[1], order[4]]).toEqual([1, 4]);
  expect(new Set(orders.map(String)).size).toBe(6);
});
