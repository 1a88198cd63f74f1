// A course put together from its files.
import { describe, expect, test } from 'vitest';
import { madeFrom } from '../../tests/unit/support/course-files';
import { assembleCourse, type Course, lessonIdOf, resolvePath, sortProblems } from './course';
import { isGlossary, termsFor } from './glossary';
import { bestLesson, bestText, glossaryOf } from './in-language';
import { parseCourseFile, parseGlossary, parseLesson } from './parse';
import type { Problem } from './problem';

const courseText = (language = 'en', more = ''): string =>
  `---\nid: phishing\ntitle: Title ${language}\nsummary: S\nlanguage: ${language}\nversion: 1.2.3\nlevel: basic\nformat: 1\n${more}---\nAbout ${language}.\n`;
const lessonText = (body = '', more = ''): string =>
  `---\ntitle: T\nobjectives: [Do it]\n${more}---\n${body}`;
const question = (id: string, answers = '- [x] a\n  > f\n- [ ] b\n  > f'): string =>
  `::: choice #${id}\nQ\n\n${answers}\n\n> [!WHY] w\n:::\n\n`;

/** Texts by path; files without text are assets. */
function assemble(files: Record<string, string>, folder = '07-phishing'): Course {
  const paths = Object.keys(files);
  const isCourse = (path: string): boolean => path.endsWith('course.md');
  const texts = paths.filter((path) => path.endsWith('.md') && !path.startsWith('assets/'));
  return assembleCourse({
    folder,
    files: paths,
    courseFiles: texts.filter(isCourse).map((path) => parseCourseFile(path, files[path] ?? '')),
    glossaries: texts.filter(isGlossary).map((path) => parseGlossary(path, files[path] ?? '')),
    lessonFiles: texts
      .filter((path) => !isCourse(path) && !isGlossary(path))
      .map((path) => parseLesson(path, files[path] ?? '')),
    problems: [],
  });
}

const problemsOf = (course: Course): string[] =>
  course.problems.map(({ rule, file, line, column, values }) =>
    `${rule} ${file}:${line}:${column} ${Object.values(values).join(' ')}`.trim(),
  );
const hashOf = (path: string, text: string): string => parseLesson(path, text).hash;

describe('a course', () => {
  const course = assemble({
    'course.md': courseText(),
    '10-ten.md': lessonText(),
    '2-two.md': lessonText(),
    '01-one.md': lessonText(question('a')),
    'assets/x.svg': '',
  });

  test('has its lessons in the order of their numbers', () => {
    expect(course.texts[0].lessons.map(({ id }) => id)).toEqual(['one', 'two', 'ten']);
  });

  test('has the id, version and words of its course.md', () => {
    expect(course).toMatchObject({ id: 'phishing', version: '1.2.3', problems: [] });
    expect(course.texts).toHaveLength(1);
    expect(course.texts[0]).toMatchObject({
      language: 'en',
      folder: '',
      matter: { title: 'Title en', pass: 80 },
      about: [{ type: 'paragraph' }],
    });
    expect(course.files).toContain('assets/x.svg');
  });

  test('has lessons with their items', () => {
    expect(course.texts[0].lessons[0]).toMatchObject({
      file: '01-one.md',
      broken: false,
      stale: false,
      items: [{ id: 'a' }],
    });
  });
});

describe('what is missing', () => {
  test('without course.md the folder names the course', () => {
    const course = assemble({ '01-a.md': lessonText() });
    expect(course).toMatchObject({ id: 'phishing', version: '0.0.0' });
    expect(course.texts[0].matter.title).toBe('07-phishing');
    expect(problemsOf(course)).toEqual(['course-file-missing course.md:1:1']);
  });

  test('a course without lessons says so', () => {
    expect(problemsOf(assemble({ 'course.md': courseText() }))).toEqual([
      'course-without-lessons course.md:1:1',
    ]);
  });

  test('an empty folder is a course with a problem', () => {
    const course = assemble({});
    expect(course.texts[0].lessons).toEqual([]);
    expect(problemsOf(course)).toEqual(['course-file-missing course.md:1:1']);
  });

  test('what course.md leaves out or gets wrong is filled in, never shared between courses', () => {
    const broken = assemble({ 'course.md': '---\nlevel: hard\n---\n', '01-a.md': lessonText() });
    expect(broken.texts[0].matter).toEqual({
      id: 'phishing',
      title: '07-phishing',
      language: 'en',
      version: '0.0.0',
      summary: '',
      level: 'basic',
      topics: [],
      competences: [],
      prerequisites: [],
      pass: 80,
      sure: 'graded',
      authors: [],
      facts: [],
      sources: [],
      hidden: false,
      format: 1,
    });
    const other = assemble({}, 'other');
    expect(other.texts[0].matter.topics).not.toBe(broken.texts[0].matter.topics);
  });

  test('problems of the folder come along', () => {
    const problem: Problem = {
      rule: 'file-not-utf8',
      file: '01-a.md',
      line: 1,
      column: 1,
      values: {},
    };
    const course = assembleCourse({
      folder: 'x',
      files: ['01-a.md', 'course.md'],
      courseFiles: [parseCourseFile('course.md', courseText())],
      lessonFiles: [parseLesson('01-a.md', lessonText())],
      problems: [problem],
    });
    expect(course.problems).toEqual([problem]);
    expect(course.texts[0].lessons[0]?.broken).toBe(true);
  });
});

describe('ids of lessons', () => {
  test.each([
    ['01-why-it-works.md', 'why-it-works'],
    ['1_Why.it works.md', 'why-it-works'],
    ['intro.md', 'intro'],
    ['es/02-b.md', 'b'],
    ['007.md', 'lesson'],
    ['01-ما هو.md', 'lesson'],
    ['03 - Über uns.md', 'ber-uns'],
  ])('%s → %s', (file, id) => {
    expect(lessonIdOf(file)).toBe(id);
  });

  test('front matter comes before the file name', () => {
    const course = assemble({
      'course.md': courseText(),
      '01-a.md': lessonText('', 'id: other\n'),
    });
    expect(course.texts[0].lessons[0]?.id).toBe('other');
  });

  test('of two equal ones the first stays', () => {
    const course = assemble({
      'course.md': courseText(),
      '01-a.md': lessonText(),
      '02-a.md': lessonText(),
      '03-b.md': lessonText('', 'id: a\n'),
    });
    expect(course.texts[0].lessons.map(({ file }) => file)).toEqual(['01-a.md']);
    expect(problemsOf(course)).toEqual([
      'lesson-id-double 02-a.md:1:1 a 01-a.md',
      'lesson-id-double 03-b.md:1:1 a 01-a.md',
    ]);
  });
});

describe('a lesson is broken', () => {
  test.each([
    ['without front matter', 'text'],
    ['with front matter that has no end', '---\ntitle: T\n'],
    ['with front matter that is no YAML', '---\ntitle: "T\n---\n'],
    ['with too much front matter', lessonText('', `# ${'x'.repeat(40_000)}\n`)],
    ['with a text that is too tangled', lessonText('>***\na\n'.repeat(2000))],
  ])('%s', (_, text) => {
    const course = assemble({ 'course.md': courseText(), '01-a.md': text });
    expect(course.texts[0].lessons[0]).toMatchObject({ id: 'a', broken: true });
  });

  test('but not by a mistake in a question', () => {
    const course = assemble({
      'course.md': courseText(),
      '01-a.md': lessonText('::: choice\n:::\n'),
    });
    expect(course.texts[0].lessons[0]).toMatchObject({ broken: false, items: [] });
  });
});

describe('links', () => {
  const course = assemble({
    'course.md': `${courseText()}[a](01-a.md#here) [b](course.md#there)\n`,
    '01-a.md': lessonText(
      [
        '## Here',
        '[self](#here) [dead](#there) [a](01-a.md#here) [b](02-b.md)',
        '[c](03-c.md) [d](02-b.md#gone) [e](assets/x.pdf#page=2) [f](glossary.md#term)',
        '![x](assets/x.svg) ![y](assets/y.svg) [z](assets/x.svg)',
        '- [list](gone-list.md)',
        '> [quote](gone-quote.md)',
        '',
        question('q', '- [x] [a](gone-answer.md)\n  > [f](gone-feedback.md)\n- [ ] b\n  > f'),
      ].join('\n\n'),
    ),
    '02-b.md': lessonText(),
    'glossary.md': '## Other',
    'assets/x.pdf': '',
    'assets/x.svg': '',
  });

  test('that lead nowhere are found, each at its place', () => {
    // The glossary is no lesson here: as the library, the test leaves it out below.
    expect(problemsOf(course).filter((problem) => !problem.includes('glossary'))).toEqual([
      'link-anchor-dead 01-a.md:7:22 there 01-a.md',
      'link-dead 01-a.md:9:5 03-c.md',
      'link-anchor-dead 01-a.md:9:18 gone 02-b.md',
      'asset-missing 01-a.md:11:25 assets/y.svg',
      'link-dead 01-a.md:13:10 gone-list.md',
      'link-dead 01-a.md:15:11 gone-quote.md',
      'link-dead 01-a.md:22:11 gone-answer.md',
      'link-dead 01-a.md:23:9 gone-feedback.md',
      'link-anchor-dead course.md:11:23 there course.md',
    ]);
  });

  test('to anchors of files that are no lessons are left to their readers', () => {
    const withGlossary = assembleCourse({
      folder: 'x',
      files: ['course.md', '01-a.md', 'glossary.md'],
      courseFiles: [parseCourseFile('course.md', courseText())],
      lessonFiles: [parseLesson('01-a.md', lessonText('[t](glossary.md#term)'))],
      problems: [],
    });
    expect(withGlossary.problems).toEqual([]);
  });

  test('may lead to headings inside questions and folded text', () => {
    const inside = assemble({
      'course.md': courseText(),
      '01-a.md': lessonText(
        '[a](#in-question) [b](#in-folds)\n\n::: details T\n## In folds\n:::\n\n::: truefalse #q\n## In question\n\n- [x] a\n  > f\n\n> [!WHY] w\n:::\n',
      ),
    });
    expect(inside.problems).toEqual([]);
  });

  test.each([
    ['', 'a.md', 'a.md'],
    ['es', 'a.md', 'es/a.md'],
    ['es', 'b.md', 'b.md'],
    ['es', 'es/a.md', 'es/a.md'],
    ['es', 'c.md', undefined],
    ['', 'es', undefined],
    ['es', 'assets/x.svg', 'es/assets/x.svg'],
    ['fr', 'assets/x.svg', 'assets/x.svg'],
  ])('from folder %j the path %s leads to %s', (folder, path, found) => {
    const files = new Set(['a.md', 'b.md', 'es/a.md', 'assets/x.svg', 'es/assets/x.svg']);
    expect(resolvePath(folder, path, files)).toBe(found);
  });

  test('of a translation lead to its own files first, then to those of the course', () => {
    const source = lessonText('![x](assets/x.svg)');
    const translated = assemble({
      'course.md': courseText(),
      '01-a.md': source,
      '02-b.md': lessonText('## Only in English'),
      'es/course.md': courseText('es'),
      'es/01-a.md': madeFrom(
        source,
        lessonText(
          '![x](assets/x.svg) ![y](assets/y.svg) [b](02-b.md#only-in-english) ![z](assets/z.svg)',
        ),
      ),
      'assets/x.svg': '',
      'assets/y.svg': '',
      'es/assets/x.svg': '',
    });
    expect(problemsOf(translated)).toEqual(['asset-missing es/01-a.md:6:73 assets/z.svg']);
  });
});

describe('translations', () => {
  const source = lessonText(question('a') + question('b'));
  const files = {
    'course.md': courseText(),
    '01-a.md': source,
    '02-b.md': lessonText(),
    'es/course.md': courseText('es'),
  };
  const translated = (text: string, more: Record<string, string> = {}) =>
    assemble({ ...files, 'es/01-a.md': madeFrom(source, text), ...more });
  const asItStands = (text: string) => assemble({ ...files, 'es/01-a.md': text });
  const es = (course: Course) => course.texts[1]?.lessons;

  test('have the same lessons, as far as they go', () => {
    const course = translated(source);
    expect(course.texts.map(({ language, folder }) => [language, folder])).toEqual([
      ['en', ''],
      ['es', 'es'],
    ]);
    expect(es(course)).toMatchObject([{ id: 'a', broken: false, stale: false }]);
    expect(course.problems).toEqual([]);
  });

  test('keep the id of the source, whatever they say', () => {
    expect(es(translated(lessonText(question('a') + question('b'), 'id: other\n')))).toMatchObject([
      { id: 'a' },
    ]);
  });

  test('are stale when the source has changed, and not when it is the same', () => {
    const stale = asItStands(lessonText(question('a') + question('b'), 'source: "0123"\n'));
    expect(es(stale)).toMatchObject([{ stale: true, broken: false }]);
    expect(problemsOf(stale)).toEqual([
      `translation-stale es/01-a.md:1:1 ${hashOf('01-a.md', source)}`,
    ]);
    const fresh = translated(lessonText(question('a') + question('b')));
    expect(es(fresh)).toMatchObject([{ stale: false }]);
  });

  test('that do not say what they were made from are shown, and it is said what to write', () => {
    const silent = asItStands(source);
    expect(es(silent)).toMatchObject([{ stale: false, broken: false }]);
    expect(problemsOf(silent)).toEqual([
      `translation-source-missing es/01-a.md:1:1 ${hashOf('01-a.md', source)}`,
    ]);
  });

  test.each([
    [
      'a value that is no text',
      lessonText(question('a') + question('b'), 'source: 12\n'),
      'matter-value',
    ],
    ['front matter that cannot be read', '---\ntitle: [\n---\n', 'matter-yaml'],
  ])('are not told to name their source where there is %s', (_, text, rule) => {
    const { problems } = asItStands(text);
    expect(problems.map((each) => each.rule)).toContain(rule);
    expect(problems.map((each) => each.rule)).not.toContain('translation-source-missing');
  });

  test('have the settings and revisions of the source: they cannot change what an answer is worth', () => {
    const set = (attributes: string) =>
      lessonText(question('a').replace('#a', `#a ${attributes}`) + question('b'));
    const course = translated(
      set('{points=9 hintcost=1 tries=5 sure=no review=no competence=1.1 shuffle=no}').replace(
        'Q',
        'Pregunta',
      ),
    );
    const [own] = course.texts[0].lessons;
    expect(es(course)?.[0]?.items[0]).toMatchObject({
      points: 1,
      hintCost: 0,
      tries: null,
      sure: true,
      review: true,
      competence: null,
      shuffled: true,
      revision: own?.items[0]?.revision,
      question: [{ children: [{ text: 'Pregunta' }] }],
    });
  });

  test.each([
    ['a block is missing', question('a'), 'choice #b is missing', 1],
    ['a block is new', question('a') + question('b') + question('c'), 'choice #c is new', 28],
    [
      'a block is of another kind',
      question('a') + question('b').replace('choice', 'truefalse'),
      'choice #b is missing',
      1,
    ],
    [
      'another answer is right',
      question('a') + question('b', '- [ ] a\n  > f\n- [x] b\n  > f'),
      'choice #b has other answers',
      17,
    ],
    [
      'an answer is missing',
      question('a') + question('b', '- [x] a\n  > f\n- [ ] b\n  > f\n- [ ] c\n  > f'),
      'choice #b has other answers',
      17,
    ],
  ])('are broken when %s', (_, body, difference, line) => {
    const course = translated(lessonText(body));
    expect(problemsOf(course)).toEqual([`translation-blocks es/01-a.md:${line}:1 ${difference}`]);
    expect(es(course)).toMatchObject([{ broken: true }]);
  });

  test('may have their blocks in another order', () => {
    expect(translated(lessonText(question('b') + question('a'))).problems).toEqual([]);
  });

  test.each([
    ['order', '1. a\n2. b\n3. c', '1. x\n2. y\n3. z', true],
    ['order', '1. a\n2. b\n3. c', '1. x\n2. y\n3. z\n4. u', false],
    [
      'match',
      '| l | r |\n| - | - |\n| a | 1 |\n| b | 2 |',
      '| l | r |\n| - | - |\n| x | 3 |\n| y | 4 |',
      true,
    ],
    [
      'match',
      '| l | r |\n| - | - |\n| a | 1 |\n| b | 2 |',
      '| l | r |\n| - | - |\n| a | 1 |\n| b | 2 |\n| | 3 |',
      false,
    ],
  ])('compare the shape of %s: %j and %j', (kind, one, other, same) => {
    const block = (body: string) => lessonText(`::: ${kind} #a\nQ\n\n${body}\n\n> [!WHY] w\n:::\n`);
    const course = assemble({ ...files, '01-a.md': block(one), 'es/01-a.md': block(other) });
    expect(es(course)?.[0]?.broken).toBe(!same);
  });

  test.each([
    ['[[a]] [[= 1]]', '[[b | c]] [[= 2]]', true],
    ['[[> a | b]]\n\n- [ ] b\n  > f', '[[> x | y]]\n\n- [ ] y\n  > f', true],
    ['[[> a | b]]\n\n- [ ] b\n  > f', '[[> x | y | z]]\n\n- [ ] y\n  > f\n- [ ] z\n  > f', false],
    ['[[a]]', '[[a]] [[b]]', false],
    ['[[a]]', '[[> a | b]]\n\n- [ ] b\n  > f', false],
  ])('compare the shape of blanks: %j and %j', (one, other, same) => {
    const block = (body: string) => lessonText(`::: blanks #a\n${body}\n\n> [!WHY] w\n:::\n`);
    const course = assemble({ ...files, '01-a.md': block(one), 'es/01-a.md': block(other) });
    expect(es(course)?.[0]?.broken).toBe(!same);
  });

  test.each([
    [
      'sort',
      '- A\n  - a\n    > f\n- B\n  - b\n    > f',
      '- X\n  - x\n    > f\n- Y\n  - y\n    > f',
      true,
    ],
    [
      'sort',
      '- A\n  - a\n    > f\n- B\n  - b\n    > f',
      '- X\n  - x\n    > f\n  - y\n    > f\n- Y\n  - z\n    > f',
      false,
    ],
    [
      'form',
      '| s | c | w |\n| - | - | - |\n| a | b / **c** | f |',
      '| s | c | w |\n| - | - | - |\n| x | y / **z** | f |',
      true,
    ],
    [
      'form',
      '| s | c | w |\n| - | - | - |\n| a | b / **c** | f |',
      '| s | c | w |\n| - | - | - |\n| x | y / **z** / u | f |',
      false,
    ],
    ['mark', '==a== b c\n\n- [x] a\n  > f', 'x y ==z u==\n\n- [x] z\n  > f', true],
    [
      'mark',
      '==a== b c\n\n- [x] a\n  > f',
      '==x== ==y== z\n\n- [x] x\n  > f\n- [x] y\n  > f',
      false,
    ],
  ])('compare the shape of %s, whatever its words: %j and %j', (kind, one, other, same) => {
    const block = (body: string) => lessonText(`::: ${kind} #a\nQ\n\n${body}\n\n> [!WHY] w\n:::\n`);
    const course = assemble({ ...files, '01-a.md': block(one), 'es/01-a.md': block(other) });
    expect(es(course)?.[0]?.broken).toBe(!same);
  });

  test('have a revision of their own only where an answer depends on the words', () => {
    const revisions = (body: string, other: string) => {
      const block = (text: string) => lessonText(`::: ${text}\n\n> [!WHY] w\n:::\n`);
      const course = assemble({ ...files, '01-a.md': block(body), 'es/01-a.md': block(other) });
      return course.texts.map(({ lessons }) => lessons[0]?.items[0]?.revision);
    };
    const mark = (text: string, words: string) => `mark #a\nQ\n\n${text}\n\n- [x] ${words}\n  > f`;
    const [own, translated] = revisions(mark('==a== b', 'a'), mark('x ==y==', 'y'));
    expect(own).not.toBe(translated);
    const form = (words: string) =>
      `form #a\nQ\n\n| s | c | w |\n| - | - | - |\n| ${words} | b / **c** | f |`;
    const [source, same] = revisions(form('one'), form('uno'));
    expect(source).toBe(same);
  });

  test('of lessons that are not there are reported and left out', () => {
    const course = translated(source, { 'es/09-x.md': lessonText() });
    expect(problemsOf(course)).toEqual(['translation-extra es/09-x.md:1:1']);
    expect(es(course)).toHaveLength(1);
  });

  test('whose folder says another language than the file are reported', () => {
    const course = assemble({ ...files, 'es/course.md': courseText('pt') });
    expect(problemsOf(course)).toEqual(['translation-language es/course.md:1:1 es pt']);
    expect(course.texts[1]?.language).toBe('es');
    const other = assemble({ ...files, 'pt-BR/course.md': courseText('pt-br') });
    expect(problemsOf(other)).toEqual([]);
  });

  test('without course.md are not shown, and it is said what they lack', () => {
    const course = assemble({ ...files, 'fr/01-a.md': source, 'fr/02-b.md': lessonText() });
    expect(problemsOf(course)).toEqual(['course-file-missing fr/course.md:1:1']);
    expect(course.texts).toHaveLength(2);
  });

  test('are not every folder with texts', () => {
    expect(assemble({ ...files, 'notes/to-do.md': lessonText() }).problems).toEqual([]);
  });
});

describe('the best language', () => {
  const files = { 'course.md': courseText('en'), '01-a.md': lessonText(), '02-b.md': lessonText() };
  const course = assemble({
    ...files,
    'es/course.md': courseText('es'),
    'es/01-a.md': lessonText(),
    'es/02-b.md': lessonText(),
    'es-MX/course.md': courseText('es-MX'),
    'es-MX/01-a.md': lessonText(),
    'es-MX/02-b.md': 'broken: no front matter',
    'pt-BR/course.md': courseText('pt-BR'),
    'pt-BR/02-b.md': lessonText(),
  });

  test.each([
    ['es', 'es'],
    ['es-MX', 'es-MX'],
    ['ES-mx', 'es-MX'],
    ['es-AR', 'es'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['est', 'en'],
    ['', 'en'],
  ])('for %s is %s', (wanted, language) => {
    expect(bestText(course, wanted).language).toBe(language);
  });

  test.each([
    ['a', 'es-MX', 'es-MX'],
    ['b', 'es-MX', 'es'],
    ['b', 'es', 'es'],
    ['b', 'pt', 'pt-BR'],
    ['a', 'pt', 'en'],
    ['a', 'fr', 'en'],
  ])(
    'for lesson %s in %s is %s: what is missing or broken is passed over',
    (id, wanted, language) => {
      expect(bestLesson(course, id, wanted)).toMatchObject({
        lesson: { id, broken: false },
        text: { language },
      });
    },
  );

  test('is the own one for a lesson that is broken everywhere, and none for one that is nowhere', () => {
    const broken = assemble({
      'course.md': courseText(),
      '01-a.md': 'no front matter',
      'es/course.md': courseText('es'),
      'es/01-a.md': 'no front matter',
    });
    expect(bestLesson(broken, 'a', 'es')).toMatchObject({
      lesson: { broken: true, file: '01-a.md' },
      text: { language: 'en' },
    });
    expect(bestLesson(broken, 'b', 'es')).toBeUndefined();
  });

  test('is the translation where the own lesson alone is broken', () => {
    const half = assemble({
      'course.md': courseText(),
      '01-a.md': 'no front matter',
      'es/course.md': courseText('es'),
      'es/01-a.md': lessonText(),
    });
    expect(bestLesson(half, 'a', 'es')).toMatchObject({ text: { language: 'es' } });
    expect(bestLesson(half, 'a', 'en')).toMatchObject({ lesson: { broken: true } });
  });
});

test('problems are sorted by file, line and column, numbers as numbers', () => {
  const at = (file: string, line: number, column: number): Problem => ({
    rule: 'answer-empty',
    file,
    line,
    column,
    values: {},
  });
  const sorted = [at('2-b.md', 1, 2), at('2-b.md', 2, 1), at('10-a.md', 1, 1), at('es/1.md', 1, 1)];
  expect(sortProblems([...sorted].reverse())).toEqual(sorted);
});

test('a course can be kept as JSON', () => {
  const course = assemble({ 'course.md': courseText(), '01-a.md': lessonText(question('a')) });
  expect(JSON.parse(JSON.stringify(course))).toEqual(course);
});

describe('the glossary', () => {
  const words = `## Phishing

A trap. See [bait](#bait).

## Bait

What it is made of. See [phishing](#phishing).

## Backup

A copy.
`;
  const linked = 'A [trap](glossary.md#phishing) and a [lesson](01-one.md).';
  const course = assemble({
    'course.md': courseText(),
    'glossary.md': words,
    '01-one.md': lessonText(linked),
    '02-two.md': lessonText('Nothing to look up.'),
    'es/course.md': courseText('es'),
    'es/glossary.md': '## Anzuelo\n\nUna trampa.\n',
    'es/01-one.md': madeFrom(lessonText(linked), lessonText('Un [anzuelo](glossary.md#anzuelo).')),
    'fr/course.md': courseText('fr'),
    'fr/01-one.md': madeFrom(lessonText(linked), lessonText(linked)),
  });
  const [own, es, fr] = course.texts;
  const anchors = (terms: readonly { anchor: string }[]) => terms.map(({ anchor }) => anchor);

  test('is no lesson, and has the terms of each language', () => {
    expect(problemsOf(course)).toEqual([]);
    expect(anchors(own.lessons.map(({ id }) => ({ anchor: id })))).toEqual(['one', 'two']);
    expect(anchors(own.glossary)).toEqual(['phishing', 'bait', 'backup']);
    expect(anchors(es?.glossary ?? [])).toEqual(['anzuelo']);
  });

  test('of a translation without one is that of the source', () => {
    expect(fr && glossaryOf(course, fr)).toEqual({ language: 'en', terms: own.glossary });
    expect(es && glossaryOf(course, es)).toMatchObject({ language: 'es', terms: es?.glossary });
  });

  test('gives a lesson the terms it links to, and those their definitions link to', () => {
    const [one, two] = own.lessons;
    expect(one?.terms).toEqual(['phishing']);
    expect(anchors(termsFor(own.glossary, one?.terms ?? []))).toEqual(['phishing', 'bait']);
    expect(termsFor(own.glossary, two?.terms ?? [])).toEqual([]);
    expect(termsFor(own.glossary, ['nowhere'])).toEqual([]);
  });

  test('links to terms of a question count too, wherever they stand', () => {
    const { items, references } = parseLesson(
      '01-one.md',
      lessonText(question('a', '- [x] a\n  > [f](glossary.md#phishing)\n- [ ] b\n  > f')),
    );
    expect(items).toHaveLength(1);
    expect(references).toMatchObject([{ target: { path: 'glossary.md', anchor: 'phishing' } }]);
  });

  test('links to what is no term are dead, in each language by its own words', () => {
    const source = lessonText('[a](glossary.md#nowhere)');
    const broken = assemble({
      'course.md': courseText(),
      'glossary.md': words,
      '01-one.md': source,
      'es/course.md': courseText('es'),
      'es/glossary.md': '## Anzuelo\n\nUna trampa. [x](#phishing)\n',
      'es/01-one.md': madeFrom(source, lessonText('[a](glossary.md#phishing)')),
    });
    expect(problemsOf(broken)).toEqual([
      'link-anchor-dead 01-one.md:5:5 nowhere glossary.md',
      'link-anchor-dead es/01-one.md:6:5 phishing es/glossary.md',
      'link-anchor-dead es/glossary.md:3:17 phishing es/glossary.md',
    ]);
  });
});
