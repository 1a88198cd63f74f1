// docs/coverage.md says which lesson treats which competence and topic: `WRITE_DOCS=1 vitest run coverage`
// writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import type { LessonOutline } from '../../core/course/outline';
import { z } from '../../core/zod';
import { Library } from '../../main/service/library/library';
import words from '../../renderer/text/en/competence.json';
import { projectFolder, shippedCourses } from './support/folders';
import { noCache } from './support/service';

const page = join(projectFolder, 'docs', 'coverage.md');

/** The 21 competences of DigComp by their codes, in short; the codes are the key in every language. */
const competences: Record<string, string> = Object.fromEntries(
  Object.entries(words.name).map(([code, name]) => [code.replace('-', '.'), name]),
);

const topics = z
  .array(z.strictObject({ id: z.string(), title: z.string(), lessons: z.array(z.string()).min(1) }))
  .parse(parse(readFileSync(join(shippedCourses, 'topics.yml'), 'utf8')));

interface Row {
  at: string;
  file: string;
  title: string;
  basic: boolean;
  items: number;
  competences: readonly string[];
}

const rows: Row[] = new Library([{ kind: 'shipped', path: shippedCourses }], noCache)
  .all()
  .filter(({ course }) => !course.texts[0].matter.hidden)
  .flatMap(({ course, root }) => {
    const [{ matter, lessons }] = course.texts;
    const levelOf = (lesson: LessonOutline) => lesson.matter.level ?? matter.level;
    return lessons
      .filter((lesson) => !lesson.matter.aid)
      .map((lesson) => ({
        at: `${course.id}/${lesson.id}`,
        file: `../courses/${root.split(/[\\/]/).at(-1)}/${lesson.file}`,
        title: lesson.matter.title,
        basic: levelOf(lesson) === 'basic',
        items: lesson.items.length,
        competences: lesson.matter.competences ?? matter.competences,
      }));
  });

const ofCompetence = (code: string): Row[] => rows.filter((row) => row.competences.includes(code));
const ofTopic = (lessons: readonly string[]): Row[] =>
  rows.filter(({ at }) => lessons.includes(at));

const sum = (all: readonly Row[]): number => all.reduce((count, { items }) => count + items, 0);
const basics = (all: readonly Row[]): Row[] => all.filter(({ basic }) => basic);

const table = (head: string, lines: [string, Row[]][]): string =>
  [
    `| ${head} | lessons | at basic level | questions | which |`,
    '| --- | ---: | ---: | ---: | --- |',
    ...lines.map(([name, all]) => {
      const links = all.map(({ title, file }) => `[${title}](${file})`).join(', ');
      return `| ${name} | ${all.length} | ${basics(all).length} | ${sum(all)} | ${links} |`;
    }),
  ].join('\n');

const written = `# What the courses cover

Made from what the lessons say of themselves and from \`courses/topics.yml\`
(\`WRITE_DOCS=1 npx vitest run coverage\`); a test compares the two. Lessons: ${rows.length}. Questions:
${sum(rows)}. A lesson counts for each competence it names.

## Competences (DigComp)

${table(
  'competence',
  Object.entries(competences).map(([code, name]) => [`${code} ${name}`, ofCompetence(code)]),
)}

## Security topics

NCSC and CISA: the topics of their advice to staff. ENISA: a working list of ours from its guides. CSF:
the six functions of the NIST Cybersecurity Framework 2.0.

${table(
  'topic',
  topics.map(({ id, title, lessons }) => [`${id} ${title}`, ofTopic(lessons)]),
)}
`;

test('the page says what the lessons say', () => {
  if (process.env.WRITE_DOCS === '1') writeFileSync(page, written);
  expect(readFileSync(page, 'utf8').replace(/\r\n/g, '\n')).toBe(written);
});

test('a lesson names no competence that does not exist, and a topic no lesson', () => {
  const named = new Set(rows.flatMap((row) => row.competences));
  expect([...named].filter((code) => competences[code] === undefined)).toEqual([]);
  const known = new Set(rows.map(({ at }) => at));
  expect(topics.flatMap(({ lessons }) => lessons).filter((at) => !known.has(at))).toEqual([]);
});

test.each([
  ...Object.keys(competences).map((code): [string, Row[]] => [code, ofCompetence(code)]),
  ...topics.map(({ id, lessons }): [string, Row[]] => [id, ofTopic(lessons)]),
])('%s has two lessons at basic level or more', (_, all) => {
  expect(basics(all).length).toBeGreaterThanOrEqual(2);
});

test('more than 500 questions in all', () => {
  expect(sum(rows)).toBeGreaterThan(500);
});
