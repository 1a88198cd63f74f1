// The operations that only the shell can do: dialogs, files the person chose, the window's frame.
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import {
  app,
  type BrowserWindow,
  clipboard,
  dialog,
  type OpenDialogOptions,
  shell,
} from 'electron';
import type { OperationAt, Output } from '../../core/contract';
import { OperationError } from '../../core/errors';
import type { Parsed } from '../../core/inputs';
import type { Theme } from '../../core/looks';
import { organisationLimits } from '../../core/organisation-limits';
import { packEnding, packName } from '../../core/pack/pack-name';
import { readWebAddress } from '../../core/sync/web-address';
import { teamSecret } from '../../core/team/secret';
import { exportsFolder, type TeamReads } from '../service/messages';
import type { Arguments } from './arguments';
import { ownCourseFolder } from './places';
import type { ServiceHost } from './service-host';
import type { SigningKey } from './signing-key';
import type { WebAccess } from './web';
import type { WebSecrets } from './web-secrets';
import { applyTheme, paperOf } from './window';

/** What the operations work with. */
export interface Shell {
  window: BrowserWindow;
  service: ServiceHost;
  args: Arguments;
  dataFolder: string;
  signingKey: () => Promise<SigningKey>;
  webAccess: () => Promise<WebAccess>;
  webSecrets: () => Promise<WebSecrets>;
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

/** Bytes of a translation: that of a whole course is far smaller. */
const largestTranslation = 20_000_000;

/** Bytes of one file with results: years of learning are far smaller. */
const largestResults = 50_000_000;

type TitleKey = 'organisation.title' | 'questions.title' | 'results.title' | 'translation.title';

/** Asks for text files and reads them; none when the person chose none. */
async function openTexts(
  { window, look }: Shell,
  title: TitleKey,
  extensions: string[],
  { largest, several = false }: { largest: number; several?: boolean },
): Promise<{ name: string; text: string }[]> {
  const { words } = await import('./words');
  const t = await words(look.language);
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t(title),
    filters: [{ name: extensions.join(', '), extensions }],
    properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  const texts: { name: string; text: string }[] = [];
  for (const file of canceled ? [] : filePaths) {
    const name = basename(file);
    const { size } = await stat(file);
    if (size > largest) throw new OperationError('bad-file', { file: name });
    texts.push({ name, text: await readFile(file, 'utf8') });
  }
  return texts;
}

/** What the team view reads, and how it is chosen. */
const teamDialogs = {
  files: {
    filters: [{ name: 'JSON', extensions: ['json', 'jsonl', 'ndjson'] }],
    properties: ['openFile', 'multiSelections'],
  },
  folder: { properties: ['openDirectory'] },
  roster: {
    filters: [{ name: 'CSV', extensions: ['csv', 'txt', 'tsv'] }],
    properties: ['openFile'],
  },
} satisfies Record<TeamReads, OpenDialogOptions>;

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

async function finishedExport(
  { dataFolder }: Shell,
  id: string,
): Promise<{ folder: string; name: string }> {
  const folder = join(dataFolder, exportsFolder, id);
  // While it is being written it goes by another name.
  const names = await readdir(folder).catch(() => []);
  const name = names.find((each) => !each.endsWith('.part'));
  if (name === undefined) throw new OperationError('not-found', { what: 'export' });
  return { folder, name };
}

/** Keeps a name and password for one server. Gives whether they outlast the app. */
async function keepSecret(
  { webSecrets }: Shell,
  { address, user, password }: { address: string; user: string; password: string },
  nameFor: (origin: string) => string,
): Promise<boolean> {
  const origin = readWebAddress(address)?.origin;
  // A colon would end the name and begin the password.
  if (!origin || user.includes(':')) throw new OperationError('bad-input', { what: 'input' });
  return (await webSecrets()).keep(nameFor(origin), origin, user, password);
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

  'organisation.open': async (_, shell) => {
    const [file] = await openTexts(shell, 'organisation.title', ['yml', 'yaml'], {
      largest: organisationLimits.characters,
    });
    return file ? { text: file.text } : null;
  },

  'results.open': async (_, shell) => {
    const files = await openTexts(shell, 'results.title', ['json'], {
      largest: largestResults,
      several: true,
    });
    return files.length > 0 ? { texts: files.map(({ text }) => text) } : null;
  },

  'team.choose': async ({ what }, { window, service, look }) => {
    const { words } = await import('./words');
    const t = await words(look.language);
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: t(`team.${what}`),
      ...teamDialogs[what],
    });
    if (canceled || filePaths.length === 0) return { chosen: false };
    service.readForTeam(what, filePaths);
    return { chosen: true };
  },

  'team.sign-in': async (given, shell) => ({ lasting: await keepSecret(shell, given, teamSecret) }),

  'table.save': async ({ name, format, rows }, shell) => {
    const { tableFile } = await import('./table-file');
    const bytes = await tableFile(rows, format);
    return saveAs(shell, `${name}.${format}`, (file) => writeFile(file, bytes));
  },

  'questions.open': async (_, shell) => {
    const { exchangeFormats } = await import('../../core/exchange');
    const { exchangeLimits } = await import('../../core/exchange/limits');
    const { likelyFormats } = await import('../../core/exchange/guess');
    const extensions = Object.values(exchangeFormats).flatMap((format) => [...format.extensions]);
    const [file] = await openTexts(shell, 'questions.title', [...new Set(extensions)], {
      // In UTF-8 a letter takes up to four bytes; the importer counts letters.
      largest: exchangeLimits.length * 4,
    });
    return file ? { ...file, formats: likelyFormats(file.name, file.text) } : null;
  },

  'translation.open': async (_, shell) => {
    const [file] = await openTexts(shell, 'translation.title', ['xlf', 'xliff'], {
      largest: largestTranslation,
    });
    return file ? { text: file.text } : null;
  },

  'asset.save': ({ course, path }, shell) => {
    const known = shell.service.manifest.get(course);
    if (!known?.files.has(path)) throw new OperationError('not-found', { what: 'file' });
    return saveAs(shell, path, (file) => copyFile(join(known.root, path), file));
  },

  'import.choose': async (_, { window, service, look }) => {
    const { words } = await import('./words');
    const t = await words(look.language);
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: t('import.title'),
      properties: ['openDirectory'],
    });
    const [folder] = filePaths;
    if (canceled || folder === undefined) return { chosen: false };
    service.bringIn(folder);
    return { chosen: true };
  },

  'pack.inspect': async (_, { window, service, look }) => {
    const { words } = await import('./words');
    const t = await words(look.language);
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: t('pack.open'),
      filters: [{ name: t('pack.kind'), extensions: [packEnding.slice(1)] }],
      properties: ['openFile'],
    });
    const [file] = filePaths;
    if (canceled || file === undefined) return { chosen: false };
    service.readPack(file);
    return { chosen: true };
  },

  'pack.export': async ({ course }, { window, service, look }) => {
    const version = service.versions.get(course);
    if (version === undefined) throw new OperationError('not-found', { what: 'course' });
    const { words } = await import('./words');
    const t = await words(look.language);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: t('pack.save'),
      defaultPath: join(app.getPath('documents'), basename(packName(course, version))),
      filters: [{ name: t('pack.kind'), extensions: [packEnding.slice(1)] }],
    });
    if (canceled || !filePath) return { chosen: false };
    service.writePack(course, filePath);
    return { chosen: true };
  },

  'signing.read': async (_, { signingKey }) => (await signingKey()).read(),
  'signing.create': async (_, { signingKey }) => (await signingKey()).create(),
  'signing.forget': async (_, { signingKey }) => (await signingKey()).forget(),

  'export.save': async ({ export: id }, shell) => {
    const { folder, name } = await finishedExport(shell, id);
    return saveAs(shell, name, (file) => copyFile(join(folder, name), file));
  },

  'folder.choose': async (_, { window, service, look }) => {
    const { words } = await import('./words');
    const t = await words(look.language);
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: t('sync.title'),
      properties: ['openDirectory', 'createDirectory'],
    });
    const [folder] = filePaths;
    if (canceled || folder === undefined) return { chosen: false };
    service.takeFolder(folder);
    return { chosen: true };
  },

  'secret.keep': async ({ target, ...given }, shell) => ({
    kept: await keepSecret(shell, given, () => target),
  }),

  'secret.forget': async ({ target }, { webSecrets }) => {
    await (await webSecrets()).forget(target);
    return null;
  },

  'proxy.sign-in': async ({ user, password }, { webAccess }) => {
    (await webAccess()).signInToProxy(user, password);
    return null;
  },

  'sheet.save': async ({ export: id }, shell) => {
    const { folder, name } = await finishedExport(shell, id);
    if (extname(name) !== '.html') throw new OperationError('not-possible', { what: 'export' });
    return saveAs(shell, `${basename(name, '.html')}.pdf`, async (file) => {
      const { printPage } = await import('./print');
      await writeFile(file, await printPage(await readFile(join(folder, name), 'utf8')));
    });
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
