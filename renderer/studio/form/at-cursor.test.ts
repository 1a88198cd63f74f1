// Which form is meant where the cursor stands.
import { expect, test } from 'vitest';
import { atCursor, viewsOf } from './at-cursor';

const text = `Words

![a](a.svg) and | this

| a | b |
| - | - |
| 1 | ![c](c.svg) |

::: match #m
Which?

| x | y |
| - | - |
| 1 | 2 |
:::

::: details Title
| x | y |
| - | - |
:::

::: figure
![d](d.svg){width=50%}

Caption.
:::
`;

const viewsAt = (line: number) => viewsOf(atCursor(text, line));

test('none in plain words', () => {
  expect(viewsAt(1)).toEqual([]);
});

test('the innermost first', () => {
  expect(viewsAt(3)).toEqual(['picture']);
  expect(viewsAt(5)).toEqual(['table']);
  expect(viewsAt(7)).toEqual(['picture', 'table']);
  expect(viewsAt(19)).toEqual(['table', 'block']);
});

test('the block first where its own fields say as much, and the other beside it', () => {
  expect(viewsAt(12)).toEqual(['block', 'table']);
  expect(viewsAt(23)).toEqual(['block', 'picture']);
});
