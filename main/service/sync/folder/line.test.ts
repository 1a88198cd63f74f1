import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlaceholder, isSource, personKey, segmentName, segmentOf } from './layout';
import { lineOf, statementIn } from './line';

const json = fc.json({ maxDepth: 3 });

test('a line gives back the very characters, and is JSON itself', () => {
  fc.assert(
    fc.property(json, (text) => {
      const line = lineOf(text);
      expect(statementIn(line.subarray(0, -1))).toBe(text);
      expect(JSON.parse(line.toString())).toMatchObject({ statement: JSON.parse(text) });
    }),
  );
});

test('a line with one byte changed, or cut anywhere, is not whole', () => {
  const change = fc.record({ text: json, at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
  fc.assert(
    fc.property(change, ({ text, at, by }) => {
      const line = lineOf(text).subarray(0, -1);
      const place = at % line.length;
      expect(statementIn(line.subarray(0, place))).toBeNull();
      line[place] = ((line[place] ?? 0) + by) % 256;
      expect(statementIn(line)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test('the key of a person is the same for ever, and a name on every file system', () => {
  const key = personKey({ homePage: 'https://norlund.example', name: 'A: \\/*?"<>|. ' });
  expect(key).toBe('05c8f0109577f605a056b542ea540d21');
  expect(key).toMatch(/^[0-9a-f]{32}$/);
});

test('segments are told by their number, whatever a copying program put behind it', () => {
  const device = '0192f0c1-0000-7000-8000-00000000000a';
  expect(segmentOf(segmentName(device, 12), device)).toBe(12);
  expect(segmentOf(`${device.toUpperCase()}.0012-DESK-7.JSONL`, device)).toBe(12);
  expect(segmentOf(`${device}.0012 (conflicted copy).jsonl`, device)).toBe(12);
  expect(segmentOf(`${device}.x.jsonl`, device)).toBe(0);
  expect(segmentOf(`${device}.123456789012.jsonl`, device)).toBe(0);
  expect(segmentOf(segmentName(device, 12), 'other')).toBe(0);
});

test('files on their way and files that stand for others are no sources', () => {
  for (const name of ['.a.jsonl', '~syncthing~a.jsonl', 'a.jsonl.tmp', 'a.json', '.jsonl'])
    expect([name, isSource(name)]).toEqual([name, false]);
  expect(isPlaceholder('a.jsonl.nextcloud')).toBe(true);
  expect(isPlaceholder('.a.jsonl.icloud')).toBe(true);
  expect(isPlaceholder('a.jsonl')).toBe(false);
});
