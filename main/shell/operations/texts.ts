// Files whose content goes to the window or comes from it, where the person said.
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperationError } from '../../../core/errors';
import { organisationLimits } from '../../../core/organisation-limits';
import { openTexts, saveAs } from './dialogs';
import type { ShellHandlers } from './shell';

/** Bytes of a translation: that of a whole course is far smaller. */
const largestTranslation = 20_000_000;

/** Bytes of one file with results: years of learning are far smaller. */
const largestResults = 50_000_000;

export const texts: ShellHandlers<
  | 'file.save'
  | 'table.save'
  | 'asset.save'
  | 'organisation.open'
  | 'results.open'
  | 'questions.open'
  | 'translation.open'
> = {
  'file.save': ({ name, text }, shell) => saveAs(shell, name, (file) => writeFile(file, text)),

  'table.save': async ({ name, format, rows }, shell) => {
    const { tableFile } = await import('../table-file');
    const bytes = await tableFile(rows, format);
    return saveAs(shell, `${name}.${format}`, (file) => writeFile(file, bytes));
  },

  'asset.save': ({ course, path }, shell) => {
    const known = shell.service.manifest.get(course);
    if (!known?.files.has(path)) throw new OperationError('not-found', { what: 'file' });
    return saveAs(shell, path, (file) => copyFile(join(known.root, path), file));
  },

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

  'questions.open': async (_, shell) => {
    const { exchangeFormats } = await import('../../../core/exchange');
    const { exchangeLimits } = await import('../../../core/exchange/limits');
    const { likelyFormats } = await import('../../../core/exchange/guess');
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
};
