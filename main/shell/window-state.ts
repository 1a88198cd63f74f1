// Remembers how the window stood: its place, its size and its paper, so that it opens without a flash.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { themes } from '../../core/settings';
import { z } from '../../core/zod';

const windowState = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }).optional(),
  maximized: z.boolean().default(false),
  theme: z.enum(themes).default('system'),
});
export type WindowState = z.infer<typeof windowState>;

const fileIn = (dataFolder: string): string => join(dataFolder, 'window.json');

/** An unreadable file is no reason to ask anybody anything: the window opens as at first. */
export function readWindowState(dataFolder: string): WindowState {
  try {
    return windowState.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
  } catch {
    return { maximized: false, theme: 'system' };
  }
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
