// Files and folders that the service reads or writes from then on: the person chooses them, the window never sees where they lie.
import type { FileFilter, OpenDialogOptions } from 'electron';
import { OperationError } from '../../../core/errors';
import { packEnding, packName } from '../../../core/pack/pack-name';
import type { TeamReads } from '../../service/messages';
import { choose, choosePlace, titleOf } from './dialogs';
import type { Shell, ShellHandlers } from './shell';

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

const packFilters = async (shell: Shell): Promise<FileFilter[]> => [
  { name: await titleOf(shell, 'pack.kind'), extensions: [packEnding.slice(1)] },
];

export const choices: ShellHandlers<
  'team.choose' | 'import.choose' | 'folder.choose' | 'pack.inspect' | 'pack.export'
> = {
  'team.choose': async ({ what }, shell) => {
    const chosen = await choose(shell, `team.${what}`, teamDialogs[what]);
    if (chosen.length > 0) shell.service.readForTeam(what, chosen);
    return { chosen: chosen.length > 0 };
  },

  'import.choose': async (_, shell) => {
    const [folder] = await choose(shell, 'import.title', { properties: ['openDirectory'] });
    if (folder !== undefined) shell.service.bringIn(folder);
    return { chosen: folder !== undefined };
  },

  'folder.choose': async (_, shell) => {
    const properties = ['openDirectory', 'createDirectory'] as const;
    const [folder] = await choose(shell, 'sync.title', { properties: [...properties] });
    if (folder !== undefined) shell.service.takeFolder(folder);
    return { chosen: folder !== undefined };
  },

  'pack.inspect': async (_, shell) => {
    const filters = await packFilters(shell);
    const [file] = await choose(shell, 'pack.open', { filters, properties: ['openFile'] });
    if (file !== undefined) shell.service.readPack(file);
    return { chosen: file !== undefined };
  },

  'pack.export': async ({ course }, shell) => {
    const version = shell.service.versions.get(course);
    if (version === undefined) throw new OperationError('not-found', { what: 'course' });
    const filters = await packFilters(shell);
    const file = await choosePlace(shell, 'pack.save', packName(course, version), { filters });
    if (file !== null) shell.service.writePack(course, file);
    return { chosen: file !== null };
  },
};
