// The app and its window: what it was started with, how it looks, links, the clipboard, folders.
import { mkdir } from 'node:fs/promises';
import { app, clipboard, shell } from 'electron';
import { OperationError } from '../../../core/errors';
import { ownCourseFolder } from '../places';
import { applyTheme, paperOf } from '../window';
import type { ShellHandlers } from './shell';

export const window: ShellHandlers<
  'app.read' | 'window.theme' | 'window.ready' | 'link.open' | 'text.copy' | 'folder.show'
> = {
  'app.read': (_, { args }) => ({
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    platform: process.platform,
    systemLanguages: app.getPreferredSystemLanguages(),
    open: args.open,
    language: args.language,
    theme: args.theme,
  }),

  'window.theme': ({ theme, language }, shell) => {
    shell.look = { theme, language: language ?? shell.look.language };
    applyTheme(theme);
    shell.window.setBackgroundColor(paperOf(theme));
    return null;
  },

  'window.ready': (_, { onReady }) => {
    onReady();
    return null;
  },

  'link.open': async ({ url }, { window, look }) => {
    const { openLink } = await import('../links');
    return { opened: await openLink(window, look.language, url) };
  },

  'text.copy': ({ text }) => {
    clipboard.writeText(text);
    return null;
  },

  'folder.show': async ({ folder }, { dataFolder }) => {
    const path = folder === 'courses' ? ownCourseFolder(dataFolder) : dataFolder;
    await mkdir(path, { recursive: true });
    const problem = await shell.openPath(path);
    if (problem) throw new OperationError('not-found', { what: 'folder', folder: path });
    return null;
  },
};
