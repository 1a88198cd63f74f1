// The organisation's words are read leniently, and mistakes are named.
import { describe, expect, test } from 'vitest';
import { parseOrganisation } from './organisation';
import { organisationLimits } from './organisation-limits';

const read = (text: string) => parseOrganisation(text);

describe('words', () => {
  test('may be nested, or written with dots, with or without org.', () => {
    const text =
      'helpdesk:\n  phone: "123"\norg.helpdesk.mail: help@agency.example\nname: The Agency\n';
    expect(read(text)).toEqual({
      words: {
        'helpdesk.phone': '123',
        'helpdesk.mail': 'help@agency.example',
        name: 'The Agency',
      },
      mistakes: [],
    });
  });

  test('that look like numbers stay as they are written', () => {
    expect(read('phone: 0049\nroom: 1.20\n').words).toEqual({ phone: '0049', room: '1.20' });
  });

  test('none in an empty file', () => {
    expect(read('')).toEqual({ words: {}, mistakes: [] });
  });
});

describe('mistakes', () => {
  test.each([
    ['a: [b', 'syntax', 1],
    ['- a\n- b\n', 'syntax', 1],
    ['good: x\nBad Key: y\n', 'key', 2],
    ['a:\n  - b\n', 'value', 1],
    ['a: true\n', 'value', 1],
    ['a: ""\n', 'value', 1],
    [`a: ${'x'.repeat(organisationLimits.valueCharacters + 1)}\n`, 'too-long', 1],
    ['x'.repeat(organisationLimits.characters + 1), 'too-long', 1],
  ])('%j', (text, problem, line) => {
    expect(read(text).mistakes).toMatchObject([{ problem, line }]);
  });

  test('do not take the rest along', () => {
    expect(read('good: x\nBad Key: y\n').words).toEqual({ good: 'x' });
  });

  test('too many keys are cut off', () => {
    const text = Array.from({ length: organisationLimits.keys + 2 }, (_, at) => `k${at}: v`).join(
      '\n',
    );
    const { words, mistakes } = read(text);
    expect(Object.keys(words)).toHaveLength(organisationLimits.keys);
    expect(mistakes.map(({ problem }) => problem)).toEqual(['too-many', 'too-many']);
  });
});
