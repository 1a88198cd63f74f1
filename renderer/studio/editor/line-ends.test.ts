// A file keeps the ends of its lines.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inEditor, inFile, lineEndOf } from './line-ends';

test.each(['\n', '\r\n'] as const)('%j comes back as it was', (end) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('', 'a', 'b c')), (lines) => {
      const file = lines.join(end);
      expect(inFile(inEditor(file), lineEndOf(file))).toBe(file);
    }),
  );
});

test('of two ends the more frequent is kept', () => {
  expect(lineEndOf('a\r\nb\r\nc\nd')).toBe('\r\n');
  expect(lineEndOf('a\r\nb\nc\nd')).toBe('\n');
});
