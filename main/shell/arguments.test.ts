import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ArgumentMistake, readArguments } from './arguments';

const here = resolve('/home/ada');
const read = (...argv: string[]) => readArguments(argv, here);
const none = {
  data: null,
  courses: null,
  open: null,
  importFile: null,
  language: null,
  theme: null,
  screenshot: null,
  policy: null,
  printPolicy: false,
  command: null,
};

describe('what is taken', () => {
  test('nothing', () => {
    expect(read()).toEqual(none);
    expect(read('.')).toEqual(none);
  });

  test('all of them, with a space or an equals sign, in any order', () => {
    const all = {
      data: resolve(here, 'data'),
      courses: resolve('/srv/courses'),
      open: 'phishing-lab/read-addresses#first-look',
      importFile: resolve(here, 'mine.course'),
      language: 'pt-BR',
      theme: 'contrast',
      screenshot: resolve(here, '../shot.png'),
      policy: null,
      printPolicy: false,
      command: null,
    };
    const pairs = [
      ['--screenshot', '../shot.png'],
      ['--theme', 'contrast'],
      ['--lang', 'pt-BR'],
      ['--open', 'phishing-lab/read-addresses#first-look'],
      ['--import', 'mine.course'],
      ['--courses', '/srv/courses'],
      ['--data', 'data'],
    ] as const;
    expect(read(...pairs.flat())).toEqual(all);
    expect(read(...pairs.map(([name, value]) => `${name}=${value}`).reverse())).toEqual(all);
  });

  test('paths from where the person stands; absolute ones as they are', () => {
    expect(read('--data', './a/../b').data).toBe(resolve(here, 'b'));
    expect(read('--data', resolve('/tmp/x')).data).toBe(resolve('/tmp/x'));
    expect(read('--data=--odd').data).toBe(resolve(here, '--odd'));
    expect(read('--data', 'with space').data).toBe(resolve(here, 'with space'));
  });

  test.each(['phishing-lab', 'phishing-lab/read-addresses', 'a/b#c-1'])('--open %s', (open) => {
    expect(read('--open', open).open).toBe(open);
  });

  test('a file that was double-clicked, as the system hands it over', () => {
    expect(read('/media/stick/desk-1.0.0.course').importFile).toBe(
      resolve('/media/stick/desk-1.0.0.course'),
    );
    expect(read('--no-sandbox', 'a.txt', 'b c.course').importFile).toBe(
      resolve(here, 'b c.course'),
    );
    expect(read('a.course', '--import', 'b.zip').importFile).toBe(resolve(here, 'b.zip'));
    expect(read('course', 'a.txt').importFile).toBeNull();
  });

  test('Chromium’s own switches among ours are passed over', () => {
    const argv = [
      ...['.', '--no-sandbox', '--remote-debugging-port=0', '--lang=es', '--disable-gpu'],
      ...['--data', 'data', '--force-device-scale-factor=2', '-psn_0_12345', '--inspect'],
      ...['--host-rules', 'MAP * ~NOTFOUND', '--theme', 'dark', '--', '--open', 'no'],
    ];
    expect(read(...argv)).toEqual({
      ...none,
      data: resolve(here, 'data'),
      language: 'es',
      theme: 'dark',
    });
  });

  test.each([
    [['--check'], []],
    [
      ['--check', 'courses', 'more', '--format', 'json'],
      ['courses', 'more', '--format', 'json'],
    ],
    [
      ['--check=courses', '--strict'],
      ['courses', '--strict'],
    ],
    [['--check='], []],
    [['.', '--no-sandbox', '--theme', 'pink', '--check', 'a'], ['a']],
    [
      ['--check', '--', '--odd'],
      ['--', '--odd'],
    ],
    [
      ['--check', 'a', '--check'],
      ['a', '--check'],
    ],
  ])('everything behind --check is the check’s: %j', (argv, check) => {
    expect(read(...argv)).toEqual({ ...none, command: ['check', ...check] });
  });

  test('a command takes everything behind it, and nothing before it', () => {
    expect(read('--no-sandbox', 'new', 'Safe desk', '--in', 'x').command).toEqual([
      ...['new', 'Safe desk', '--in', 'x'],
    ]);
    expect(read('check').command).toEqual(['check']);
    expect(read('help').command).toEqual(['help']);
    // The value of an argument, what stands behind two hyphens, and other words are none.
    expect(read('--data', 'new').command).toBeNull();
    expect(read('--', 'new').command).toBeNull();
    expect(read('newer').command).toBeNull();
  });

  test('--check behind two hyphens is none', () => {
    expect(read('--', '--check').command).toBeNull();
  });

  test('the last of two counts', () => {
    expect(read('--theme', 'dark', '--theme', 'light').theme).toBe('light');
  });
});

describe('what is refused, with words for the person', () => {
  test.each([
    [['--data'], '--data needs a folder.'],
    [['--data='], '--data needs a folder.'],
    [['--data', '--no-sandbox'], '--data needs a folder.'],
    [['--courses'], '--courses needs a folder.'],
    [['--screenshot'], '--screenshot needs a file.'],
    [['--screenshot', '--data', 'x'], '--screenshot needs a file.'],
    [['--lang'], '--lang needs a language tag, for example --lang es.'],
    [['--lang', 'not a tag'], '--lang takes a language tag such as es or pt-BR, not not a tag.'],
    [['--theme', 'sepia'], '--theme takes one of system, light, dark, contrast, not sepia.'],
    [['--theme', 'constructor'], /not constructor/],
    [['--open', '../secrets'], /--open takes COURSE, COURSE\/LESSON or COURSE\/LESSON#BLOCK/],
    [['--open', 'Course'], /not Course/],
    [['--open', 'a/b/c'], /not a\/b\/c/],
    [['--open', 'a#b'], /not a#b/],
    [['--open', 'https://norlund.example'], /not https/],
  ])('%j', (argv, message) => {
    const attempt = (): unknown => read(...argv);
    expect(attempt).toThrow(ArgumentMistake);
    expect(attempt).toThrow(message);
  });
});
