// The name of a folder or a file comes through an address as it was, whatever the router decodes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameIn, paths } from './paths';

/** As the router reads an address: what `decodeURI` gives back, once for each router it lies in. */
function asRead(address: string, routers: number): string[] {
  let read = address;
  for (let at = 0; at < routers; at++) read = decodeURI(read);
  return read.split('/').slice(2).map(nameIn);
}

const name = fc.string({ unit: 'grapheme', minLength: 1 });
const marks = fc.string({ unit: fc.constantFrom('/', '%', '~', '&', '+', '#', '2', 'F', 'é') });

test.each([1, 2])('names of folders and files, through %i routers', (routers) => {
  fc.assert(
    fc.property(fc.oneof(name, marks), fc.oneof(name, marks), (folder, file) => {
      expect(asRead(paths.studio(folder, file, 7), routers)).toEqual([folder, file, '7']);
      expect(asRead(paths.tryOut({ folder, file }, 'a'), routers).slice(0, 2)).toEqual([
        folder,
        file,
      ]);
    }),
  );
});

test('a lesson of a translation, and an address that somebody wrote by hand', () => {
  expect(asRead(paths.studio('my-course', 'es/01-locks.md'), 1)).toEqual([
    'my-course',
    'es/01-locks.md',
  ]);
  expect(nameIn('01-locks.md')).toBe('01-locks.md');
  expect(nameIn('es%2F01-locks.md')).toBe('es/01-locks.md');
  expect(nameIn('100%')).toBe('100%');
});
