// Exports that are done, put where the person says: as they are, or printed.
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { OperationError } from '../../../core/errors';
import { exportsFolder } from '../../service/messages';
import { saveAs } from './dialogs';
import type { Shell, ShellHandlers } from './shell';

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

export const exports: ShellHandlers<'export.save' | 'sheet.save'> = {
  'export.save': async ({ export: id }, shell) => {
    const { folder, name } = await finishedExport(shell, id);
    return saveAs(shell, name, (file) => copyFile(join(folder, name), file));
  },

  'sheet.save': async ({ export: id }, shell) => {
    const { folder, name } = await finishedExport(shell, id);
    if (extname(name) !== '.html') throw new OperationError('not-possible', { what: 'export' });
    return saveAs(shell, `${basename(name, '.html')}.pdf`, async (file) => {
      const { printPage } = await import('../print');
      await writeFile(file, await printPage(await readFile(join(folder, name), 'utf8')));
    });
  },
};
