// Where things lie on this computer: data in local application data (never roaming), courses in four places.
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CourseFolder } from '../service/library/folders';
import type { Guard } from './policy-file';

interface Surroundings {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
}

const here: Surroundings = { platform: process.platform, env: process.env };

/** Local application data: a roaming profile would carry the database over the network at each sign-in. */
export function localDataFolder({ platform, env }: Surroundings = here): string {
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'Deskwise');
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Deskwise');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'deskwise');
}

/** Where IT puts courses for everybody on this computer. */
export function machineCourseFolder({ platform, env }: Surroundings = here): string {
  if (platform === 'win32')
    return join(env.ProgramData || 'C:\\ProgramData', 'Deskwise', 'courses');
  if (platform === 'darwin') return '/Library/Application Support/Deskwise/courses';
  return '/usr/share/deskwise/courses';
}

/** Where IT puts the organisation's own words for the courses. */
export const machineOrganisationFile = (surroundings: Surroundings = here): string =>
  join(dirname(machineCourseFolder(surroundings)), 'organisation.yml');

/** Where the organisation says what holds on this computer; only administrators can write there. */
export function machinePolicyFile(
  resources: string,
  { platform }: Pick<Surroundings, 'platform'> = here,
): string {
  if (platform === 'win32') return join(resources, 'policy', 'policy.json');
  if (platform === 'darwin') return '/Library/Application Support/Deskwise/policy.json';
  return '/etc/deskwise/policy.json';
}

/** What has to be true of a policy file on this system, so that it is believed. */
export function machineGuard({ platform, env }: Surroundings = here): Guard {
  if (platform !== 'win32') return { by: 'owner', owner: 0, from: '/' };
  const folders = [env.ProgramW6432, env.ProgramFiles, env['ProgramFiles(x86)']];
  return { by: 'place', folders: folders.filter((folder) => folder !== undefined) };
}

/** Later folders win over earlier ones where two courses have the same id and version. */
export function courseFolders(
  shippedFolder: string,
  dataFolder: string,
  extraFolder: string | null,
): CourseFolder[] {
  return [
    { kind: 'shipped', path: shippedFolder },
    { kind: 'machine', path: machineCourseFolder() },
    { kind: 'own', path: ownCourseFolder(dataFolder) },
    ...(extraFolder ? [{ kind: 'extra' as const, path: extraFolder }] : []),
  ];
}

export const ownCourseFolder = (dataFolder: string): string => join(dataFolder, 'courses');
