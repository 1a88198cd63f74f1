// The operations that only the shell can do: dialogs, files the person chose, the window's frame.
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, clipboard, dialog, shell } from 'electron';
import type { OperationAt, Output, Parsed } from '../../core/contract';
import { OperationError } from '../../core/errors';
import { organisationLimits } from '../../core/organisation-limits';
import type { Theme } from '../../core/settings';
import { exportsFolder } from '../service/messages';
import type { Arguments } from './arguments';
import { ownCourseFolder } from './places';
import type { ServiceHost } from './service-host';
import { applyTheme, paperOf } from './window';

/** What the operations work with. */
export interface Shell {
  window: BrowserWindow;
  service: ServiceHost;
  args: Arguments;
  dataFolder: string;
  /** As the window last asked for; the next start begins with it. */
  look: { theme: Theme; language: string };
  /** Called when the first screen stands. */
  onReady: () => void;
}

export type ShellHandlers = {
  [Name in OperationAt<'shell'>]: (
    input: Parsed<Name>,
    shell: Shell,
  ) => Output<Name> | Promise<Output<Name>>;
};

async function saveAs(
  { window, look }: Shell,
  name: string,
  write: (file: string) => Promise<void>,
): Promise<{ saved: boolean }> {
  // Words and the list of registered names are read when they are first needed, not at each start.
  const { words } = await import('./words');
  const t = await words(look.language);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t('save.title'),
    defaultPath: join(app.getPath('documents'), basename(name)),
  });
  if (canceled || !filePath) return { saved: false };
  try {
    await write(filePath);
    return { saved: true };
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw new OperationError(code === 'ENOSPC' ? 'disk-full' : 'not-writable', { file: filePath });
  }
}

export const shellHandlers: ShellHandlers = {
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
    const { openLink } = await import('./links');
    return { opened: await openLink(window, look.language, url) };
  },

  'file.save': ({ name, text }, shell) => saveAs(shell, name, (file) => writeFile(file, text)),

  'organisation.open': async (_, { window, look }) => {
    const { words } = await import('./words');
    const t = await words(look.language);
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: t('organisation.title'),
      filters: [{ name: 'YAML', extensions: ['yml', 'yaml'] }],
      properties: ['openFile'],
    });
    const [file] = filePaths;
    if (canceled || file === undefined) return null;
    const { size } = await stat(file);
    if (size > organisationLimits.characters) {
      throw new OperationError('bad-file', { file: basename(file) });
    }
    return { text: await readFile(file, 'utf8') };
  },

  'asset.save': ({ course, path }, shell) => {
    const known = shell.service.manifest.get(course);
    if (!known?.files.has(path)) throw new OperationError('not-found', { what: 'file' });
    return saveAs(shell, path, (file) => copyFile(join(known.root, path), file));
  },

  'export.save': async ({ export: id }, shell) => {
    const folder = join(shell.dataFolder, exportsFolder, id);
    // While it is being written it goes by another name.
    const names = await readdir(folder).catch(() => []);
    const name = names.find((each) => !each.endsWith('.part'));
    if (name === undefined) throw new OperationError('not-found', { what: 'export' });
    return saveAs(shell, name, (file) => copyFile(join(folder, name), file));
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
