// The command line: exit status, streams and formats of the real process, and the arguments it takes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  courseText,
  lessonText,
  smallCourse,
  writeFiles,
} from '../../tests/unit/support/course-files';
import { bytesBelow, temporaryFolder } from '../../tests/unit/support/folders';
import { checkCourses } from './check-courses';

const script = join(import.meta.dirname, '../../build/deskwise.mjs');

function folderOfCourses(): string {
  const folder = temporaryFolder();
  writeFiles(folder, {
    ...smallCourse('right/01-right', 'right'),
    'warned/course.md': courseText('warned', '1.0.0', 'reviewed: 2020-01-01'),
    'warned/01-first.md': lessonText('First'),
    'wrong/course.md': courseText('wrong'),
    'wrong/01-first.md': `${lessonText('First').replace(' #one', '')}a, b: 100 % [c](gone.md) `,
    'empty/notes.txt': 'no course',
  });
  return folder;
}

const run = (folder: string, ...argv: string[]) => {
  const env = { ...process.env, npm_lifecycle_event: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'check', ...argv], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('the process', () => {
  const folder = folderOfCourses();

  test('ends with 0 where there is no error, and says what it read', () => {
    expect(run(folder, 'right')).toEqual({
      status: 0,
      stdout: '1 course, 2 files: 0 errors, 0 warnings\n',
      stderr: '',
    });
    const { status, stdout } = run(folder, 'warned');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^warned\/course\.md:1:1 warning review-overdue\n {2}\S.*\n {2}\S.*\n\n/,
    );
  });

  test('ends with 1 for errors, and with --strict for warnings', () => {
    expect(run(folder, 'wrong', 'right').status).toBe(1);
    expect(run(folder, 'warned', '--strict').status).toBe(1);
    expect(run(folder, 'right', '--strict').status).toBe(0);
  });

  test('ends with 2 for wrong arguments and paths, and says so on stderr alone', () => {
    for (const [argv, words] of [
      [['nowhere'], 'There is no nowhere.\n'],
      [['right', '--fromat', 'json'], "Unknown option '--fromat'.\n"],
    ] as const) {
      expect(run(folder, ...argv)).toEqual({ status: 2, stdout: '', stderr: words });
    }
  });

  test('writes JSON that other programs read', () => {
    const { status, stdout } = run(folder, '--format=json', 'wrong');
    expect(status).toBe(1);
    const { problems, counts, organisationKeys, fixed } = JSON.parse(stdout) as Record<
      string,
      unknown
    >;
    expect(problems).toEqual([
      expect.objectContaining({
        file: 'wrong/01-first.md',
        line: 8,
        column: 1,
        severity: 'error',
        rule: 'block-id-missing',
        values: { kind: 'choice', suggestion: 'which' },
      }),
      expect.objectContaining({
        line: 18,
        column: 17,
        rule: 'link-dead',
        values: { path: 'gone.md' },
      }),
    ]);
    expect(counts).toEqual({ courses: 1, files: 2, errors: 2, warnings: 0 });
    expect([organisationKeys, fixed]).toEqual([[], []]);
  });

  test('writes annotations', () => {
    const { stdout } = run(folder, '--format', 'github', 'wrong', 'warned');
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(
        /^::warning file=warned\/course\.md,line=1,col=1,title=review-overdue::.*%0A.*$/,
      ),
      expect.stringMatching(
        /^::error file=wrong\/01-first\.md,line=8,col=1,title=block-id-missing::.*%0A.*$/,
      ),
      expect.stringMatching(/^::error file=wrong\/01-first\.md,line=18,col=17,title=link-dead::/),
      '2 courses, 4 files: 2 errors, 1 warning',
      '',
    ]);
  });

  test('mends, says what it wrote, and then has nothing left to mend', () => {
    const own = folderOfCourses();
    const first = run(own, '--fix', 'wrong');
    expect(first.status).toBe(1);
    expect(first.stdout).toMatch(
      /^wrote wrong\/01-first\.md: #which in line 8, 1 line without white space at the end, the end of the last line\n/,
    );
    expect(first.stdout).not.toContain('block-id-missing');
    const mended = bytesBelow(own);
    expect(run(own, '--fix', 'wrong').stdout).not.toContain('wrote');
    expect(bytesBelow(own)).toEqual(mended);
  });

  test('from npm, paths are relative to where the person is', () => {
    const { stdout, status } = spawnSync(process.execPath, [script, 'check', 'right'], {
      cwd: join(script, '../..'),
      env: { ...process.env, npm_lifecycle_event: 'check-courses', INIT_CWD: folder },
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, '1 course, 2 files: 0 errors, 0 warnings\n']);
  });
});

describe('the arguments', () => {
  const folder = folderOfCourses();
  const today = new Date('2026-11-24T12:00:00Z');
  const outcome = (...argv: string[]) => checkCourses(argv, folder, today);

  test('take several paths, each course once', () => {
    expect(outcome('right', 'right/01-right', './right/').output).toBe(
      '1 course, 2 files: 0 errors, 0 warnings\n',
    );
  });

  test('take courses where no path is named', () => {
    const here = temporaryFolder();
    writeFiles(here, smallCourse('courses/01-one', 'one'));
    expect(checkCourses([], here, today)).toMatchObject({ status: 0, mistake: '' });
  });

  test('tell how they are used', () => {
    const { status, output } = outcome('--help');
    expect(status).toBe(0);
    for (const word of ['PATH', '--format', '--strict', '--fix', 'Exit status']) {
      expect(output).toContain(word);
    }
    expect(outcome('-h').output).toBe(output);
  });

  test.each([
    [['--format', 'xml', 'right'], '--format takes text, json, github, not xml.\n'],
    [['--format'], /^Option '--format <value>' argument missing\.\n$/],
    [['--strict=yes', 'right'], /^Option '--strict' does not take an argument\.\n$/],
    [['--format', 'constructor', 'right'], /not constructor/],
    [['right', ''], 'A path is empty.\n'],
    [['right', 'nowhere'], 'There is no nowhere.\n'],
    [[], 'There is no courses.\n'],
    [['empty'], 'There is no course in empty.\n'],
    [['wrong/course.md'], 'wrong/course.md is a file. Name the folder of the course.\n'],
  ])('are refused with words: %j', (argv, words) => {
    const { status, output, mistake } = outcome(...argv);
    expect([status, output]).toEqual([2, '']);
    expect(mistake).toMatch(words);
  });

  test('with a wrong path, nothing is mended', () => {
    const own = folderOfCourses();
    const before = bytesBelow(own);
    expect(checkCourses(['wrong', 'nowhere', '--fix'], own, today).status).toBe(2);
    expect(bytesBelow(own)).toEqual(before);
  });
});

test('a folder that only looks like a course of its own', () => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'a/01-first.md': lessonText('First'), 'b/README.md': 'words' });
  mkdirSync(join(folder, 'c'));
  const read = (path: string) => checkCourses([path], folder, new Date()).output;
  expect(read('a')).toContain('course-file-missing');
  expect(read('.')).toContain('2 courses, 1 file');
});

test('package.json names the script', () => {
  const { scripts } = JSON.parse(readFileSync(join(script, '../../package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(scripts['check-courses']).toBe('node build/deskwise.mjs check');
});
