// The courses that ship with the app: whole, without a mistake, and with nothing in them that acts.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Course, Lesson } from '../../core/course/course';
import { parseFacts } from '../../core/course/facts';
import { Library } from '../../main/service/library/library';
import { writeFiles } from './support/course-files';
import { projectFolder, shippedCourses, temporaryFolder } from './support/folders';
import { noCache, wholeCourses } from './support/service';

// A fixed day: whether the facts are still fresh is for those who look after them, not for a build.
const today = new Date('2026-12-01T12:00:00Z');
const library = new Library([{ kind: 'shipped', path: shippedCourses }], noCache, () => today);
/** The gallery has a test of its own. */
const courses = wholeCourses(library)
  .filter(({ course }) => course.id !== 'gallery')
  .map(({ course, root }) => ({ id: course.id, course, root }));

const itemsOf = (course: Course) => course.texts[0].lessons.flatMap(({ items }) => items);

const folderCount = readdirSync(shippedCourses, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
).length;

/** Job aids ask nothing and name no objectives. */
const lessonsOf = (lessons: readonly Lesson[]) => lessons.filter(({ matter }) => !matter.aid);

test('each course, and the gallery, in a folder of its own', () => {
  expect(folderCount).toBe(courses.length + 1);
  expect(library.unreadableFolders).toEqual([]);
});

describe.each(courses)('$id', ({ course }) => {
  test('has no mistake and no warning', () => {
    expect(course.problems).toEqual([]);
  });

  test('has at least five lessons and fifteen questions, three in each lesson', () => {
    for (const { language, lessons } of course.texts) {
      expect(lessons.length, language).toBeGreaterThanOrEqual(5);
      for (const { file, items, broken } of lessonsOf(lessons)) {
        expect(items.length, file).toBeGreaterThanOrEqual(3);
        expect(broken, file).toBe(false);
      }
    }
    expect(itemsOf(course).length).toBeGreaterThanOrEqual(15);
  });

  test('asks in many ways, and mostly by doing', () => {
    const kinds = itemsOf(course).map(({ kind }) => kind);
    expect(new Set(kinds).size).toBeGreaterThanOrEqual(8);
    const quizzed = kinds.filter((kind) => kind === 'choice' || kind === 'truefalse');
    expect(quizzed.length).toBeLessThanOrEqual(kinds.length / 2);
  });

  test('explains every answer', () => {
    for (const { id, why } of course.texts.flatMap(({ lessons }) =>
      lessons.flatMap(({ items }) => items),
    )) {
      expect(why.length, id).toBeGreaterThan(0);
    }
  });

  test('says what it is, who wrote it, what one will be able to do and where it comes from', () => {
    for (const { matter, lessons, about } of course.texts) {
      expect(matter.title).not.toBe('');
      expect(about.length).toBeGreaterThan(0);
      for (const lesson of lessonsOf(lessons)) {
        expect(lesson.matter.objectives, lesson.file).not.toEqual([]);
      }
    }
    const [{ matter }] = course.texts;
    expect(matter.authors).not.toEqual([]);
    expect(matter.license).toBe('CC-BY-4.0');
    expect(matter.sources).not.toEqual([]);
    expect(matter.reviewed).toBeDefined();
    expect(matter.competences).not.toEqual([]);
  });

  test('uses each of its pictures, and each has words', () => {
    const pictures = course.files.filter((path) => /\.(svg|png|jpe?g|gif|webp|avif)$/.test(path));
    expect(pictures.length).toBeGreaterThan(0);
    const texts = course.texts.map(({ folder, lessons, about }) => ({
      folder,
      json: JSON.stringify([about, lessons]),
    }));
    const unused = pictures.filter((path) => {
      const own = texts.find(({ folder }) => folder !== '' && path.startsWith(`${folder}/`));
      const name = own ? path.slice(own.folder.length + 1) : path;
      return !(own ?? texts[0])?.json.includes(`"path":"${name}"`);
    });
    expect(unused).toEqual([]);
  });
});

test('a translation has all lessons of its course', () => {
  for (const { course } of courses) {
    const [own, ...translations] = course.texts;
    for (const { language, lessons } of translations) {
      expect(
        lessons.map(({ id }) => id),
        `${course.id} ${language}`,
      ).toEqual(own.lessons.map(({ id }) => id));
      expect(lessons.filter(({ stale }) => stale)).toEqual([]);
    }
  }
});

describe('facts', () => {
  const facts = parseFacts(readFileSync(join(shippedCourses, 'facts.yml'), 'utf8'));
  const named = new Set(
    courses.flatMap(({ course }) =>
      course.texts.flatMap(({ matter, lessons }) => [
        ...matter.facts,
        ...lessons.flatMap((lesson) => lesson.matter.facts ?? []),
      ]),
    ),
  );

  test('that a course names are all known', () => {
    const known = new Set(facts.map(({ id }) => id));
    expect(known.size).toBe(facts.length);
    expect(named.size).toBeGreaterThan(10);
    expect([...named].filter((id) => !known.has(id))).toEqual([]);
  });

  test('that a lesson names, its course names too', () => {
    for (const { course } of courses) {
      const [{ matter, lessons }] = course.texts;
      const missing = lessons.flatMap((lesson) =>
        (lesson.matter.facts ?? []).filter((id) => !matter.facts.includes(id)),
      );
      expect(missing, course.id).toEqual([]);
    }
  });

  test('have a source that was read on a day, and an address of the web if any', () => {
    for (const { id, url, read } of facts) {
      expect(read, id).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (url !== undefined) expect(url, id).toMatch(/^https:\/\//);
    }
  });
});

test('each topic has a name in the words of the library', () => {
  const words = join(projectFolder, 'renderer', 'text', 'en', 'library.json');
  const { topic } = JSON.parse(readFileSync(words, 'utf8')) as { topic: Record<string, string> };
  const topics = courses.flatMap(({ course }) => course.texts[0].matter.topics);
  expect(topics.filter((each) => topic[each] === undefined)).toEqual([]);
});

test('the paths lead to lessons that are there, with reasons in English', () => {
  const paths = library.allPaths();
  expect(paths.length).toBeGreaterThanOrEqual(7);
  const lessons = new Set(
    library
      .all()
      .flatMap(({ course }) => course.texts[0].lessons.map(({ id }) => `${course.id}/${id}`)),
  );
  for (const { id, lessons: steps, title } of paths) {
    expect(title.en, id).toBeDefined();
    expect(steps.filter(({ at }) => !lessons.has(at))).toEqual([]);
    expect(steps.filter(({ why }) => why.en === undefined)).toEqual([]);
    expect(new Set(steps.map(({ why }) => why.en)).size, id).toBe(steps.length);
  }
});

/** What an SVG of a course may not have. */
function mistakesIn(svg: string): string[] {
  const rules: [string, boolean][] = [
    ['it is no SVG', !/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(svg)],
    ['it has no title', !/<title[^>]*>\s*\S[\s\S]*?<\/title>/.test(svg)],
    ['it has no size of its own', !/<svg[^>]*\sviewBox="/.test(svg)],
    ['it has a script', /<script|javascript:/i.test(svg)],
    ['it has a handler', /\son[a-z]+\s*=/i.test(svg)],
    ['it has HTML in it', /<(foreignObject|iframe|embed|object|audio|video|canvas)\b/i.test(svg)],
    ['it has an entity', /<!DOCTYPE|<!ENTITY/i.test(svg)],
    ['it moves', /<(animate\w*|set)\b/i.test(svg)],
    [
      'it leads outside',
      [...svg.matchAll(/\b(?:xlink:)?(?:href|src)\s*=\s*["']([^"']*)/gi)].some(
        ([, target = '']) => !target.startsWith('#'),
      ) ||
        /url\(\s*["']?(?!#)/i.test(svg) ||
        /@import/i.test(svg),
    ],
  ];
  return rules.filter(([, isWrong]) => isWrong).map(([words]) => words);
}

describe('pictures', () => {
  const files = courses.flatMap(({ course, root }) =>
    course.files
      .filter((path) => !path.endsWith('.md'))
      .map((path) => ({ path: `${course.id}/${path}`, file: join(root, path) })),
  );

  const pictures = files.filter(({ file }) => extname(file) === '.svg');

  test('there are some, and nothing else but tables and recordings', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(15);
    const others = files.filter((each) => !pictures.includes(each));
    expect(
      others.filter(({ file }) => !['.csv', '.webm', '.wav', '.vtt'].includes(extname(file))),
    ).toEqual([]);
  });

  test.each(pictures)('$path is an SVG with a title, and does nothing', ({ file }) => {
    expect(mistakesIn(readFileSync(file, 'utf8'))).toEqual([]);
  });

  const whole =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>A</title><use href="#a"/><g fill="url(#b)"/></svg>';
  const within = (inner: string): string => whole.replace('<use', `${inner}<use`);
  test.each([
    ['nothing', whole, []],
    ['HTML', '<html></html>', ['it is no SVG', 'it has no title', 'it has no size of its own']],
    ['no title', whole.replace('A</', '</'), ['it has no title']],
    ['a script', within('<script>alert(1)</script>'), ['it has a script']],
    ['a handler', within('<rect onload="alert(1)"/>'), ['it has a handler']],
    ['a foreign object', within('<foreignObject/>'), ['it has HTML in it']],
    ['an address', within('<image href="https://x.example/a.png"/>'), ['it leads outside']],
    ['a data address', within('<image xlink:href="data:,x"/>'), ['it leads outside']],
    ['a style from outside', within('<style>@import "a.css"</style>'), ['it leads outside']],
    ['a font from outside', within('<g fill="url(//x.example/#a)"/>'), ['it leads outside']],
    ['an entity', `<!-- a --><!DOCTYPE svg>${whole}`, ['it is no SVG', 'it has an entity']],
    ['movement', within('<animate attributeName="x"/>'), ['it moves']],
  ])('a search that finds %s', (_, svg, expected) => {
    expect(mistakesIn(svg)).toEqual(expected);
  });
});

test('the same checks find mistakes where there are some', () => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'facts.yml': '[]' });
  for (const { root } of courses.filter(({ id }) => id === 'digital-transformation')) {
    const lesson = join(root, '01-from-counter-to-platform.md');
    writeFiles(folder, {
      'course/course.md': readFileSync(join(root, 'course.md')),
      'course/01-first.md': readFileSync(lesson, 'utf8').replace('[!WHY]', '[!WHAT]'),
    });
  }
  const [broken] = new Library([{ kind: 'shipped', path: folder }], noCache).all();
  const rules = new Set(broken?.course.problems.map(({ rule }) => rule));
  expect(rules).toContain('explanation-missing');
  expect(rules).toContain('fact-unknown');
  expect(rules).toContain('asset-missing');
});
