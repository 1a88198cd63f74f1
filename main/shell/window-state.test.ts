import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/unit/support/folders';
import { readWindowState, saveWindowState, visibleBounds } from './window-state';

const first = { maximized: false, theme: 'system' };
const bounds = { x: 100, y: 50, width: 1180, height: 800 };

/** A window that stands somewhere. */
const windowAt = (at: Rectangle, maximized: boolean): BrowserWindow =>
  ({ getNormalBounds: () => at, isMaximized: () => maximized }) as BrowserWindow;

describe('how the window stood', () => {
  test('is there at the next start', () => {
    const folder = temporaryFolder();
    expect(readWindowState(folder)).toEqual(first);
    saveWindowState(folder, windowAt(bounds, true), 'dark');
    expect(readWindowState(folder)).toEqual({ bounds, maximized: true, theme: 'dark' });
  });

  test.each([
    ['no JSON', '{"bounds":'],
    ['a word', '"maximized"'],
    ['nothing', ''],
    ['a theme of a later version', '{"theme":"sepia"}'],
    ['bounds that are no numbers', '{"bounds":{"x":"left","y":0,"width":1,"height":1}}'],
    ['half a pixel', '{"bounds":{"x":0.5,"y":0,"width":1,"height":1}}'],
  ])('%s in the file: as at first', (_, text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'window.json'), text);
    expect(readWindowState(folder)).toEqual(first);
  });

  test('what an older version did not know yet is as at first', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'window.json'), JSON.stringify({ bounds }));
    expect(readWindowState(folder)).toEqual({ bounds, ...first });
  });

  test('where nothing can be written, nothing fails', () => {
    const folder = join(temporaryFolder(), 'nowhere');
    expect(() => saveWindowState(folder, windowAt(bounds, false), 'light')).not.toThrow();
    expect(readWindowState(folder)).toEqual(first);
  });
});

describe('the window opens where it can be seen and moved', () => {
  const workArea = { x: 0, y: 24, width: 1920, height: 1056 };
  const seen = (at: Partial<Rectangle>) =>
    visibleBounds(
      { bounds: { ...bounds, ...at }, maximized: false, theme: 'system' },
      () => workArea,
    );

  test.each([
    ['inside', {}],
    ['at the edge', { x: 0, y: 24 }],
    ['half out on the left', { x: -1000 }],
    ['half out on the right', { x: 1800 }],
    ['half out at the bottom', { y: 900 }],
  ])('%s: where it was', (_, at) => {
    expect(seen(at)).toEqual({ ...bounds, ...at });
  });

  test.each([
    ['on a screen to the right that is gone', { x: 2000 }],
    ['on a screen to the left that is gone', { x: -1180 }],
    ['with too little to take hold of on the left', { x: -1110 }],
    ['with too little to take hold of on the right', { x: 1850 }],
    ['with its title above the screen', { y: 0 }],
    ['below the screen', { y: 1010 }],
  ])('%s: where the system puts it', (_, at) => {
    expect(seen(at)).toBe(undefined);
  });

  test('asks about the screen that the bounds were on', () => {
    const left = { x: -1920, y: 0, width: 1920, height: 1080 };
    const state = { bounds: { ...bounds, x: -1500 }, maximized: false, theme: 'system' } as const;
    const asked: Rectangle[] = [];
    const found = visibleBounds(state, (at) => {
      asked.push(at);
      return left;
    });
    expect(found).toEqual(state.bounds);
    expect(asked).toEqual([state.bounds]);
  });

  test('at the first start there is nothing to ask', () => {
    expect(visibleBounds({ maximized: false, theme: 'system' }, () => workArea)).toBe(undefined);
  });
});
