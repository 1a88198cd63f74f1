// Keys are said as the keyboard names them.
import { expect, test } from 'vitest';
import { shortcut } from './shortcut';

const german = { control: 'Strg', shift: 'Umschalt' };

test.each([
  ['Mod-Shift-h', false, 'Strg+Umschalt+H'],
  ['Mod-Shift-h', true, '⇧⌘H'],
  ['Mod-.', false, 'Strg+.'],
  ['F8', false, 'F8'],
])('%s', (key, isMac, said) => {
  expect(shortcut(key, isMac, german)).toBe(said);
});
