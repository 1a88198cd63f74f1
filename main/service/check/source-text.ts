// The Markdown files of a course as the check looks at them: what was read, beside what is written.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course, Lesson } from '../../../core/course/course';
import { limits } from '../../../core/course/limits';
import type { CourseMatter } from '../../../core/course/matter-schemas';
import type { Prose } from '../../../core/course/prose';

export interface SourceText {
  /** Path relative to the course folder, with forward slashes. */
  file: string;
  /** The folder of the translation, '' for the course's own language. */
  folder: string;
  language: string;
  lines: readonly string[];
  prose: Prose[];
  /** Null for a `course.md`. */
  lesson: Lesson | null;
  /** Of the course in this language. */
  matter: CourseMatter;
}

/** The text of a file as the parser takes it; empty where it cannot be read: others report that. */
export function readSource(root: string, file: string): string {
  try {
    const bytes = readFileSync(join(root, file));
    if (bytes.length > limits.lessonBytes) return '';
    return bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
  } catch {
    return '';
  }
}

export function sourceTexts(root: string, course: Course): SourceText[] {
  return course.texts.flatMap(({ folder, language, matter, about, lessons }) => {
    const courseFile = folder === '' ? 'course.md' : `${folder}/course.md`;
    const files = [
      { file: courseFile, prose: about, lesson: null },
      ...lessons.map((lesson) => ({ file: lesson.file, prose: lesson.prose, lesson })),
    ];
    return files.map((each) => ({
      ...each,
      folder,
      language,
      matter,
      lines: readSource(root, each.file).split('\n'),
    }));
  });
}

/** Where a key of the front matter stands; the first line if it is not written there. */
export function matterLine(lines: readonly string[], key: string): number {
  if (lines[0]?.trimEnd() !== '---') return 1;
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  const at = lines.slice(0, Math.max(0, end)).findIndex((line) => line.startsWith(`${key}:`));
  return Math.max(0, at) + 1;
}

/** Whether the author wrote the key, rather than leaving it to its default. */
export const isWritten = (lines: readonly string[], key: string): boolean =>
  matterLine(lines, key) > 1;

/** Calls back for every object in what was read, whatever kind of block it stands in. */
export function eachNode(value: unknown, seen: (node: Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) seen(value as Record<string, unknown>);
  for (const inner of Object.values(value)) eachNode(inner, seen);
}
