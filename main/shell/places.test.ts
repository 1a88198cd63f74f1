import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  courseFolders,
  localDataFolder,
  machineCourseFolder,
  machineGuard,
  machinePolicyFile,
  ownCourseFolder,
} from './places';

describe('the data folder lies on this computer, never in what roams', () => {
  const windows = {
    LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local',
    APPDATA: '\\\\server\\profiles\\ada\\AppData\\Roaming',
  };
  test.each([
    ['win32', windows, join(windows.LOCALAPPDATA, 'Deskwise')],
    ['win32', { APPDATA: windows.APPDATA }, join(homedir(), 'AppData', 'Local', 'Deskwise')],
    ['win32', { LOCALAPPDATA: '' }, join(homedir(), 'AppData', 'Local', 'Deskwise')],
    ['darwin', {}, join(homedir(), 'Library', 'Application Support', 'Deskwise')],
    ['linux', {}, join(homedir(), '.local', 'share', 'deskwise')],
    ['linux', { XDG_DATA_HOME: '/srv/ada' }, join('/srv/ada', 'deskwise')],
    ['linux', { XDG_DATA_HOME: '' }, join(homedir(), '.local', 'share', 'deskwise')],
  ] as const)('%s with %j', (platform, env, folder) => {
    expect(localDataFolder({ platform, env })).toBe(folder);
  });
});

test.each([
  ['win32', { ProgramData: 'D:\\ProgramData' }, join('D:\\ProgramData', 'Deskwise', 'courses')],
  ['win32', {}, join('C:\\ProgramData', 'Deskwise', 'courses')],
  ['darwin', {}, '/Library/Application Support/Deskwise/courses'],
  ['linux', {}, '/usr/share/deskwise/courses'],
] as const)('where IT puts courses on %s with %j', (platform, env, folder) => {
  expect(machineCourseFolder({ platform, env })).toBe(folder);
});

describe('the folders of courses', () => {
  test('later ones win: what the person named wins over all', () => {
    expect(courseFolders('/app/courses', '/data', '/stick')).toEqual([
      { kind: 'shipped', path: '/app/courses' },
      { kind: 'machine', path: machineCourseFolder() },
      { kind: 'own', path: ownCourseFolder('/data') },
      { kind: 'extra', path: '/stick' },
    ]);
  });

  test('without a folder on the command line there are three', () => {
    const kinds = courseFolders('/app/courses', '/data', null).map(({ kind }) => kind);
    expect(kinds).toEqual(['shipped', 'machine', 'own']);
  });

  test('the own one lies with the data', () => {
    expect(ownCourseFolder('/data')).toBe(join('/data', 'courses'));
  });
});

test.each([
  ['win32', join('C:\\Apps\\Deskwise\\resources', 'policy', 'policy.json')],
  ['darwin', '/Library/Application Support/Deskwise/policy.json'],
  ['linux', '/etc/deskwise/policy.json'],
] as const)('where the organisation puts its policy on %s', (platform, file) => {
  expect(machinePolicyFile('C:\\Apps\\Deskwise\\resources', { platform })).toBe(file);
});

test('a policy is believed when it belongs to root, on Windows when it lies among the programs', () => {
  expect(machineGuard({ platform: 'linux', env: {} })).toEqual({
    by: 'owner',
    owner: 0,
    from: '/',
  });
  const env = { ProgramFiles: 'C:\\Program Files' };
  expect(machineGuard({ platform: 'win32', env })).toEqual({
    by: 'place',
    folders: ['C:\\Program Files'],
  });
  expect(machineGuard({ platform: 'win32', env: {} })).toEqual({ by: 'place', folders: [] });
});
