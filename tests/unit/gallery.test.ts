// The gallery is what the samples say it is: `WRITE_GALLERY=1 vitest run gallery` writes it anew.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allKinds, partKinds } from '../../core/course/blocks';
import { galleryFiles } from '../../core/course/gallery';
import { samples } from '../../core/course/samples';
import { courseFromFolder } from '../course-folder';
import { shippedCourses } from './support/folders';

const folder = join(shippedCourses, 'gallery');
const files = galleryFiles();
if (process.env.WRITE_GALLERY === '1') {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

test('every kind has a sample', () => {
  const shown = Object.values(samples).flatMap((each) => each.map(({ kind }) => kind));
  expect([...shown, ...Object.keys(partKinds)].sort()).toEqual([...allKinds].sort());
});

describe('the files', () => {
  test('are those made of the samples, and no others', () => {
    const texts = readdirSync(folder).filter((name) => name.endsWith('.md'));
    expect(texts.sort()).toEqual([...files.keys()].sort());
    for (const [name, text] of files) {
      expect(readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n')).toBe(text);
    }
  });

  test('are a course without a mistake', () => {
    const course = courseFromFolder(folder);
    expect(course.problems).toEqual([]);
    expect(course.texts[0].matter.hidden).toBe(true);
  });
});

test('docs/blocks.md shows each block as it is written, beside its picture', () => {
  const docs = join(shippedCourses, '..', 'docs');
  const page = readFileSync(join(docs, 'blocks.md'), 'utf8').replace(/\r\n/g, '\n');
  for (const { kind, markdown } of Object.values(samples).flat()) {
    expect(page, `run npm run screenshots: ${kind}`).toContain(markdown.trim());
    expect(existsSync(join(docs, 'images', 'blocks', `${kind}.png`)), kind).toBe(true);
  }
});
