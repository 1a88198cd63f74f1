// Temporary folders that go away when a test file is done, and the courses to put there.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const projectFolder = join(import.meta.dirname, '..', '..', '..');

/** The courses that ship with the app. */
export const shippedCourses = join(projectFolder, 'courses');

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskwise-unit-'));
  made.push(folder);
  return folder;
}

/** Two small courses, to be changed at will: one with all five kinds and a translation, one short. */
export function fixtureCourses(): string {
  const folder = temporaryFolder();
  cpSync(join(projectFolder, 'tests', 'fixtures', 'service', 'courses'), folder, {
    recursive: true,
  });
  return folder;
}

/** One course with tests and a pool, for those who ask for it. */
export const examinedCourses = join(projectFolder, 'tests', 'fixtures', 'service', 'examined');

/** Stands for what the build makes: small files under the same names. */
export const playerFixture = join(projectFolder, 'tests', 'fixtures', 'player');

/** All files below a folder, as they lie on disk, by their path. */
export function bytesBelow(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path)]),
  );
}

/** Which of the words stand in any file below a folder, as UTF-8 or UTF-16, in its name too. */
export function wordsBelow(folder: string, words: readonly string[]): string[] {
  const files = [...bytesBelow(folder)];
  return words.filter((word) =>
    files.some(
      ([path, bytes]) =>
        path.includes(word) || bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')),
    ),
  );
}

/** Asks again until it holds; a generous limit, for slow machines. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resume) => setTimeout(resume, 20));
  }
}
