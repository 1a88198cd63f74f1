// The dialogs of the system: texts that are opened, files that are saved, things that are chosen.
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { OperationError } from '../../../core/errors';
import type { TeamReads } from '../../service/messages';
import type { Shell } from './shell';

type Title =
  | 'import.title'
  | 'organisation.title'
  | 'pack.kind'
  | 'pack.open'
  | 'pack.save'
  | 'questions.title'
  | 'results.title'
  | 'save.title'
  | 'sync.title'
  | `team.${TeamReads}`
  | 'translation.title';

/** In the language of the window. Words are read when they are first needed, not at each start. */
export async function titleOf(shell: Shell, title: Title): Promise<string> {
  const { words } = await import('../words');
  return (await words(shell.look.language))(title);
}

/** Asks for files or folders; none when the person chose none. */
export async function choose(
  shell: Shell,
  title: Title,
  options: OpenDialogOptions,
): Promise<string[]> {
  const asked = { title: await titleOf(shell, title), ...options };
  const { canceled, filePaths } = await dialog.showOpenDialog(shell.window, asked);
  return canceled ? [] : filePaths;
}

/** Asks where a file is to go; null when the person decided against it. `name` is offered. */
export async function choosePlace(
  shell: Shell,
  title: Title,
  name: string,
  options: SaveDialogOptions = {},
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(shell.window, {
    title: await titleOf(shell, title),
    defaultPath: join(app.getPath('documents'), basename(name)),
    ...options,
  });
  return canceled || !filePath ? null : filePath;
}

/**
 * Asks for text files and reads them; none when the person chose none.
 * Throws OperationError: bad-file for more than `largest` bytes.
 */
export async function openTexts(
  shell: Shell,
  title: Title,
  extensions: string[],
  { largest, several = false }: { largest: number; several?: boolean },
): Promise<{ name: string; text: string }[]> {
  const files = await choose(shell, title, {
    filters: [{ name: extensions.join(', '), extensions }],
    properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  const texts: { name: string; text: string }[] = [];
  for (const file of files) {
    const name = basename(file);
    const { size } = await stat(file);
    if (size > largest) throw new OperationError('bad-file', { file: name });
    texts.push({ name, text: await readFile(file, 'utf8') });
  }
  return texts;
}

/** Asks where it is to go, and writes it there. Throws OperationError: disk-full, not-writable. */
export async function saveAs(
  shell: Shell,
  name: string,
  write: (file: string) => Promise<void>,
): Promise<{ saved: boolean }> {
  const file = await choosePlace(shell, 'save.title', name);
  if (file === null) return { saved: false };
  try {
    await write(file);
    return { saved: true };
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw new OperationError(code === 'ENOSPC' ? 'disk-full' : 'not-writable', { file });
  }
}
