// The three forms of a report; what a course says must not act in a terminal or a workflow.
import { describe, expect, test } from 'vitest';
import { fillWords, rules } from '../../../core/course/rules';
import type { Finding } from './check';
import { type Report, reports } from './report';

const finding = (file: string, values: Record<string, string>, line = 3): Finding => {
  const { severity, what, mend } = rules['matter-key-unknown'];
  return {
    ...{ file, line, column: 7, severity, rule: 'matter-key-unknown' as const, values },
    what: fillWords(what, values),
    mend: fillWords(mend, values),
  };
};

const reportOf = (findings: Finding[], more: Partial<Report> = {}): Report => ({
  findings,
  counts: { courses: 1, files: 2, errors: findings.length, warnings: 0 },
  organisationKeys: [],
  fixed: [],
  ...more,
});

const fixed = [
  { file: 'c/01.md', ids: [{ line: 4, id: 'what-is' }], lines: 2, finalNewline: true },
  { file: 'c/02.md', ids: [], lines: 1, finalNewline: false },
];

describe('text', () => {
  test('has place, rule, words and how to mend it, the fixes before and the count at the end', () => {
    const keys = ['org.a', 'org.b'].map((key) => ({ key, fallbacks: ['x'] }));
    const findings = [finding('c/01.md', { key: 'aim', known: 'id, title' })];
    expect(reports.text(reportOf(findings, { fixed, organisationKeys: keys }))).toBe(
      [
        'wrote c/01.md: #what-is in line 4, 2 lines without white space at the end, the end of the last line',
        '',
        'wrote c/02.md: 1 line without white space at the end',
        '',
        'c/01.md:3:7 error matter-key-unknown',
        '  The front matter key “aim” does not exist.',
        '  Correct or remove it. These keys exist: id, title.',
        '',
        'Words of the organisation in use: org.a, org.b',
        '',
        '1 course, 2 files: 1 error, 0 warnings',
        '',
      ].join('\n'),
    );
  });

  test('writes out what would act in a terminal', () => {
    const evil = '\u001b]0;title\u0007\u001b[2J\r\u202eabc\u2066\u009b31m';
    const text = reports.text(reportOf([finding(`${evil}\n.md`, { key: evil, known: 'id' })]));
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
    expect(text.split('\n')[0]).toMatch(/^\\u\{1b\}\]0;title.*\\u\{a\}\.md:3:7 error/);
    expect(text).toContain('\\u{202e}abc');
  });
});

test('json is the whole result', () => {
  const findings = [finding('c/01.md', { key: '"\n', known: 'id' })];
  const keys = [{ key: 'org.a', fallbacks: ['x', 'y'] }];
  const report = reportOf(findings, { fixed, organisationKeys: keys });
  const read = JSON.parse(reports.json(report)) as Record<string, unknown>;
  expect(read).toEqual({
    problems: findings,
    counts: report.counts,
    organisationKeys: keys,
    fixed,
  });
  expect(Object.keys(findings[0] ?? {}).sort()).toEqual(
    ['file', 'line', 'column', 'severity', 'rule', 'what', 'mend', 'values'].sort(),
  );
});

/** As the runner reads a line: the other way round than `report.ts` writes it. */
function readCommand(line: string) {
  const match = /^::(\w+) (.*?)::(.*)$/.exec(line);
  if (!match) return undefined;
  const [, name, list = '', data = ''] = match;
  const plain = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = list.split(',').map((each) => {
    const equals = each.indexOf('=');
    return [each.slice(0, equals), plain(each.slice(equals + 1))];
  });
  return { name, properties: Object.fromEntries(properties) as unknown, data: plain(data) };
}

describe('github', () => {
  test('gives an annotation for each problem, and the count', () => {
    const lines = reports
      .github(reportOf([finding('c/01.md', { key: 'aim', known: 'id, title' })], { fixed }))
      .split('\n');
    expect(lines).toEqual([
      '::notice file=c/01.md,title=fixed::#what-is in line 4, 2 lines without white space at the end, the end of the last line',
      '::notice file=c/02.md,title=fixed::1 line without white space at the end',
      '::error file=c/01.md,line=3,col=7,title=matter-key-unknown::The front matter key “aim” does not exist.%0ACorrect or remove it. These keys exist: id, title.',
      '1 course, 2 files: 1 error, 0 warnings',
      '',
    ]);
  });

  test.each(['100 %', '%0A', '%250A', 'a\r\nb\n::set-output name=x::y', 'a: b, c', '::', 'ü'])(
    'escapes what would end it: %j',
    (key) => {
      const file = `odd, 100%: ${key}.md`;
      const line = reports.github(reportOf([finding(file, { key, known: 'id' })])).split('\n');
      expect(line).toHaveLength(3);
      const command = readCommand(line[0] ?? '');
      expect(command).toMatchObject({
        name: 'error',
        properties: { file, line: '3', col: '7', title: 'matter-key-unknown' },
      });
      expect(command?.data).toContain(`“${key}”`);
    },
  );
});
