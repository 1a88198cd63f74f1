// Any text as a form: it never throws, loses no byte, and a change touches what it names alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsIn, listsIn } from '../../../tests/form-places';
import { nastyTexts } from '../../../tests/nasty-texts';
import { allKinds, type ContentOf } from '../../course/blocks';
import type { KeptContentOf } from '../../course/kept';
import { parseLesson } from '../../course/parse';
import { rules } from '../../course/rules';
import { samples } from '../../course/samples';
import { changeForm } from './change-form';
import type { BlockForm, FieldValue, FormChange, FormEntry, Path } from './form';
import { readForm } from './read-form';

const markdown = Object.values(samples)
  .flat()
  .map((sample) => sample.markdown);

/** Nasty texts within a block of some kind, and samples with nasty texts put into them. */
const blocks: fc.Arbitrary<string> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom(...allKinds), body: nastyTexts })
    .map(({ kind, body }) => `:::::: ${kind} #a {points=2}\n${body.text}\n::::::\n`),
  fc
    .record({ sample: fc.constantFrom(...markdown), at: fc.nat(), body: nastyTexts })
    .map(({ sample, at, body }) => {
      const place = at % (sample.length + 1);
      return sample.slice(0, place) + body.text + sample.slice(place);
    }),
  fc
    .record({
      sample: fc.constantFrom(...markdown),
      from: fc.nat(),
      count: fc.nat(12),
      ending: fc.constantFrom('\n', '\r\n', '\r'),
    })
    .map(({ sample, from, count, ending }) => {
      const place = from % (sample.length + 1);
      return (sample.slice(0, place) + sample.slice(place + count)).replaceAll('\n', ending);
    }),
);

const values: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.constantFrom<FieldValue>(
    true,
    false,
    null,
    '',
    'Words',
    'Two\n\nparagraphs',
    '- [ ] a',
    ':::',
  ),
  fc.constantFrom<FieldValue>('a | b', '{pin}', '> [!WHY] w', '---', '### a', '"', '}', '\ta\r\nb'),
  nastyTexts.map(({ text }) => text),
);

const formOf = (text: string): BlockForm | null => readForm(text).form;

test('reading never throws, and says why there is no form', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        blocks,
        nastyTexts.map(({ text }) => text),
        fc.string(),
      ),
      (text) => {
        const read = readForm(text);
        if (read.form === null) expect(read.reason).toMatch(/^[a-z-]+$/);
        else expect(JSON.parse(JSON.stringify(read.form))).toEqual(read.form);
      },
    ),
    { numRuns: 3000 },
  );
});

test('enough of the random texts are forms', () => {
  const texts = fc.sample(blocks, { numRuns: 1000, seed: 5 });
  expect(texts.filter((text) => formOf(text) !== null).length).toBeGreaterThan(300);
});

test('a value written as it is changes no byte', () => {
  fc.assert(
    fc.property(blocks, (text) => {
      const form = formOf(text);
      if (!form) return;
      for (const { path, value } of fieldsIn(form)) {
        expect(changeForm(text, { change: 'field', path, value })).toBe(text);
      }
    }),
    { numRuns: 1000 },
  );
});

describe('a change that is made', () => {
  /** What of a text is not in the other, without the bytes they begin and end with alike. */
  const gone = (one: string, other: string): string => {
    const most = Math.min(one.length, other.length);
    let from = 0;
    while (from < most && one[from] === other[from]) from++;
    let end = 0;
    while (end < most - from && one.at(-1 - end) === other.at(-1 - end)) end++;
    return one.slice(from, one.length - end);
  };
  /** Without what quotes, tables and attributes are written with. */
  const plain = (text: string): string =>
    text.replace(/\[!why\]|verdict=|outcome=|[\s>|\\:{}"]+/gi, '');

  test('of a field leaves every other as it was, and takes no bytes that were not the field’s', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), values, (text, at, value) => {
        const form = formOf(text);
        const places = form ? fieldsIn(form) : [];
        const place = places[at % Math.max(1, places.length)];
        if (!form || !place) return;
        const changed = changeForm(text, { change: 'field', path: place.path, value });
        if (changed === undefined) return;
        const after = formOf(changed) as BlockForm;
        const others = (each: BlockForm) =>
          fieldsIn(each).filter(({ path }) => String(path) !== String(place.path));
        expect(others(after)).toEqual(others(form));
        expect({ ...after, fields: 0, lists: 0 }).toEqual({ ...form, fields: 0, lists: 0 });
        const went = gone(text, changed);
        if (typeof place.value === 'boolean') expect(' {pin}x').toContain(went);
        else expect(plain(place.value ?? '')).toContain(plain(went));
      }),
      { numRuns: 3000 },
    );
  });

  test('of entries leaves the others as they were', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), fc.nat(9), fc.nat(9), values, (text, which, at, to, value) => {
        const form = formOf(text);
        const lists = form ? listsIn(form) : [];
        const list = lists[which % Math.max(1, lists.length)];
        if (!list) return;
        const { path, entries } = list;
        const read = (changed: string | undefined): FormEntry[] | undefined => {
          const now = changed === undefined ? null : formOf(changed);
          return now
            ? listsIn(now).find((each) => String(each.path) === String(path))?.entries
            : undefined;
        };
        const changes: FormChange[] = [
          { change: 'remove', path, at },
          { change: 'move', path, from: at, to },
          { change: 'add', path, at, fields: { text: value } },
        ];
        const wanted = [...entries];
        wanted.splice(to, 0, ...wanted.splice(at, 1));
        const [removed, moved, added] = changes.map((change) => read(changeForm(text, change)));
        if (removed) expect(removed).toEqual(entries.filter((_, each) => each !== at));
        if (moved) expect(moved).toEqual(wanted);
        if (added) expect(added.filter((_, each) => each !== at)).toEqual(entries);
      }),
      { numRuns: 3000 },
    );
  });

  test('of plain words into a text is hardly ever refused', () => {
    /** Not any words will do there. */
    const hasForm: ReadonlySet<string | number> = new Set(['id', 'outcome', 'src']);
    let asked = 0;
    let refused = 0;
    for (const text of fc.sample(blocks, { numRuns: 600, seed: 7 })) {
      const form = formOf(text);
      for (const { path, value } of form ? fieldsIn(form) : []) {
        if (typeof value !== 'string' || hasForm.has(path.at(-1) ?? '')) continue;
        asked++;
        if (changeForm(text, { change: 'field', path, value: 'Plain words' }) === undefined)
          refused++;
      }
    }
    expect(asked).toBeGreaterThan(300);
    expect(refused / asked).toBeLessThan(0.01);
  });
});

/** How many parts of a list a question has, as the app reads it. */
const counts: Record<string, { list: string; of: (content: never) => unknown }> = {
  choice: {
    list: 'answers',
    of: ({ options }: ContentOf<'choice'>) => options.map(({ right }) => right),
  },
  truefalse: {
    list: 'answers',
    of: ({ statements }: ContentOf<'truefalse'>) => statements.map(({ isTrue }) => isTrue),
  },
  order: { list: 'steps', of: ({ entries }: ContentOf<'order'>) => entries.length },
  sort: { list: 'groups', of: ({ groups }: ContentOf<'sort'>) => groups.length },
  scenario: { list: 'scenes', of: ({ scenes }: ContentOf<'scenario'>) => scenes.length },
  inbox: { list: 'messages', of: ({ messages }: ContentOf<'inbox'>) => messages.length },
  checklist: { list: 'items', of: ({ items }: KeptContentOf<'checklist'>) => items.length },
  plan: { list: 'lines', of: ({ lines }: KeptContentOf<'plan'>) => lines.length },
};

test('the form shows the parts that the app asks about', () => {
  let compared = 0;
  fc.assert(
    fc.property(blocks, (text) => {
      const form = formOf(text);
      const count = counts[form?.kind ?? ''];
      if (!form || !count) return;
      const { items, kept, problems } = parseLesson('01.md', `---\ntitle: T\n---\n${text}`);
      const [block] = [...items, ...kept];
      if (!block || problems.some(({ rule }) => rules[rule].severity === 'error')) return;
      compared++;
      const parts = form.lists[count.list] ?? [];
      const wanted = count.of(block.content as never);
      expect(
        Array.isArray(wanted) ? parts.map(({ fields }) => fields.right) : parts.length,
      ).toEqual(wanted);
    }),
    { numRuns: 3000, seed: 11 },
  );
  expect(compared).toBeGreaterThan(150);
});

test.each<[string, Path, string]>([
  ['::: plan #a\n*\n:::', ['lines', 0, 'text'], '::: plan #a\n* Words\n:::'],
  ['::: checklist #a\n- [ ]\n:::', ['items', 0, 'text'], '::: checklist #a\n- [ ] Words\n:::'],
  ['::: cards #a\nT\n:\n:::', ['cards', 0, 'meaning'], '::: cards #a\nT\n: Words\n:::'],
  ['::: password #a\nQ\n\n> [!WHY]\n:::', ['why'], '::: password #a\nQ\n\n> [!WHY] Words\n:::'],
  [
    '::: password #a\nQ\n\n> [!WHY]\n> old\n:::',
    ['why'],
    '::: password #a\nQ\n\n> [!WHY]\n> Words\n:::',
  ],
  [
    '::: choice #a\nQ\n\n* [X] a {pin}\n:::',
    ['answers', 0, 'feedback'],
    '::: choice #a\nQ\n\n* [X] a {pin}\n  > Words\n:::',
  ],
  ['::: details\n:::', ['title'], '::: details Words\n:::'],
  ['::: estimate #a\n:::', ['question'], '::: estimate #a\nWords\n:::'],
  ['::: estimate #a\nQ\n:::', ['why'], '::: estimate #a\nQ\n\n> [!WHY] Words\n:::'],
])('words where there were none: %j at %j', (text, path, wanted) => {
  expect(changeForm(text, { change: 'field', path, value: 'Words' })).toBe(wanted);
});

test.each<[string, Path, Record<string, FieldValue>, string]>([
  [
    '::: sort #a\nQ\n\n- A\n  - b\n- C\n:::',
    ['groups', 1, 'items'],
    { text: 'd', feedback: 'e' },
    '::: sort #a\nQ\n\n- A\n  - b\n- C\n  - d\n    > e\n:::',
  ],
  ['::: plan #a\n- b\n:::', ['lines'], { text: 'c' }, '::: plan #a\n- b\n- c\n:::'],
  ['::: plan #a\nQ\n:::', ['lines'], { text: 'c' }, '::: plan #a\nQ\n\n- c\n:::'],
  [
    '::: blanks #a\n[[b]]\n:::',
    ['foreseen'],
    { text: 'c', feedback: 'd' },
    '::: blanks #a\n[[b]]\n\n- [ ] c\n  > d\n:::',
  ],
  [
    '::: checklist #a\n* [ ] b\n:::',
    ['items'],
    { text: 'c' },
    '::: checklist #a\n* [ ] b\n* [ ] c\n:::',
  ],
  ['::: sheet #a\n- C3\n:::', ['cells'], { text: 'D4' }, '::: sheet #a\n- C3\n- D4\n:::'],
  [
    '::: sheet #a\n- [x] C3\n:::',
    ['cells'],
    { text: 'D4', right: false },
    '::: sheet #a\n- [x] C3\n- [ ] D4\n:::',
  ],
  [
    '::: order #a\n9) b\n:::',
    ['steps'],
    { text: 'c', feedback: 'd' },
    '::: order #a\n9) b\n10) c\n    > d\n:::',
  ],
  ['::: password #a\nQ\n:::', ['hints'], { text: 'c' }, '::: password #a\nQ\n\n> [!HINT] c\n:::'],
  [
    '::: choice #a\nQ\n:::',
    ['answers'],
    { text: 'two\nlines', right: true },
    '::: choice #a\nQ\n\n- [x] two\n  lines\n:::',
  ],
])('a new entry at the end of %j', (text, path, fields, wanted) => {
  const form = formOf(text);
  const list = form && listsIn(form).find((each) => String(each.path) === String(path));
  const at = list?.entries.length ?? -1;
  expect(changeForm(text, { change: 'add', path, at, fields })).toBe(wanted);
});

describe('a new message of an inbox', () => {
  const inbox = (markdown.find((each) => each.startsWith(':::: inbox')) ?? '').trimEnd();
  const fields = {
    from: '"Post room" <post@norlund.example>',
    subject: 'The lift',
    verdict: 'genuine',
    body: 'A parcel for you.\n\nIt is at the **desk**.',
    why: 'Expected, and it asks\nfor nothing.',
  };
  const added = (more: Record<string, FieldValue>, at = 2): string | undefined =>
    changeForm(inbox, {
      change: 'add',
      path: ['messages'],
      at,
      fields: { ...fields, ...more },
    }) as string | undefined;

  test.each([0, 1, 2])('is read as it was asked for, at place %i', (at) => {
    const text = added({}, at) ?? '';
    const { items, problems } = parseLesson('01.md', `---\ntitle: T\n---\n${text}\n`);
    const content = items[0]?.content as ContentOf<'inbox'> | undefined;
    const messages = content?.messages ?? [];
    expect(problems.filter(({ rule }) => rules[rule].severity === 'error')).toEqual([]);
    expect(messages).toHaveLength(3);
    expect(messages[at]).toMatchObject({
      message: {
        id: 'the-lift',
        subject: 'The lift',
        from: { name: 'Post room', address: 'post@norlund.example' },
      },
      nature: 'genuine',
    });
    expect(changeForm(text, { change: 'remove', path: ['messages'], at })).toBe(inbox);
  });

  test('has an id of its own, whatever its subject', () => {
    expect(added({ subject: 'Lift' })).toContain('::: message #lift-2 {verdict=genuine}');
    expect(added({ subject: 'رسالة' })).toContain('::: message #message {verdict=genuine}');
  });

  test.each([
    ['no sender', { from: ' ' }],
    ['no subject', { subject: '' }],
    ['nothing in it', { body: '' }],
    ['nothing said about what it is', { verdict: null }],
    ['a subject of two lines', { subject: 'The\nlift' }],
    ['the end of a message in it', { body: 'a\n:::\nb' }],
  ])('is not written with %s', (_, more) => {
    expect(added(more)).toBeUndefined();
  });
});

test('what no field shows is kept: other words, comments, second explanations', () => {
  const text =
    '::: choice #a {old=1}\nQ <!-- note -->\n\n> [!HINT] h\n\nLost words.\n\n- [x] a\n- [ ] b\n\n[x]: https://a.example\n\n> [!WHY] w\n\n> [!WHY] again\n:::';
  const form = formOf(text);
  expect(form?.fields.question).toBe('Q <!-- note -->');
  expect(form?.kept).toEqual(['Lost words.', '[x]: https://a.example', '> [!WHY] again']);
  const changed = changeForm(text, { change: 'field', path: ['answers', 1, 'text'], value: 'c' });
  expect(changed).toBe(text.replace('] b', '] c'));
});

test('words that would become something else are refused', () => {
  const [choice = ''] = markdown;
  const refused: [Path, FieldValue][] = [
    [['question'], 'What?\n\n- [ ] a'],
    [['question'], ':::'],
    [['question'], '```'],
    [['question'], '::: details T'],
    [['answers', 0, 'right'], 'yes'],
    [['answers', 0, 'nothing'], 'a'],
    [['answers', 9, 'text'], 'a'],
    [['__proto__', 'text'], 'a'],
    [[], 'a'],
  ];
  for (const [path, value] of refused) {
    expect(changeForm(choice, { change: 'field', path, value })).toBeUndefined();
  }
  expect(changeForm(choice, { change: 'id', value: 'a b' })).toBeUndefined();
  expect(changeForm(choice, { change: 'attribute', name: 'points', value: '}' })).toBeUndefined();
  expect(changeForm(choice, { change: 'attribute', name: 'colour', value: 'red' })).toBeUndefined();
  expect(changeForm('Words.', { change: 'id', value: 'a' })).toBeUndefined();
});

test('a long block is read in little time', () => {
  const answers = Array.from(
    { length: 800 },
    (_, at) => `- [ ] Answer ${at}\n  > Feedback ${at}\n`,
  );
  const text = `::: choice #a\nWhat?\n\n${answers.join('')}\n> [!WHY] w\n:::\n`;
  const before = process.threadCpuUsage();
  expect(changeForm(text, { change: 'field', path: ['why'], value: 'New' })).toContain('New');
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(5000);
});
