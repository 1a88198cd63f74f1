// A catalogue that somebody changed on the way: not one bit of it may be another.
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CatalogueFault } from '../../../../core/catalogue/fault';
import { CatalogueDesk } from '../../../../tests/unit/support/catalogue-desk';
import { bytesBelow, temporaryFolder } from '../../../../tests/unit/support/folders';
import { deskCourse } from '../../../../tests/unit/support/pack-desk';
import { openIndex } from './judge';

/** What is signed of a file, and so the only thing that counts. */
const meaning = (file: Uint8Array): string => JSON.stringify(openIndex(file));

async function published() {
  const desk = new CatalogueDesk(temporaryFolder());
  await desk.pack('desk', '1.0.0', deskCourse(), desk.key.signPack);
  await desk.publish();
  return desk;
}

test('1000 flipped bits: refused by name, or the same catalogue', async () => {
  const file = (await published()).published();
  const good = meaning(file);
  let same = 0;
  fc.assert(
    fc.property(fc.nat({ max: file.length * 8 - 1 }), (bit) => {
      const changed = Buffer.from(file);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      try {
        expect(meaning(changed)).toBe(good);
        same++;
      } catch (error) {
        expect(error).toBeInstanceOf(CatalogueFault);
      }
    }),
    { numRuns: 1000 },
  );
  // Of the whole file only the spelling of an escape or a space could pass: next to nothing.
  expect(same).toBeLessThan(20);
});

test('cut off anywhere it is refused by name', async () => {
  const file = (await published()).published();
  for (let end = 0; end < file.length - 1; end += 41) {
    expect(() => openIndex(file.subarray(0, end))).toThrow(CatalogueFault);
  }
});

test('whatever a server answers, nothing is changed outside the catalogue', async () => {
  const desk = await published();
  await desk.trust();
  const outside = () =>
    JSON.stringify(
      [...bytesBelow(desk.data)]
        .filter(([path]) => !path.startsWith(join(desk.data, 'catalogue')))
        .map(([path, bytes]) => [path, bytes.toString('base64')]),
    );
  const before = outside();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(200, 200, 200, 206, 206, 301, 304, 404, 416, 500),
      fc.uint8Array({ maxLength: 600 }),
      fc.dictionary(fc.constantFrom('content-range', 'etag', 'location'), fc.string(), {
        maxKeys: 3,
      }),
      async (status, body, headers) => {
        desk.lie = () => ({ status, headers, body });
        const said = await desk.check();
        expect(said).toMatch(/^(not-a-catalogue|refused|redirected|taken)$/);
        expect(await desk.get()).not.toMatch(/^(installed|unexpected)/);
        expect(desk.view().contents?.version).toBe(1);
      },
    ),
    { numRuns: 200 },
  );
  expect(outside()).toBe(before);
  desk.lie = () => undefined;
  expect(await desk.get()).toBe('installed 1.0.0');
});
