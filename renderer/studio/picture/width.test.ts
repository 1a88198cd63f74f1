// Widths by name and by number, and that no number leads to a width that the format refuses.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureWidth } from '../../../core/course/picture-width';
import { inUnit, namedWidths, nameOfWidth, widthOf, widthUnits } from './width';

test('every name stands for a width of the format, and is found again', () => {
  for (const [name, width] of Object.entries(namedWidths)) {
    if (width !== null) expect(pictureWidth(width)).toBe(width);
    expect(nameOfWidth(width)).toBe(name);
  }
  expect(nameOfWidth('45%')).toBeNull();
  expect(nameOfWidth('320')).toBeNull();
});

test('any number becomes a width that may be', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.constantFrom(...widthUnits), (count, unit) => {
      const width = widthOf({ count, unit });
      expect(pictureWidth(width)).toBe(width);
      expect(inUnit(width).unit).toBe(unit);
    }),
  );
});
