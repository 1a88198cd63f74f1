// Proves the contrast of every theme against WCAG 2.2, from the colours as they stand in tokens.css.
import { describe, expect, test } from 'vitest';
import { coloursOf, contrast } from '../../tests/contrast';

const papers = ['paper', 'surface', 'sunken'];
const codeColours = ['comment', 'keyword', 'string', 'number', 'title'];
const states = ['right', 'wrong', 'warn', 'info'];

const least: [number, string, string][] = [
  ...papers.map((paper): [number, string, string] => [7, 'ink', paper]),
  ...papers.flatMap((paper) =>
    ['muted', 'accent', 'accent-strong', ...states].map((name): [number, string, string] => [
      4.5,
      name,
      paper,
    ]),
  ),
  ...papers.flatMap((paper) =>
    codeColours.map((name): [number, string, string] => [7, `code-${name}`, paper]),
  ),
  ...states.flatMap((name): [number, string, string][] => [
    [4.5, name, `${name}-soft`],
    [7, 'ink', `${name}-soft`],
  ]),
  [4.5, 'accent', 'accent-soft'],
  [7, 'ink', 'accent-soft'],
  [4.5, 'muted', 'accent-soft'],
  [4.5, 'on-accent', 'accent'],
  [4.5, 'on-accent', 'accent-strong'],
  ...papers.map((paper): [number, string, string] => [3, 'edge', paper]),
  // The ring is seen against its own outline, and one of the two against any paper.
  [3, 'focus', 'focus-edge'],
];

describe.each(['light', 'dark', 'contrast'])('%s', (theme) => {
  const colours = coloursOf(theme);

  test.each(least)('at least %s : 1 for %s on %s', (ratio, one, other) => {
    expect(colours).toHaveProperty(one);
    expect(colours).toHaveProperty(other);
    expect(contrast(colours, one, other)).toBeGreaterThanOrEqual(ratio);
  });

  test.each(papers)('the focus ring is seen on %s', (paper) => {
    const ring = contrast(colours, 'focus', paper);
    const outline = contrast(colours, 'focus-edge', paper);
    expect(Math.max(ring, outline)).toBeGreaterThanOrEqual(3);
  });
});

test('black and white alone in the contrast theme', () => {
  const { focus: _, ...others } = coloursOf('contrast');
  expect(new Set(Object.values(others))).toEqual(new Set(['#000000', '#ffffff']));
});
