// Each kind as a form: what it shows of the samples, and what each change writes.
import { describe, expect, test } from 'vitest';
import { fieldsIn } from '../../../tests/form-places';
import { allKinds, partKinds } from '../../course/blocks';
import { parseLesson } from '../../course/parse';
import { samples } from '../../course/samples';
import { attributesOf } from './attribute-types';
import { changeForm } from './change-form';
import type { BlockForm, FieldValue, FormChange, Path } from './form';
import { readForm } from './read-form';

const blocks = Object.values(samples).flat();
const sampleOf = (kind: string): string =>
  blocks.find((each) => each.kind === kind)?.markdown ?? '';

function formOf(text: string): BlockForm {
  const { form } = readForm(text);
  if (!form) throw new Error(`no form: ${text}`);
  return form;
}

const set = (path: Path, value: FieldValue): FormChange => ({
  change: 'field',
  path,
  value,
});

const matter = '---\ntitle: T\nobjectives: [Do it]\n---\n';
const rulesIn = (block: string): string[] =>
  parseLesson('01.md', matter + block).problems.map(({ rule }) => rule);

/** What differs of two texts, without the bytes they begin and end with alike. */
function difference(one: string, other: string): [string, string] {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  let end = 0;
  const most = Math.min(one.length, other.length) - from;
  while (end < most && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return [one.slice(from, one.length - end), other.slice(from, other.length - end)];
}

test('every kind that stands alone has a sample, and every sample is a form without a rest', () => {
  const alone = allKinds.filter((kind) => !Object.hasOwn(partKinds, kind));
  expect(blocks.map(({ kind }) => kind).sort()).toEqual([...alone].sort());
  for (const { markdown } of blocks) expect(formOf(markdown).kept).toEqual([]);
});

test('a choice', () => {
  expect(formOf(sampleOf('choice'))).toMatchObject({
    kind: 'choice',
    id: 'first-step',
    unknownAttributes: [],
    fields: {
      question: expect.stringMatching(/^A message says .* do first\?$/),
      why: 'One report lets the security team block the sender for the whole organisation.',
    },
    lists: {
      answers: [
        {
          fields: { text: 'Sign in quickly, so that no mail is lost', right: false, pinned: false },
        },
        {
          fields: {
            right: true,
            feedback: 'Right. It takes ten seconds and protects everybody else.',
          },
        },
        { fields: { right: false } },
      ],
      hints: [{ fields: { text: 'Who gains if you are in a hurry?' } }],
    },
  });
});

test.each<[string, object, object]>([
  ['order', {}, { steps: [{}, {}, { fields: { feedback: 'Details fade within the hour.' } }] }],
  ['match', {}, { pairs: [{}, {}, {}, { fields: { left: '', match: 'Better service' } }] }],
  ['sort', {}, { groups: [{ fields: { text: 'Everybody' }, lists: { items: [{}, {}] } }, {}] }],
  ['blanks', { text: expect.stringContaining('[[= 15]] characters.') }, { foreseen: [{}, {}, {}] }],
  ['truefalse', { question: 'True or false?' }, { answers: [{ fields: { right: true } }, {}] }],
  ['form', {}, { settings: [{ fields: { setting: 'Who can open it' } }, {}, {}] }],
  ['inbox', {}, { messages: [{ fields: { id: 'invoice', verdict: 'phish' } }, {}] }],
  [
    'scenario',
    {},
    {
      scenes: [
        { fields: { title: 'The call', outcome: null, text: expect.stringMatching(/^“Good/) } },
        {},
        { fields: { title: 'Reported', outcome: 'good' } },
        {},
        { fields: { text: expect.stringMatching(/in your name\.$/) } },
      ],
    },
  ],
  [
    'repair',
    { text: expect.stringMatching(/^It is hereby/), model: expect.stringMatching(/^Please/) },
    { checks: [{ fields: { text: 'words <= 30' } }, {}, {}, {}, {}] },
  ],
  ['reflect', { model: expect.stringMatching(/minutes\.$/) }, {}],
  ['checklist', {}, { items: [{}, {}, {}] }],
  ['plan', {}, { lines: [{ fields: { text: 'If ___ then ___' } }, {}] }],
  ['poll', { question: expect.any(String) }, { options: [] }],
  ['cards', { question: 'Two words to know.' }, { cards: [{ fields: { term: 'Phishing' } }, {}] }],
  ['details', { title: 'How long does this take?', text: 'About ten minutes.' }, {}],
])('the parts of %s', (kind, fields, lists) => {
  expect(formOf(sampleOf(kind))).toMatchObject({ kind, fields, lists });
});

test('known attributes have types, written ones values, and others are kept', () => {
  const text = '::: mark #a {unit=line points="2" colour=red}\nA ==b==.\n\n- [x] b\n  > f\n:::';
  const form = formOf(text);
  expect(form.attributes).toContainEqual({
    name: 'unit',
    type: { is: 'oneOf', values: ['word', 'line', 'sentence'] },
    value: 'line',
  });
  expect(form.attributes.find(({ name }) => name === 'points')?.value).toBe('2');
  expect(form.attributes.find(({ name }) => name === 'tries')?.value).toBeNull();
  expect(form.unknownAttributes).toEqual([{ name: 'colour', value: 'red' }]);
});

test.each([
  ['no-block', 'Words.'],
  ['no-block', ''],
  ['no-block', '> ::: choice #a\n> :::'],
  ['not-closed', '::: choice #a\nWhat?\n'],
  ['more-behind', '::: details T\na\n:::\n\nMore.'],
  ['kind-unknown', '::: choise #a\nWhat?\n:::'],
  ['kind-unknown', '::: constructor\n:::'],
  ['kind-unknown', '::: message #a\nfrom: a\n---\nb\n:::'],
  ['tangled', '::: choice #a\nQ\n\n- - [x] a\n  - [ ] b\n- [x] c\n:::'],
])('%s: %j', (reason, text) => {
  expect(readForm(text)).toEqual({ form: null, reason });
});

describe.each(blocks)('$kind', ({ kind, markdown }) => {
  const form = formOf(markdown);
  const windows = markdown.replaceAll('\n', '\r\n');

  test.each(fieldsIn(form))('$path', ({ path, value }) => {
    const isChosen = ['right', 'pinned'].includes(String(path.at(-1)));
    const isCell =
      ['pairs', 'settings'].includes(String(path[0])) ||
      ['title', 'term', 'alt'].includes(String(path.at(-1)));
    const isOutcome = path.at(-1) === 'outcome';
    const isName = ['id', 'verdict', 'src'].includes(String(path.at(-1)));
    const next = isChosen
      ? value !== true
      : isOutcome
        ? 'mixed'
        : isName
          ? 'genuinely'
          : isCell
            ? 'New | *words*'
            : 'New *words*\nin two lines';
    if (next === value) return;
    const changed = changeForm(markdown, set(path, next)) as string;
    expect(changed).toBeTypeOf('string');

    // The field has the value, every other what it had.
    const others = (each: BlockForm) =>
      fieldsIn(each).filter((one) => String(one.path) !== String(path));
    const after = formOf(changed);
    expect(fieldsIn(after)).toContainEqual({ path, value: next });
    expect(others(after)).toEqual(others(form));
    expect({ ...after, fields: 0, lists: 0 }).toEqual({ ...form, fields: 0, lists: 0 });

    // Of the bytes, those of the old value went, and nothing but the new value came.
    const plain = (text: unknown) => String(text ?? '').replace(/[\s>|\\:]+/g, '');
    const [went, came] = difference(markdown, changed);
    if (typeof value === 'string' && !isOutcome) expect(plain(value)).toContain(plain(went));
    if (!isChosen && !isOutcome) {
      expect(plain(came.replace('[!WHY]', ''))).toBe(
        plain(difference(String(value ?? ''), String(next))[1]),
      );
    }

    // And back to where it was, byte by byte; in the line ends of Windows too.
    if (value !== null) expect(changeForm(changed, set(path, value))).toBe(markdown);
    const there = changeForm(windows, set(path, next));
    expect(there).toBe(changed.replaceAll('\n', '\r\n'));
  });

  test('a field set to what it says, and an attribute too, changes no byte', () => {
    for (const { path, value } of fieldsIn(form)) {
      expect(changeForm(markdown, set(path, value))).toBe(markdown);
    }
    for (const { name, value } of form.attributes) {
      expect(changeForm(markdown, { change: 'attribute', name, value })).toBe(markdown);
    }
  });

  test('words changed in its texts leave it as right as it was', () => {
    const before = rulesIn(markdown);
    for (const { path, value } of fieldsIn(form)) {
      const name = String(path.at(-1));
      if (typeof value !== 'string' || !['question', 'feedback', 'why', 'meaning'].includes(name)) {
        continue;
      }
      const changed = changeForm(markdown, set(path, `${value} And more.`)) as string;
      expect(rulesIn(changed)).toEqual(before);
    }
  });

  test('the id and every attribute can be written, changed and taken away', () => {
    const named = changeForm(markdown, { change: 'id', value: 'another-id' }) as string;
    expect(formOf(named)).toEqual({ ...form, id: 'another-id' });
    for (const { name, type } of attributesOf(kind)) {
      const value = type.is === 'flag' ? '' : 'two words';
      const old = form.attributes.find((each) => each.name === name)?.value ?? null;
      const changed = changeForm(markdown, { change: 'attribute', name, value }) as string;
      const written = formOf(changed).attributes.filter((each) => each.value !== null);
      expect(written).toContainEqual({ name, type, value });
      const gone = changeForm(changed, { change: 'attribute', name, value: null }) as string;
      expect(formOf(gone).attributes.find((each) => each.name === name)?.value).toBeNull();
      if (old === null) expect(gone).toBe(markdown);
    }
  });

  const lists = Object.entries(form.lists).filter(([, entries]) => entries.length > 0);
  if (lists.length > 0)
    test.each(lists)('entries of %s are moved, taken away and added', (name, entries) => {
      const path = [name];
      // Other kinds want an address, an area, a check, or a way from scene to scene.
      const plainKinds = [
        'choice',
        'truefalse',
        'order',
        'match',
        'blanks',
        'checklist',
        'plan',
        'cards',
      ];
      const isPlain = plainKinds.includes(kind) || name === 'hints';
      for (const [at] of entries.entries()) {
        for (const [to] of entries.entries()) {
          const moved = changeForm(markdown, { change: 'move', path, from: at, to }) as string;
          const order = [...entries];
          order.splice(to, 0, ...order.splice(at, 1));
          expect(formOf(moved).lists[name]).toEqual(order);
          expect(changeForm(moved, { change: 'move', path, from: to, to: at })).toBe(markdown);
        }
        if (entries.length < 2) continue;
        const left = changeForm(markdown, { change: 'remove', path, at }) as string;
        expect(formOf(left).lists[name]).toEqual(entries.filter((_, each) => each !== at));
      }
      // What is asked for a message is not what it has: change-form.test.ts adds some.
      if (name === 'messages') return;
      for (let at = 0; at <= entries.length; at++) {
        const [known] = entries;
        const fields = Object.fromEntries(
          Object.entries(known?.fields ?? {}).map(([field, value]) => [
            field,
            field === 'right' || field === 'pinned'
              ? value !== true
              : field === 'outcome'
                ? 'bad'
                : `New ${field}`,
          ]),
        );
        const added = changeForm(markdown, { change: 'add', path, at, fields }) as string;
        expect(added).toBeTypeOf('string');
        expect(formOf(added).lists[name]?.[at]?.fields).toEqual(fields);
        expect(formOf(added).lists[name]?.filter((_, each) => each !== at)).toEqual(entries);
        expect(changeForm(added, { change: 'remove', path, at })).toBe(markdown);
        // Where any words will do, the app reads a new entry as it reads the others.
        if (isPlain) expect(rulesIn(added)).toEqual(rulesIn(markdown));
        expect(changeForm(windows, { change: 'add', path, at, fields })).toBe(
          added.replaceAll('\n', '\r\n'),
        );
      }
    });
});
