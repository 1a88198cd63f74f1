// Every piece of a text can be read on everything it may stand on, in every theme.
import { describe, expect, test } from 'vitest';
import { coloursOf, contrast } from '../../../tests/contrast';
import { textColours } from './colours';
import { textPapers } from './theme';

describe.each(['light', 'dark', 'contrast'])('%s', (theme) => {
  const colours = coloursOf(theme);
  test.each(textPapers)('on %s', (paper) => {
    for (const colour of textColours) {
      expect(colours).toHaveProperty(colour);
      expect(contrast(colours, colour, paper), colour).toBeGreaterThanOrEqual(4.5);
    }
  });
});
