// Remembers how the window stood: its place, its size and its paper, so that it opens without a flash.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { type Theme, themes } from '../../core/looks';

export interface WindowState {
  bounds?: Rectangle;
  maximized: boolean;
  theme: Theme;
}

const first: WindowState = { maximized: false, theme: 'system' };

const fileIn = (dataFolder: string): string => join(dataFolder, 'window.json');

/** An unreadable file is no reason to ask anybody anything: the window opens as at first. */
export function readWindowState(dataFolder: string): WindowState {
  try {
    return proved(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8'))) ?? first;
  } catch {
    return first;
  }
}

/** By hand: the window opens before any library for schemas is read. Undefined for what is no state. */
function proved(read: Partial<WindowState> | null): WindowState | undefined {
  if (typeof read !== 'object' || read === null) return undefined;
  const { bounds, maximized = first.maximized, theme = first.theme } = read;
  if (typeof maximized !== 'boolean' || !themes.includes(theme)) return undefined;
  if (bounds === undefined) return { maximized, theme };
  const { x, y, width, height } = bounds;
  if (![x, y, width, height].every(Number.isInteger)) return undefined;
  return { bounds: { x, y, width, height }, maximized, theme };
}

export function saveWindowState(
  dataFolder: string,
  window: BrowserWindow,
  theme: WindowState['theme'],
): void {
  const state: WindowState = {
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
    theme,
  };
  try {
    writeFileSync(fileIn(dataFolder), JSON.stringify(state));
  } catch {
    // A full or read-only disk: the next start uses the first size again.
  }
}

/** The saved bounds, unless the screen they were on is gone. */
export function visibleBounds(
  { bounds }: WindowState,
  workAreaOf: (bounds: Rectangle) => Rectangle,
): Rectangle | undefined {
  if (!bounds) return undefined;
  const workArea = workAreaOf(bounds);
  const seen =
    bounds.x + 80 < workArea.x + workArea.width &&
    bounds.x + bounds.width - 80 > workArea.x &&
    bounds.y >= workArea.y &&
    bounds.y + 80 < workArea.y + workArea.height;
  return seen ? bounds : undefined;
}
