// Nothing that somebody hands in stops the app: no text throws, none takes long, each gets a report.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchangeSoup } from '../../tests/exchange-arbitraries';
import { valuesMissing } from '../../tests/exchange-words';
import { nastyTexts } from '../../tests/nasty-texts';
import { growth, linear } from '../../tests/thread-cost';
import { parseLesson } from '../course/parse';
import { exchangeFormats } from '.';
import type { Imported, ImportOptions } from './format';
import { exchangeLimits } from './limits';
import { messages } from './report';

const options: ImportOptions = { title: 'Questions', language: 'en' };
const formats = Object.entries(exchangeFormats);

/** Under which message the report names a mistake of the lesson that was made. */
const named: Readonly<Record<string, string>> = { 'image-words-missing': 'picture-words-missing' };
/** LiaScript is told of in the words of pages. */
const namedOnPages: Readonly<Record<string, string>> = { 'explanation-missing': 'why-missing' };

function check({ lessons, assets, report }: Imported, lines: number): void {
  expect(report.length).toBeGreaterThan(0);
  for (const row of report) {
    const { line, message, what, values } = row;
    expect(valuesMissing(row), message).toEqual([]);
    if (row.of !== 'pages') expect(what).toBe(messages[row.message]);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(JSON.stringify(values)).not.toContain('null');
  }
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  const said = new Set(report.map(({ message }) => String(message)));
  const rules = new Set(report.map(({ values }) => values.rule));
  const ids: string[] = [];
  const paths = new Set([
    ...assets.map(({ path }) => path),
    ...lessons.map(({ name }) => name),
    // Lessons join a course that has one.
    'course.md',
  ]);
  for (const { name, text } of lessons) {
    expect(name).toMatch(/^\d{2,}-[a-z][a-z0-9]*(-[a-z0-9]+)*\.md$/);
    const { problems, references, matter, items, kept } = parseLesson(name, text);
    for (const { id } of [...items, ...kept]) ids.push(id);
    expect(matter.title).toBeTruthy();
    for (const { rule } of problems) {
      expect(
        [named[rule], namedOnPages[rule], rule].some((each) => said.has(String(each))) ||
          rules.has(rule),
        `${rule} in ${text}`,
      ).toBe(true);
    }
    for (const { target } of references) {
      if (target.to === 'file') expect([...paths]).toContain(target.path);
    }
  }
  const saidKept = report.flatMap(({ message, values }) =>
    message === 'question' ? [values.id] : [],
  );
  expect(saidKept.sort()).toEqual(ids.sort());
  const names = lessons.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
}

const linesIn = (text: string): number => text.split(/\r\n?|\n/).length;

/** Enough of a file for its importer to go on to what is inside. */
const frames: Readonly<Record<string, (text: string) => string>> = {
  gift: (text) => `::a::${text}\n\nb {${text}}\n\nc {=${text} ~d}`,
  'moodle-xml': (text) =>
    `<quiz><question type="multichoice"><name><text>a</text></name><questiontext format="html"><text><![CDATA[${text.replaceAll(']]>', '')}]]></text></questiontext><answer fraction="100"><text><![CDATA[${text.replaceAll(']]>', '')}]]></text></answer><answer><text>b</text></answer></question></quiz>`,
  'edx-markdown': (text) => `${text}\n\n(x) a\n( ) b\n\n---\n\n${text}`,
  csv: (text) =>
    `Question,Option A,Option B,Answer,Feedback A\n"${text.replaceAll('"', '""')}","${text.replaceAll('"', '""')}",b,A,c\n${text}`,
};

describe.each(formats)('%s', (id, format) => {
  const texts = fc.oneof(
    exchangeSoup,
    nastyTexts.map(({ text }) => text),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  test('reads any text without throwing, and reports on it', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isFramed) => {
        const whole = isFramed ? (frames[id]?.(text) ?? text) : text;
        check(format.import(whole, options), linesIn(whole));
      }),
      { numRuns: 400 },
    );
  });

  test('reads the same again, and whatever its lines end with', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clean = text.replace(/\r/g, '');
        const imported = format.import(clean, options);
        expect(format.import(clean, options)).toEqual(imported);
        expect(format.import(clean.replaceAll('\n', '\r\n'), options)).toEqual(imported);
        expect(format.import(`\ufeff${clean}`, options)).toEqual(imported);
      }),
      { numRuns: 100 },
    );
  });

  test('refuses what is too large', () => {
    const { lessons, report } = format.import('x'.repeat(exchangeLimits.length + 1), options);
    expect(lessons).toEqual([]);
    expect(report.map(({ message }) => message)).toEqual(['too-large']);
  });

  test('says when there is nothing in it', () => {
    const { lessons, report } = format.import('', options);
    expect(lessons).toEqual([]);
    expect(report.map(({ message }) => message)).toContain('nothing-found');
  });
});

const times = (text: string, count: number): string => text.repeat(count);
const each = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const html = (text: string): string => `::a::[html]${text}{=b ~c}`;
const quiz = (text: string): string => `<quiz>${text}</quiz>`;
const moodle = (type: string, inside: string): string =>
  quiz(`<question type="${type}"><name><text>a</text></name>${inside}</question>`);

/** Each took, or might take, a careless reader quadratic time. */
const patterns: Readonly<
  Record<keyof typeof exchangeFormats, Record<string, (n: number) => string>>
> = {
  gift: {
    questions: (n) => each(n, (at) => `::t${at}::q {=a ~b}\n\n`),
    'questions with one title': (n) => times('::t::q {=a ~b}\n\n', n),
    'questions without a title': (n) => times('q {T}\n\n', n),
    'braces that stay open': (n) => times('a {\n\n', n),
    'braces in one line': (n) => times('{', n),
    'braces that close': (n) => times('}\n', n),
    answers: (n) => `q {${each(n, (at) => `=a${at}#f `)}}`,
    options: (n) => `q {=r ${each(n, (at) => `~a${at}#f `)}}`,
    pairs: (n) => `q {${each(n, (at) => `=a${at} -> b${at} `)}}`,
    numbers: (n) => `q {#${each(n, (at) => `=${at}:1#f `)}}`,
    'lines of one text': (n) => `q${times('\\nx', n)} {T}`,
    'paragraphs of one text': (n) => `q${times('\\n\\nx', n)} {T}`,
    escapes: (n) => `q ${times('\\{', n)} {T}`,
    'colons of a title': (n) => times('::', n),
    comments: (n) => times('// a\n', n),
    categories: (n) => each(n, (at) => `$CATEGORY: a/${at}\n\nq {T}\n\n`),
    'slashes of a category': (n) => `$CATEGORY: ${times('/', n)}\n\nq {T}`,
    'open tags': (n) => html(times('<b>', n)),
    'open tags and other ends': (n) => html(times('<b>', n) + times('</i>', n)),
    'tags that stay open': (n) => html(times('<a ', n)),
    'nested lists': (n) => html(times('<ul><li>', n)),
    'nested tables': (n) => html(times('<table><tr><td>', n)),
    'cells of a table': (n) => html(`<table>${times('<tr><td>a</td></tr>', n)}</table>`),
    paragraphs: (n) => html(times('<p>a</p>', n)),
    'forms beside each other': (n) => html(times('<b>a</b><i>b</i>', n)),
    'white space': (n) => html(`a${times(' ', n)}b`),
    entities: (n) => html(times('&amp;', n)),
    'what looks like tags': (n) => `q ${times('<a ', n)} {T}`,
    'stars of Markdown': (n) => `[markdown]${times('*a ', n)} {T}`,
    'brackets of Markdown': (n) => `[markdown]${times('[', n)} {T}`,
    addresses: (n) => `q ${times('https\\://a.example/( ', n)} {T}`,
  },
  'moodle-xml': {
    elements: (n) => quiz(times('<question type="x"></question>', n)),
    'open elements': (n) => times('<quiz>', n),
    'bare ampersands': (n) => quiz(times('&', n)),
    'ampersands and CDATA': (n) => quiz(times('<![CDATA[&', n)),
    'comments that stay open': (n) => quiz(times('<!--', n)),
    answers: (n) =>
      moodle(
        'multichoice',
        each(n, (at) => `<answer fraction="${at ? 0 : 100}"><text>${at}</text></answer>`),
      ),
    'words to drag': (n) =>
      moodle(
        'ddwtos',
        `<questiontext><text>${times('[[1]] ', n)}</text></questiontext>${times('<dragbox><text>a</text></dragbox>', n)}`,
      ),
    'places for two words': (n) =>
      moodle(
        'ddwtos',
        `<questiontext><text>${times('[[1]] ', n)}</text></questiontext>${times('<dragbox><text>a</text></dragbox>', 2)}`,
      ),
    files: (n) =>
      moodle(
        'description',
        `<questiontext format="html"><text>${each(n, (at) => `&lt;img src="@@PLUGINFILE@@/${at}.png"&gt;`)}</text>${each(n, (at) => `<file name="${at}.png" encoding="base64">AA${at % 10}=</file>`)}</questiontext>`,
      ),
    'files of one name': (n) =>
      moodle(
        'description',
        `<questiontext format="html"><text>${each(n, (at) => `&lt;img src="@@PLUGINFILE@@/${at}/a.png"&gt;`)}</text>${each(n, (at) => `<file name="a.png" path="/${at}/" encoding="base64">${btoa(`x${at}`)}</file>`)}</questiontext>`,
      ),
    'declared entities': (n) =>
      `<!DOCTYPE q [${each(n, (at) => `<!ENTITY e${at} "${at ? `&e${at - 1};&e${at - 1};` : 'x'}">`)}]>${quiz(`&e${n - 1};`)}`,
  },
  'edx-markdown': {
    problems: (n) => times('q\n\n(x) a\n( ) b\n\n---\n\n', n),
    'groups of answers': (n) => times('q\n\n(x) a\n( ) b\n\n', n),
    'answers with empty lines': (n) => `q\n\n${each(n, (at) => `( ) a${at}\n\n`)}(x) b`,
    'drop-downs': (n) => times('a [[b, (c)]]\n', n),
    'drop-downs that stay open': (n) => times('a [[\n', n),
    'options of a drop-down': (n) => `q [[${each(n, (at) => `(a${at}), `)}b]]`,
    'lines of a drop-down': (n) => `q [[\n${each(n, (at) => `a${at}\n`)}(b)\n]]`,
    'labels that stay open': (n) => times('>>', n),
    'braces that stay open': (n) => `q\n(x) a ${times('{{', n)}`,
    'spaces in feedback': (n) => `q\n[x] a {{selected: b${times(' ', n)}c}}`,
    'bars of a hint': (n) => times('||', n),
    explanations: (n) => times('[explanation]\na\n', n),
    titles: (n) => times('a\n===\n', n),
    'lines that say nothing': (n) => `${times('\n', n)}a\n===\nq\n(x) a`,
  },
  liascript: {
    headings: (n) => each(n, (at) => `## h${at}\n\ntext\n\n`),
    quizzes: (n) => each(n, (at) => `q${at}\n\n[(X)] a\n[( )] b\n\n`),
    'answers of a quiz': (n) => `q\n\n${each(n, (at) => `[( )] a${at}\n`)}[(X)] b`,
    'rows of a matrix': (n) => `q\n\n[(a) (b)]\n${times('[(X) ( )] r\n', n)}`,
    'hints without a quiz': (n) => times('[[?]] h\n', n),
    'heads that stay open': (n) => times('<!--\n', n),
    'effects and stars': (n) => times('{{1}}\n****\n', n),
    'macros that stay open': (n) => times('@a(', n),
  },
  csv: {
    rows: (n) => `Question,Answer\n${each(n, (at) => `q${at},a\n`)}`,
    cells: (n) => `q,${times('a,', n)}`,
    'options named in one cell': (n) =>
      `Question,Option A,Option B,Answer\nq,a,b,"${times('A,', n)}"`,
    columns: (n) => `Question,${times('x,', n)}\nq`,
    'quotes that stay open': (n) => times('"a\n', n),
    quotes: (n) => times('"', n),
    'lines of a cell': (n) => `Question,Answer\n"${times('a\n', n)}",b`,
    categories: (n) => `Question,Answer,Topic\n${each(n, (at) => `q,a,t${at}\n`)}`,
  },
};

describe.each(formats)('%s takes linear time for', (id, format) => {
  test.each(Object.entries(patterns[id as keyof typeof patterns]))('%s', (_, make) => {
    const reading = (n: number) => {
      const text = make(n);
      return () => format.import(text, options);
    };
    expect(growth(reading, 4000)).toBeLessThanOrEqual(linear);
  });
});

describe('long texts', () => {
  test.each([
    ['breaks', exchangeFormats.gift, `::a::q${'\\nx'.repeat(30_000)} {T}`],
    ['paragraphs', exchangeFormats.gift, `::a::q${'\\n\\nx'.repeat(20_000)} {T}`],
    ['answers', exchangeFormats.gift, `q {${'=a '.repeat(200_000)}}`],
    ['tags', exchangeFormats.gift, `[html]${'<b>'.repeat(200_000)} {T}`],
    ['elements', exchangeFormats['moodle-xml'], '<a>'.repeat(200_000)],
    [
      'answers in XML',
      exchangeFormats['moodle-xml'],
      moodle('multichoice', '<answer><text>a</text></answer>'.repeat(100_000)),
    ],
    ['options', exchangeFormats['edx-markdown'], `q\n${'(x) a\n'.repeat(100_000)}`],
    ['cells', exchangeFormats.csv, 'a,'.repeat(200_000)],
    ['rows', exchangeFormats.csv, 'q,a,b\n'.repeat(10_000)],
  ])('do not overflow anything: %s', (_, format, text) => {
    check(format.import(text, options), linesIn(text));
  });
});
