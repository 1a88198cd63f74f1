// The one window.
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Theme } from '../../core/looks';
import { lockContents } from './lock-down';
import { pageUrl } from './page-file';
import { visibleBounds, type WindowState } from './window-state';

/** The paper of each theme, as in renderer/style/tokens.css, so that the window never flashes white. */
export function paperOf(theme: Theme): string {
  if (theme === 'contrast') return '#000000';
  const dark = theme === 'dark' || (theme === 'system' && nativeTheme.shouldUseDarkColors);
  return dark ? '#14181B' : '#FBFAF7';
}

/** What the window's frame and `prefers-color-scheme` follow. */
export function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'dark' : theme;
}

export function openWindow(state: WindowState, theme: Theme): BrowserWindow {
  applyTheme(theme);
  const bounds = visibleBounds(state, (saved) => screen.getDisplayMatching(saved).workArea);
  const window = new BrowserWindow({
    width: 1180,
    height: 800,
    ...bounds,
    minWidth: 360,
    minHeight: 480,
    show: false,
    title: 'Deskwise',
    backgroundColor: paperOf(theme),
    autoHideMenuBar: true,
    ...(process.platform === 'linux'
      ? { icon: join(import.meta.dirname, '..', 'renderer', 'icon.png') }
      : {}),
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      navigateOnDragDrop: false,
    },
  });
  lockContents(window.webContents);
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageUrl);
  return window;
}
