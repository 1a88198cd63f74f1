// Where the page of a text leads back to in its front matter.
import { expect, test } from 'vitest';
import { matterLine } from './draft-lesson';

test.each([
  ['---\ntitle: T\nobjectives:\n  - Do it\n---\n', 3],
  ['---\r\nobjectives: [Do it]\r\ntitle: T\r\n---\r\n', 2],
  ['---\ntitle: T\n---\nobjectives: these are words of the lesson\n', null],
  ['objectives:\n  - without front matter\n', null],
  ['', null],
])('the objectives of %j begin in line %s', (text, line) => {
  expect(matterLine(text, 'objectives')).toBe(line);
});
