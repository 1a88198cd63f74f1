// Pictures that an author puts into a course: only what is a picture, under a name of its own.
import { limits } from '../../../core/course/limits';
import { OperationError } from '../../../core/errors';
import { slugOf } from './lesson-files';

/** How the bytes of each kind of picture begin. */
const beginnings: readonly [ending: string, begins: (bytes: Buffer) => boolean][] = [
  ['png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['jpg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))],
  ['gif', (bytes) => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))],
  ['webp', (bytes) => /^RIFF.{4}WEBP/s.test(bytes.toString('latin1', 0, 12))],
  ['avif', (bytes) => /^.{4}ftypavi[fs]/s.test(bytes.toString('latin1', 0, 12))],
  [
    'svg',
    (bytes) =>
      /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<svg[\s>]/s.test(bytes.toString('utf8', 0, 2000)),
  ],
];

/** A path below `assets` that is still free. Throws `bad-file` for what is no picture, or too large. */
export function pictureFile(files: readonly string[], name: string, bytes: Buffer): string {
  const ending = beginnings.find(([, begins]) => begins(bytes))?.[0];
  if (ending === undefined || bytes.length > limits.imageBytes) {
    throw new OperationError('bad-file', { file: name });
  }
  const slug = slugOf(name.replace(/\.\w+$/, '')).replace(/^lesson$/, 'picture');
  const taken = new Set(files.map((file) => file.toLowerCase()));
  for (let copy = 1; ; copy++) {
    const path = `assets/${copy === 1 ? slug : `${slug}-${copy}`}.${ending}`;
    if (!taken.has(path)) return path;
  }
}
