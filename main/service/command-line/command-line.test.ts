// The command line: what it makes passes the check, what it says can be read by people and programs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

describe('export', () => {
  const course = { ...smallCourse('a', 'a') };

  test.each([
    ['html', 'a-1.0.0.html'],
    ['scorm12', 'a-1.0.0-scorm-1.2.zip'],
    ['scorm2004', 'a-1.0.0-scorm-2004.zip'],
    ['cmi5', 'a-1.0.0-cmi5.zip'],
    ['gift', 'a-1.0.0.gift'],
    ['liascript', 'a-1.0.0.md'],
    ['worksheet', 'a-1.0.0-work-sheet.html'],
    ['answersheet', 'a-1.0.0-answer-sheet.html'],
  ])('%s writes one file, named or not, the same each time', async (format, name) => {
    const folder = temporaryFolder();
    writeFiles(folder, course);
    const { status, output } = await outcomeOf(['export', 'a', '--format', format], folder);
    expect(status).toBe(0);
    expect(output.trimEnd().split('\n').at(-1)).toBe(name);
    const to = join('a', '..', 'mine.bin');
    const json = await outcomeOf(['export', 'a', '--format', format, '--to', to, '--json'], folder);
    const bytes = readFileSync(join(folder, name));
    expect(JSON.parse(json.output)).toMatchObject({
      format,
      file: 'mine.bin',
      bytes: bytes.length,
    });
    expect(readFileSync(join(folder, 'mine.bin')).equals(bytes)).toBe(true);
    // No half file stays, and what was there is replaced.
    expect(readdirSync(folder).sort()).toEqual(['a', name, 'mine.bin'].sort());
    expect((await outcomeOf(['export', 'a', '--format', format], folder)).status).toBe(0);
  });

  test('tells of each line what other programs cannot say', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, course);
    const { output } = await outcomeOf(['export', 'a', '--format', 'liascript'], folder);
    expect(output).toContain('01-first.md:1: left-out: setting {"kind":"objectives"}\n');
    const text = readFileSync(join(folder, 'a-1.0.0.md'), 'utf8');
    expect(text).toContain('[(X)] This');
    // And in again.
    const back = await outcomeOf(['import', 'a-1.0.0.md', '--into', 'a'], folder);
    expect(back.output).toContain('kept: question {"id":"which"');
    expect(back.output).toContain(join('a', '03-first-of-a.md'));
  });

  test('is in the language that is named, or none', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      ...course,
      'a/es/course.md': course['a/course.md']?.replace('Title of a', 'Curso') ?? '',
      'a/es/01-first.md': lessonText('Primera'),
    });
    const argv = ['export', 'a', '--format', 'gift', '--language'];
    expect((await outcomeOf([...argv, 'es'], folder)).output).toContain('a-1.0.0-es.gift');
    expect(readFileSync(join(folder, 'a-1.0.0-es.gift'), 'utf8')).toContain('Primera');
    expect(await outcomeOf([...argv, 'fr'], folder)).toMatchObject({
      status: 2,
      mistake: 'The course is not in fr, but in en, es.\n',
    });
  });

  test('of a course with errors is written, and says so', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, course);
    writeFiles(folder, { 'a/01-first.md': lessonText('A').replace('- [x] This', '- [ ] This') });
    const { status, mistake } = await outcomeOf(['export', 'a', '--format', 'html'], folder);
    expect(status).toBe(1);
    expect(mistake).toMatch(/has errors \(\d+\), the first in 01-first\.md, line \d+/);
    expect(existsSync(join(folder, 'a-1.0.0.html'))).toBe(true);
  });

  test('refuses what it cannot do, with words and without a file', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, course);
    const odd = [
      [[], /--format takes html, .*\.\n/],
      [['--format', 'word'], /not word/],
      [['--format', 'worksheet', '--to', 'a.pdf'], /A PDF needs the app/],
      [['--format', 'worksheet', '--paper', 'a3'], /--paper takes a4, letter, not a3/],
      [['--format', 'html', '--to', join('none', 'x.html')], /cannot be written \(ENOENT\)/],
      [['--format', 'gift', '--to', join('none', 'x.gift')], /cannot be written \(ENOENT\)/],
    ] as const;
    for (const [argv, words] of odd) {
      const { status, output, mistake } = await outcomeOf(['export', 'a', ...argv], folder);
      expect([status, output], argv.join(' ')).toEqual([2, '']);
      expect(mistake).toMatch(words);
    }
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('translate', () => {
  const english = { ...smallCourse('a', 'a') };

  /** As an office fills it in. */
  const filled = (xliff: string): string =>
    xliff.replace(
      /<segment([^>]*)>\s*<source([^>]*)>([\s\S]*?)<\/source>(?:\s*<target[^>]*>[\s\S]*?<\/target>)?/g,
      (_, state, at, words) =>
        `<segment${state}><source${at}>${words}</source><target>${words} (es)</target>`,
    );

  test('export and import carry a whole course into a language that was not begun', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, english);
    const out = await outcomeOf(['translate', 'export', 'a', '--language', 'es', '--json'], folder);
    expect(out.status).toBe(0);
    const { file, segments, missing } = JSON.parse(out.output);
    expect([file, missing]).toEqual(['a-1.0.0-es.xlf', segments]);
    writeFiles(folder, { 'back.xlf': filled(readFileSync(join(folder, file), 'utf8')) });
    const back = await outcomeOf(['translate', 'import', 'a', 'back.xlf', '--json'], folder);
    expect(JSON.parse(back.output)).toMatchObject({
      language: 'es',
      taken: segments,
      missing: 0,
      misfits: [],
      upToDate: ['01-first.md'],
    });
    expect(back.status).toBe(0);
    expect(readFileSync(join(folder, 'a/es/01-first.md'), 'utf8')).toContain('Which? (es)');
    expect((await outcomeOf(['translate', 'status', 'a'], folder)).output).toBe(
      'a es: 1 of 1 lessons\n',
    );
    expect((await outcomeOf(['check', 'a'], folder)).status).toBe(0);
    // What is translated goes out with it, and once more in nothing changes.
    const again = await outcomeOf(['translate', 'export', 'a', '--language', 'es'], folder);
    expect(again.output).toBe(`a-1.0.0-es.xlf: ${segments} segments, 0 missing, 0 stale\n`);
    const before = readFileSync(join(folder, 'a/es/01-first.md'), 'utf8');
    const same = await outcomeOf(['translate', 'import', 'a', 'a-1.0.0-es.xlf'], folder);
    expect(same.output).toContain('es: 0 taken');
    expect(readFileSync(join(folder, 'a/es/01-first.md'), 'utf8')).toBe(before);
  });

  test('import names what has no place any more, and says so by its status', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, english);
    await outcomeOf(['translate', 'export', 'a', '--language', 'es'], folder);
    const xliff = filled(readFileSync(join(folder, 'a-1.0.0-es.xlf'), 'utf8'));
    writeFiles(folder, {
      'back.xlf': xliff,
      'a/01-first.md': (english['a/01-first.md'] ?? '').replace(
        'Which?',
        'Quite another thing now:',
      ),
    });
    const { status, output } = await outcomeOf(['translate', 'import', 'a', 'back.xlf'], folder);
    expect(status).toBe(1);
    expect(output).toContain('01-first.md: the source has no such text any more: "Which?"');
    expect(output).toContain('1 missing, 1 not placed');
  });

  test('refuses with words, and changes nothing', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...english, 'odd.xlf': '<html/>' });
    const odd = [
      [['export', 'a'], /--language is missing/],
      [['export', 'a', '--language', 'no tag'], /no language tag/],
      [['export', 'a', '--language', 'en'], /The course itself is in en/],
      [['export', 'a', '--language', 'es', '--to', join('none', 'x.xlf')], /cannot be written/],
      [['import', 'a'], /one file to import/],
      [['import', 'a', 'none.xlf'], /none\.xlf cannot be read \(ENOENT\)/],
      [['import', 'a', 'odd.xlf'], /odd\.xlf is no XLIFF 2 of a course/],
      [['status', 'a', '--language', 'es'], /belong to translate export/],
    ] as const;
    for (const [argv, words] of odd) {
      const { status, output, mistake } = await outcomeOf(['translate', ...argv], folder);
      expect([status, output], argv.join(' ')).toEqual([2, '']);
      expect(mistake).toMatch(words);
    }
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(['01-first.md', 'course.md']);
  });
});
