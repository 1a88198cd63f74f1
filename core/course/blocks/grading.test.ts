// How each kind is graded: the table of the course format, row by row.
import { describe, expect, test } from 'vitest';
import type { Item } from '../item';
import { parseLesson } from '../parse';
import { plainText } from '../plain-text';
import type { Prose } from '../prose';
import { shortHashOf } from '../revision';
import { inFileOrder, seededShuffle } from './arrangement';
import { type ItemKind, kindOf } from './index';

function item<K extends ItemKind>(kind: K, body: string, attributes = ''): Item & { kind: K } {
  const text = `::: ${kind} #x {${attributes}}\n${body}\n\n> [!WHY] why\n:::\n`;
  const [found] = parseLesson('01-a.md', text).items;
  if (found?.kind !== kind) throw new Error(`no ${kind} in ${text}`);
  return found as Item & { kind: K };
}

function grade({ kind, content }: Item, answer: unknown) {
  return kindOf(kind).grade(content, answer);
}

const share = (of: Item, answer: unknown): number => grade(of, answer).share;
const feedback = (of: Item, answer: unknown): string[] =>
  grade(of, answer).parts.map((part) => plainText(part.feedback));
const rights = (of: Item, answer: unknown): boolean[] =>
  grade(of, answer).parts.map((part) => part.right);
const isComplete = ({ kind, content }: Item, answer: unknown): boolean =>
  kindOf(kind).isComplete(content, answer);
const key = ({ kind, content }: Item) => kindOf(kind).key(content);
const revisionOf = (of: Item): string => of.revision;

const options = (...marks: string[]): string =>
  `Q\n\n${marks.map((mark, at) => `- [${mark}] answer ${at}\n  > about ${at}`).join('\n')}`;

describe('choice with one right answer', () => {
  const one = item('choice', options(' ', 'x', ' '));

  test.each([
    [[1], 1],
    [[0], 0],
    [[2], 0],
  ])('%j earns %f', (answer, expected) => {
    expect(share(one, answer)).toBe(expected);
  });

  test('only the chosen answer is judged and explained', () => {
    expect(grade(one, [0]).parts).toMatchObject([{ part: 0, right: false }]);
    expect(feedback(one, [0])).toEqual(['about 0']);
    expect(rights(one, [1])).toEqual([true]);
  });

  test('the key explains every answer', () => {
    expect(key(one).answer).toEqual([1]);
    expect(key(one).parts.map(({ part, right }) => [part, right])).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
    expect(key(one).parts.map((part) => plainText(part.feedback))).toEqual([
      'about 0',
      'about 1',
      'about 2',
    ]);
  });

  test.each([[[]], [[0, 1]], [[3]], [[-1]], [[1, 1]]])('%j is no complete answer', (answer) => {
    expect(isComplete(one, answer)).toBe(false);
  });
});

describe('choice with several right answers', () => {
  const several = item('choice', options('x', 'x', 'x', ' ', ' ', ' ', ' '));

  test.each([
    ['all right ones', [0, 1, 2], 1],
    ['two of three', [0, 2], 2 / 3],
    ['one of three', [1], 1 / 3],
    ['all right and one wrong', [0, 1, 2, 3], 2 / 3],
    ['two right, one wrong', [0, 1, 5], 1 / 3],
    ['as many right as wrong', [0, 6], 0],
    ['more wrong than right: not below 0', [0, 3, 4, 5], 0],
    ['only wrong', [3], 0],
    ['everything: three less four, not below 0', [0, 1, 2, 3, 4, 5, 6], 0],
  ])('%s', (_, answer, expected) => {
    expect(share(several, answer)).toBeCloseTo(expected, 12);
  });

  test('each chosen one is judged', () => {
    expect(rights(several, [0, 3])).toEqual([true, false]);
  });

  test.each([[[]], [[0, 0]], [[0, 7]]])('%j is no complete answer', (answer) => {
    expect(isComplete(several, answer)).toBe(false);
  });

  test('the window learns that several may be right, and nothing else', () => {
    const kind = kindOf('choice');
    const shown = kind.show(several.content, kind.arrange(several.content, inFileOrder));
    expect(Object.keys(shown as object).sort()).toEqual(['options', 'several']);
  });
});

describe('truefalse', () => {
  const statements = item('truefalse', options('x', ' ', 'x', ' '));

  test.each([
    [[true, false, true, false], 1],
    [[true, true, true, true], 0.5],
    [[false, true, false, true], 0],
    [[true, false, true, true], 0.75],
  ])('%j earns %f', (answer, expected) => {
    expect(share(statements, answer)).toBe(expected);
  });

  test('each statement is judged and explained', () => {
    expect(rights(statements, [true, true, false, false])).toEqual([true, false, false, true]);
    expect(feedback(statements, [true, true, true, true])).toHaveLength(4);
  });

  test.each([[[]], [[true, true, true]], [[true, null, true, true]], [Array(5).fill(true)]])(
    '%j is no complete answer',
    (answer) => {
      expect(isComplete(statements, answer)).toBe(false);
    },
  );
});

describe('order', () => {
  const five = item('order', 'Q\n\n1. a\n2. b\n3. c\n4. d\n5. e\n   > about e');

  test.each([
    ['right', [0, 1, 2, 3, 4], 1],
    ['the first at the end: three of four pairs', [1, 2, 3, 4, 0], 3 / 4],
    ['two halves exchanged', [3, 4, 0, 1, 2], 3 / 4],
    ['two neighbours exchanged', [1, 0, 2, 3, 4], 2 / 4],
    ['a pair turned in the middle', [0, 1, 3, 2, 4], 1 / 4],
    ['from behind', [4, 3, 2, 1, 0], 0],
  ])('%s', (_, answer, expected) => {
    expect(share(five, answer)).toBe(expected);
  });

  test('an entry is right where it stands in its place', () => {
    const { parts } = grade(five, [1, 0, 2, 3, 4]);
    expect(parts.map(({ part, right }) => [part, right])).toEqual([
      [1, false],
      [0, false],
      [2, true],
      [3, true],
      [4, true],
    ]);
    expect(plainText(parts[4]?.feedback ?? [])).toBe('about e');
  });

  test.each([[[0, 1, 2, 3]], [[0, 1, 2, 3, 3]], [[0, 1, 2, 3, 5]], [[0, 1, 2, 3, 4, 4]]])(
    '%j is no complete answer',
    (answer) => {
      expect(isComplete(five, answer)).toBe(false);
    },
  );

  test('is never shown in the right order, whatever the seed, not even with shuffle=no', () => {
    const three = item('order', 'Q\n\n1. a\n2. b\n3. c');
    const kind = kindOf('order');
    const solved = [0, 1, 2];
    expect(kind.arrange(three.content, inFileOrder)[0]).not.toEqual(solved);
    for (let seed = 0; seed < 100; seed++) {
      const shuffle = seededShuffle(`${seed}`, shortHashOf);
      expect(kind.arrange(three.content, shuffle)[0]).not.toEqual(solved);
    }
  });

  test('what is shown does not carry the lines of the file: they are the order', () => {
    const kind = kindOf('order');
    const shown = kind.show(five.content, kind.arrange(five.content, inFileOrder));
    expect(JSON.stringify(shown).match(/"line":(?!1\b)/g)).toBeNull();
  });
});

describe('match', () => {
  const table = '| l | r |\n| - | - |\n| one | 1 |\n| two | 2 |\n| three | 3 |\n| | 4 |';
  const three = item('match', `Q\n\n${table}`);

  test.each([
    ['right', [0, 1, 2], 1],
    ['two exchanged', [1, 0, 2], 1 / 3],
    ['a distractor instead', [0, 1, 3], 2 / 3],
    ['one right used twice', [0, 0, 2], 2 / 3],
    ['all distractors', [3, 3, 3], 0],
  ])('%s', (_, answer, expected) => {
    expect(share(three, answer)).toBeCloseTo(expected, 12);
  });

  test.each([[[0, 1]], [[0, 1, null]], [[0, 1, 4]], [[0, 1, 2, 3]], [[0, 1, -1]]])(
    '%j is no complete answer',
    (answer) => {
      expect(isComplete(three, answer)).toBe(false);
    },
  );

  test('rights with the same words are the same right', () => {
    const equal = item(
      'match',
      'Q\n\n| l | r |\n| - | - |\n| one | 1 |\n| uno | **1** |\n| two | 2 |\n| | 2 |',
    );
    expect(share(equal, [1, 0, 2])).toBe(1);
    expect(share(equal, [0, 0, 3])).toBe(1);
    expect(share(equal, [2, 1, 2])).toBeCloseTo(2 / 3, 12);
  });

  test('shuffle=no leaves the left as it is, and puts the right by its words', () => {
    const numbers = item(
      'match',
      'Q\n\n| l | r |\n| - | - |\n| b | 10 |\n| a | 9 |\n| c | 1 |',
      'shuffle=no',
    );
    expect(kindOf('match').arrange(numbers.content, inFileOrder)).toEqual([
      [0, 1, 2],
      [2, 1, 0],
    ]);
  });
});

describe('blanks', () => {
  const typed = item('blanks', 'A [[Passkey | pass key]] and [[= 70..75]].');

  test.each([
    [['passkey', '70'], 1],
    [['PASS  KEY', '75'], 1],
    [['pass-key', '72,5'], 0.5],
    [['passkey', '69.9'], 0.5],
    [['passkey', '75.1'], 0.5],
    [['key', 'seventy'], 0],
  ])('%j earns %f', (answer, expected) => {
    expect(share(typed, answer)).toBe(expected);
  });

  test('each gap is judged', () => {
    expect(rights(typed, ['passkey', '1'])).toEqual([true, false]);
  });

  test('the key names the first answer and the whole range, and earns everything', () => {
    expect(key(typed).answer).toEqual(['Passkey', '70–75']);
    expect(share(typed, key(typed).answer)).toBe(1);
  });

  test.each([
    [['passkey']],
    [['passkey', '']],
    [['passkey', '   ']],
    [['passkey', null]],
    [['passkey', 70]],
    [['passkey', '70', 'x']],
  ])('%j is no complete answer', (answer) => {
    expect(isComplete(typed, answer)).toBe(false);
  });

  describe('drop-downs', () => {
    const body = `[[> right | wrong | other]]\n\n- [ ] wrong\n  > about wrong\n- [ ] other\n  > about other`;
    const menu = item('blanks', body);

    test('only the first option of the file is right', () => {
      expect([0, 1, 2].map((option) => share(menu, [option]))).toEqual([1, 0, 0]);
    });

    test('a wrong option gets the words foreseen for it, the right one none', () => {
      expect(feedback(menu, [1])).toEqual(['about wrong']);
      expect(feedback(menu, [2])).toEqual(['about other']);
      expect(feedback(menu, [0])).toEqual(['']);
    });

    test('words instead of a position, and positions beyond the menu, are refused', () => {
      for (const answer of [['right'], [3], [-1], [null]])
        expect(isComplete(menu, answer)).toBe(false);
    });

    test('shuffle=no puts the options by their words: the right one is not always first', () => {
      const numbers = item('blanks', body.replace('right', '10'), 'shuffle=no');
      const kind = kindOf('blanks');
      const [order] = kind.arrange(numbers.content, inFileOrder);
      expect(kind.show(numbers.content, [order ?? []])).toMatchObject({
        gaps: [{ options: ['10', 'other', 'wrong'] }],
      });
      const last = item('blanks', body.replace('right', 'zero'), 'shuffle=no');
      expect(kind.arrange(last.content, inFileOrder)).toEqual([[2, 1, 0]]);
    });
  });

  test('typed wrong answers that were foreseen get their words, forgiven in form', () => {
    const foreseen = item('blanks', '[[= 15]] [[word]]\n\n- [ ] Eight\n  > too few');
    expect(feedback(foreseen, [' eight ', 'EIGHT'])).toEqual(['too few', 'too few']);
    expect(feedback(foreseen, ['seven', 'word'])).toEqual(['', '']);
  });

  test('strict counts case, accents and spacing', () => {
    const strict = item('blanks', '[[Él va]]', 'strict');
    expect(share(strict, ['Él va'])).toBe(1);
    expect(share(strict, [' Él va '])).toBe(1);
    // The same letter, composed and in two parts.
    expect(share(strict, ['E\u0301l va'])).toBe(1);
    for (const answer of ['él va', 'El va', 'Él  va']) expect(share(strict, [answer])).toBe(0);
  });

  test('typos=1 forgives one slip in words of five letters or more', () => {
    const slips = item('blanks', '[[manager]] [[vault]] [[safe]]', 'typos=1');
    expect(rights(slips, ['manger', 'valut', 'safe'])).toEqual([true, false, true]);
    expect(rights(slips, ['mannager', 'vault', 'save'])).toEqual([true, true, false]);
    expect(rights(slips, ['mangr', 'vaults', 'safe '])).toEqual([false, true, true]);
  });
});

describe('the revision of an item', () => {
  const base = revisionOf(item('choice', options('x', ' ')));

  test.each([
    ['another right answer', item('choice', options(' ', 'x'))],
    ['another question', item('choice', options('x', ' ').replace('Q', 'R'))],
    ['other words', item('choice', options('x', ' ').replace('answer 1', 'answer one'))],
    ['one answer more', item('choice', options('x', ' ', ' '))],
    ['another kind', item('truefalse', options('x', ' '))],
  ])('changes with %s', (_, other) => {
    expect(revisionOf(other)).not.toBe(base);
  });

  test.each([
    ['feedback', item('choice', options('x', ' ').replace('about 1', 'more about 1'))],
    ['points', item('choice', options('x', ' '), 'points=3')],
    ['the form of words', item('choice', options('x', ' ').replace('answer 1', '*answer* 1'))],
  ])('stays with other %s', (_, other) => {
    expect(revisionOf(other)).toBe(base);
  });

  test('stays where a picture of it is shown wider', () => {
    const pictured = (width: string): string =>
      revisionOf(item('choice', options('x', ' ').replace('Q', `Q ![desk](assets/a.svg)${width}`)));
    expect(pictured('{width=50%}')).toBe(pictured(''));
  });

  test.each([
    ['an answer to a gap', '[[a]]', '[[b]]'],
    ['an option', '[[> a | b]]', '[[> a | c]]'],
    ['the right option', '[[> a | b]]', '[[> b | a]]'],
    ['a number', '[[= 1]]', '[[= 2]]'],
    ['the end of a range', '[[= 1..2]]', '[[= 1..3]]'],
    ['a range to a menu', '[[= 1]]', '[[1]]'],
    ['the text', 'x [[a]]', 'y [[a]]'],
  ])('of blanks changes with %s', (_, one, other) => {
    expect(revisionOf(item('blanks', one))).not.toBe(revisionOf(item('blanks', other)));
  });

  test('of an order changes with the order, of a match with the pairs', () => {
    const order = (list: string) => revisionOf(item('order', `Q\n\n${list}`));
    expect(order('1. a\n2. b\n3. c')).not.toBe(order('1. a\n2. c\n3. b'));
    const match = (rows: string) => revisionOf(item('match', `Q\n\n| l | r |\n| - | - |\n${rows}`));
    expect(match('| a | 1 |\n| b | 2 |')).not.toBe(match('| a | 2 |\n| b | 1 |'));
    expect(match('| a | 1 |\n| b | 2 |')).not.toBe(match('| a | 1 |\n| b | 2 |\n| | 3 |'));
  });

  test('is sixteen hexadecimal digits', () => {
    expect(base).toMatch(/^[0-9a-f]{16}$/);
  });
});

test('answers longer than any block are refused before they are looked at', () => {
  const long: Record<ItemKind, unknown> = {
    choice: Array(1001).fill(0),
    truefalse: Array(1001).fill(true),
    order: Array(1001).fill(0),
    match: Array(1001).fill(0),
    blanks: ['x'.repeat(2001)],
    sheet: Array(1001).fill([0, 0, 0]),
    sort: Array(1001).fill(0),
    mark: Array(5001).fill(0),
    address: Array(1001).fill(true),
    hotspot: { pins: Array(51).fill([0, 0]) },
    estimate: '1'.repeat(101),
    form: Array(1001).fill(0),
    scenario: { path: Array(1001).fill(0) },
    repair: { text: 'x'.repeat(20_001) },
    inbox: Array(1001).fill({ verdict: 'safe', clues: [] }),
    password: { reached: true, phrase: 'x' },
  };
  for (const [kind, answer] of Object.entries(long)) {
    expect(kindOf(kind as ItemKind).answer.safeParse(answer).success).toBe(false);
  }
});

test.each([
  ['choice', [0.5]],
  ['choice', ['0']],
  ['choice', { 0: 0 }],
  ['choice', [-1]],
  ['choice', [1e9]],
  ['choice', [Number.NaN]],
  ['truefalse', [1]],
  ['truefalse', ['true']],
  ['order', [null]],
  ['match', [undefined]],
  ['match', ['']],
  ['blanks', [true]],
  ['blanks', [[]]],
  ['blanks', [1.5]],
  ['blanks', null],
  ['sheet', [0]],
  ['sheet', [[0, 0]]],
  ['sheet', [[0, 0, -1]]],
  ['sheet', [[0, 0, 0, 0]]],
] as [ItemKind, unknown][])('%s refuses %j', (kind, junk) => {
  expect(kindOf(kind).answer.safeParse(junk).success).toBe(false);
});

test('the parts that are shown belong to the list the kind names', () => {
  // Every kind says which list of its arrangement the parts of a grade stand in.
  const places: Record<ItemKind, number | null> = {
    choice: 0,
    truefalse: 0,
    order: 0,
    match: 0,
    blanks: null,
    sheet: null,
    sort: 0,
    mark: null,
    address: 0,
    hotspot: 0,
    estimate: null,
    form: null,
    scenario: null,
    repair: null,
    inbox: null,
    password: null,
  };
  for (const [kind, list] of Object.entries(places)) {
    expect(kindOf(kind as ItemKind).partsIn).toBe(list);
  }
});

test('a pinned answer keeps its place on screen, the others move', () => {
  const pinned = item('choice', `${options('x', ' ', ' ')}\n- [ ] None of these {pin}\n  > f`);
  const kind = kindOf('choice');
  const firsts = new Set<string>();
  for (let seed = 0; seed < 40; seed++) {
    const arrangement = kind.arrange(pinned.content, seededShuffle(`${seed}`, shortHashOf));
    const { options: shown } = kind.show(pinned.content, arrangement) as { options: Prose[][] };
    expect(plainText(shown[3] ?? [])).toBe('None of these');
    firsts.add(plainText(shown[0] ?? []));
  }
  expect(firsts.size).toBe(3);
});
