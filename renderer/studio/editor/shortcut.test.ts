// Keys are said as keyboards and screen readers name them.
import { expect, test } from 'vitest';
import { ariaShortcut, shortcut } from './shortcut';

const german = { control: 'Strg', shift: 'Umschalt' };

test('for the eye', () => {
  expect(shortcut('Mod-Shift-h', false, german)).toBe('Strg+Umschalt+H');
  expect(shortcut('Mod-Shift-h', true, german)).toBe('⇧⌘H');
  expect(shortcut('F8', false, german)).toBe('F8');
});

test('for a screen reader', () => {
  expect(ariaShortcut('Mod-Shift-h', false)).toBe('Control+Shift+H');
  expect(ariaShortcut('Mod-b', true)).toBe('Meta+B');
});
