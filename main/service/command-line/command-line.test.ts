// The command line: what it makes passes the check, what it says can be read by people and programs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandNames } from '../../../core/command-names';
import { templateIds } from '../../../core/studio/template-ids';
import { lessonText, smallCourse, writeFiles } from '../../../tests/unit/support/course-files';
import { playerFixture, projectFolder, temporaryFolder } from '../../../tests/unit/support/folders';
import { commands, outcomeOf as outcomeWith } from './command-line';

const outcomeOf = (argv: readonly string[], folder: string) =>
  outcomeWith(argv, folder, { player: playerFixture });

describe('the commands', () => {
  test('are listed, and each says how it is used', async () => {
    const folder = temporaryFolder();
    const all = await outcomeOf([], folder);
    expect(all).toMatchObject({ status: 0, mistake: '' });
    expect((await outcomeOf(['--help'], folder)).output).toBe(all.output);
    for (const name of commandNames) {
      expect(all.output).toContain(`  ${name}`);
      const { status, output } = await outcomeOf([name, '--help'], folder);
      expect(status, name).toBe(0);
      expect(output, name).toContain(`deskwise ${name}`);
      expect(output, name).toBe(commands[name].usage);
    }
  });

  test('are all in the docs', () => {
    const docs = readFileSync(join(projectFolder, 'docs', 'command-line.md'), 'utf8');
    for (const name of commandNames) expect(docs).toContain(`| \`deskwise ${name}`);
  });

  test('that are none, and arguments that are none, are refused with words', async () => {
    const folder = temporaryFolder();
    expect(await outcomeOf(['sing'], folder)).toMatchObject({ status: 2, output: '' });
    expect((await outcomeOf(['sing'], folder)).mistake).toMatch(/no command “sing”/);
    const odd = [
      [['new'], /title is missing/],
      [['new', 'A', '--template', 'novel'], /--template takes compliance, how-to, scenario, blank/],
      [['new', 'A', '--language', 'no language'], /language tag/],
      [['new', 'A', '--loud'], /^Unknown option '--loud'\.\n$/],
      [['translate'], /takes “status”, “export” or “import”/],
      [['import', 'bank.gift'], /--into needs/],
      [['import'], /one file/],
      [['pack'], /folder of a course is missing/],
      [['pack', 'nowhere'], /no nowhere/],
      [['check', 'nowhere'], /There is no nowhere/],
    ] as const;
    for (const [argv, words] of odd) {
      const { status, output, mistake } = await outcomeOf(argv, folder);
      expect([status, output], argv.join(' ')).toEqual([2, '']);
      expect(mistake).toMatch(words);
    }
  });
});

describe('new', () => {
  test.each(templateIds)('%s makes a course without an error', async (template) => {
    const folder = temporaryFolder();
    const argv = ['new', 'Safe', 'desk', '--template', template, '--in', 'mine', '--json'];
    const { status, output } = await outcomeOf([...argv, '--author', 'Amina'], folder);
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ folder: join('mine', 'safe-desk') });
    expect(readFileSync(join(folder, 'mine/safe-desk/course.md'), 'utf8')).toContain('Amina');
    expect((await outcomeOf(['check', 'mine'], folder)).status).toBe(0);
  });

  test('writes over nothing', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'safe-desk/notes.txt': 'mine' });
    expect(await outcomeOf(['new', 'Safe desk'], folder)).toMatchObject({ status: 2 });
    expect(readFileSync(join(folder, 'safe-desk/notes.txt'), 'utf8')).toBe('mine');
  });
});

test('translate status tells what is missing and what is stale, in each language', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    ...smallCourse('courses/a', 'a'),
    'courses/a/02-second.md': lessonText('Second'),
    'courses/a/es/course.md': smallCourse('x', 'a')['x/course.md'] ?? '',
    'courses/a/es/01-first.md': lessonText('Primera', 'source: "0123456789abcdef"'),
  });
  const { status, output } = await outcomeOf(['translate', 'status'], folder);
  expect(status).toBe(1);
  expect(output.split('\n')).toEqual([
    `${join('courses', 'a')} es: 1 of 2 lessons`,
    '  missing  02-second.md',
    '  stale    es/01-first.md',
    '',
  ]);
  const json = await outcomeOf(['translate', 'status', 'courses', '--json'], folder);
  expect(JSON.parse(json.output)).toEqual([
    {
      course: join('courses', 'a'),
      language: 'es',
      lessons: 2,
      translated: 1,
      stale: ['es/01-first.md'],
      missing: ['02-second.md'],
    },
  ]);
});

describe('pack', () => {
  test('writes the same bytes each time, and nothing for a course with errors', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, smallCourse('a', 'a'));
    const { status, output } = await outcomeOf(['pack', 'a', '--json'], folder);
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ file: 'a-1.0.0.course', id: 'a', version: '1.0.0' });
    await outcomeOf(['pack', 'a', '--out', 'again.course'], folder);
    expect(readFileSync(join(folder, 'again.course'))).toEqual(
      readFileSync(join(folder, 'a-1.0.0.course')),
    );
    const nowhere = await outcomeOf(['pack', 'a', '--out', 'a/course.md/x.course'], folder);
    expect(nowhere).toMatchObject({
      status: 2,
      mistake: 'a/course.md/x.course cannot be written.\n',
    });
    writeFiles(folder, { 'a/01-first.md': lessonText('A').replace('- [x] This', '- [ ] This') });
    const broken = await outcomeOf(['pack', 'a', '--out', 'broken.course'], folder);
    expect(broken.status).toBe(1);
    expect(broken.mistake).toMatch(/has errors \(\d+\), the first in 01-first.md, line \d+/);
    expect(existsSync(join(folder, 'broken.course'))).toBe(false);
  });
});

describe('import', () => {
  const bank = '::Locks:: When do you lock it? { =Always #Yes. ~Never #No. }\n';

  test('makes lessons of a question bank, guessed by what it looks like, and reports each line', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...smallCourse('a', 'a'), 'bank.txt': bank });
    const { status, output } = await outcomeOf(['import', 'bank.txt', '--into', 'a'], folder);
    expect(status).toBe(0);
    expect(output).toMatch(/bank\.txt:1: kept: question/);
    expect(output).toContain(join('a', '02-bank.md'));
    expect(readFileSync(join(folder, 'a/02-bank.md'), 'utf8')).toContain('When do you lock it?');
    const json = await outcomeOf(['import', 'bank.txt', '--into', 'a', '--json'], folder);
    expect(JSON.parse(json.output)).toMatchObject({ format: 'gift', files: ['a/03-bank-2.md'] });
  });

  test('refuses what it cannot read, and formats that are none', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...smallCourse('a', 'a'), 'bank.txt': bank });
    const odd = [
      [['none.gift'], /none\.gift cannot be read \(ENOENT\)/],
      [['bank.txt', '--format', 'word'], /--format takes gift, .*, not word/],
    ] as const;
    for (const [argv, words] of odd) {
      const { status, mistake } = await outcomeOf(['import', ...argv, '--into', 'a'], folder);
      expect(status).toBe(2);
      expect(mistake).toMatch(words);
    }
  });
});
