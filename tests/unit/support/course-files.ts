// Writes small courses, to be put together anew in each test.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseLesson } from '../../../core/course/parse';

/** Files by their path below the folder; folders are made. */
export function writeFiles(folder: string, files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** A `course.md`; further keys as lines of YAML. */
export const courseText = (id: string, version = '1.0.0', ...lines: string[]): string =>
  [
    '---',
    `id: ${id}`,
    `title: Title of ${id}`,
    'summary: A course for tests.',
    'language: en',
    `version: ${version}`,
    'level: basic',
    'format: 1',
    ...lines,
    '---',
    '',
    'About.',
    '',
  ].join('\n');

/** A lesson with one question. */
export const lessonText = (title: string, ...lines: string[]): string =>
  [
    '---',
    `title: ${title}`,
    'objectives: [Learn]',
    ...lines,
    '---',
    '',
    `Words of ${title}.`,
    '',
    '::: choice #one',
    'Which?',
    '',
    '- [x] This',
    '  > Yes.',
    '- [ ] That',
    '  > No.',
    '',
    '> [!WHY] So it is.',
    ':::',
    '',
  ].join('\n');

/** A translated lesson that says which text it was made from. */
export const madeFrom = (source: string, translation: string): string =>
  translation.replace(/^title:/m, `source: "${parseLesson('source.md', source).hash}"\ntitle:`);

/** A whole course with one lesson. */
export const smallCourse = (
  folder: string,
  id: string,
  version?: string,
): Record<string, string> => ({
  [`${folder}/course.md`]: courseText(id, version),
  [`${folder}/01-first.md`]: lessonText(`First of ${id} ${version ?? ''}`.trim()),
});
