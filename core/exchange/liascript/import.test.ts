// LiaScript among other files: which documents are, what joins a course, and what becomes of a folder.
import { describe, expect, test } from 'vitest';
import { coursesIn, pathsIn, saidIn, sourceFiles } from '../../../tests/unit/support/exchange';
import { likelyFormats } from '../guess';
import { importLiaScript, isLiaScript } from '../liascript';
import { readFolder } from '../markdown-folder/read-folder';

const document = `<!--
author:   Ann
version:  2.0.0
language: en
narrator: US English Female
comment:  What keeps a desk safe
-->

# Safe desk

Begin with [locks](#locks).

## Locks

When do you lock it?

[( )] never
[(X)] always
*****************
- never
  > Not so.
- always
  > Yes.

It takes a second.
*****************

## Keys

See [locks](#locks) and ![a key](key.png)
`;

describe('a document is LiaScript', () => {
  test.each([
    ['by its narrator', '<!--\nnarrator: X\n-->\n# A'],
    ['by two keys of its head', '<!--\nauthor: Ann\nversion: 1.0.0\n-->\n# A'],
    ['by a macro of its own', '<!-- \n@sum: 1\n-->\n# A'],
    ['by a quiz', '# A\n\n[(X)] a\n[( )] b'],
    ['by boxes', '# A\n\n- [[X]] a\n- [[ ]] b'],
    ['by a hint', '# A\n\n[[word]]\n[[?]] Think'],
    ['by a field', '# A\n\n[[___ ___]]'],
    ['by a survey', '# A\n\n[(1)] a\n[(2)] b'],
    ['by what is spoken', '# A\n\n--{{1}}--\nWords'],
  ])('%s', (_, text) => {
    expect(isLiaScript(text)).toBe(true);
  });

  test.each([
    ['plain Markdown', '# A\n\n- [ ] to do\n- [x] done\n\n[a](b.md) [[Wiki page]]'],
    ['a comment', '<!-- author: Ann -->\n\n# A'],
    ['a licence', '<!--\nThis file is free: do what you like with it.\n-->\n# A'],
    ['code about it', '# A\n\n```\n[(X)] a\n[[?]] b\n```\n'],
    ['a note', 'Words[^1] and a [link][(1)].\n\n[^1]: note'],
    ['Open edX', 'Which?\n\n(x) a\n( ) b'],
    ['nothing', ''],
  ])('%s is not', (_, text) => {
    expect(isLiaScript(text)).toBe(false);
  });

  test('and is offered as that first', () => {
    expect(likelyFormats('README.md', document)[0]).toBe('liascript');
    expect(likelyFormats('README.md', 'Which?\n\n(x) a\n( ) b\n')[0]).toBe('edx-markdown');
    expect(likelyFormats('bank.gift', 'q {=a ~b}')[0]).toBe('gift');
  });
});

describe('a document that joins a course', () => {
  const { lessons, report } = importLiaScript(document, { title: 'doc', language: 'en' });

  test('becomes lessons, its introduction too', () => {
    expect(lessons.map(({ name }) => name)).toEqual([
      '00-safe-desk.md',
      '01-locks.md',
      '02-keys.md',
    ]);
    expect(lessons[0]?.text).toContain('Begin with [locks](01-locks.md).');
    expect(lessons[1]?.text).toContain('::: choice #when-do-you-lock-it');
    expect(lessons[2]?.text).toContain('See [locks](01-locks.md)');
  });

  test('leaves a row for each lesson, each question, and all that does not come along', () => {
    const rows = report.map(({ line, what, message, values }) =>
      [line, what, message, values.path ?? values.lesson ?? values.id ?? values.words].join(' '),
    );
    expect(rows).toEqual([
      '1 left-out head-left-out What keeps a desk safe · Ann · 2.0.0',
      '1 kept page 00-safe-desk.md',
      '1 left-out objectives-missing 00-safe-desk.md',
      '13 kept page 01-locks.md',
      '13 left-out objectives-missing 01-locks.md',
      '17 kept question when-do-you-lock-it',
      '28 kept page 02-keys.md',
      '28 left-out objectives-missing 02-keys.md',
      '30 left-out picture-missing key.png',
    ]);
  });
});

describe('in a folder of Markdown', () => {
  const files = {
    'README.md': '# My site\n\nAbout it.',
    'one.md': '# One\n\nText with ![a](img/a.png).',
    'two.md': '# Two\n\nText.',
    'lia/README.md': document,
    'lia/key.png': 'png',
    'img/a.png': 'png',
  };
  const read = readFolder(sourceFiles(files), { name: 'site' });

  test('a document is a course of its own beside that of the pages', () => {
    expect(coursesIn(read).map(({ id, texts }) => [id, texts[0].lessons.length])).toEqual([
      ['site', 2],
      ['safe-desk', 2],
    ]);
    expect(pathsIn(read)).toContain('safe-desk/assets/lia/key.png');
    expect(read.report).toContainEqual({
      file: 'lia/README.md',
      line: 1,
      what: 'kept',
      message: 'document',
      values: { id: 'safe-desk' },
    });
    // The picture is used: it is not told of as left out.
    expect(saidIn(read).filter((each) => each.includes('unused'))).toEqual([]);
  });

  test('that holds nothing else, no other course is made', () => {
    const alone = readFolder(sourceFiles({ 'README.md': document }), { name: 'safe-desk' });
    expect(coursesIn(alone).map(({ id }) => id)).toEqual(['safe-desk']);
  });

  test('each has what lies beside it, though another has a file of that name', () => {
    const beside = (name: string) => ({
      [`${name}/README.md`]: document.replace('# Safe desk', `# Safe ${name}`),
      [`${name}/key.png`]: 'png',
    });
    const found = readFolder(sourceFiles({ ...beside('door'), ...beside('gate') }), { name: 'x' });
    expect(found.files.filter((file) => 'copyOf' in file)).toEqual([
      { path: 'safe-door/assets/door/key.png', copyOf: 'door/key.png' },
      { path: 'safe-gate/assets/gate/key.png', copyOf: 'gate/key.png' },
    ]);
  });

  test('two of one title get two ids, and one that is taken is not given again', () => {
    const both = { 'a/README.md': document, 'b/README.md': document };
    const found = readFolder(sourceFiles(both), {
      name: 'site',
      isTaken: (id) => id === 'safe-desk',
    });
    expect(coursesIn(found).map(({ id }) => id)).toEqual(['safe-desk-2', 'safe-desk-3']);
  });
});
