import { readdirSync, type StatsFs, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { openDatabase } from './database';
import { isOnNetwork } from './network-path';

// There is no network share here: the system is made to say that there is one.
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  statfsSync: vi.fn(),
}));

const mountedAs = (type: number): void => {
  vi.mocked(statfsSync).mockReturnValue({ type } as StatsFs);
};

beforeEach(() => mountedAs(0xef53));

describe('on Windows', () => {
  test.each([
    '\\\\server\\share\\Deskwise',
    '//server/share/Deskwise',
    '\\\\10.0.0.7\\home$\\ada',
    '\\\\?\\UNC\\server\\share\\Deskwise',
    '\\\\.\\unc\\server\\share',
  ])('%s lies on a network', (folder) => {
    expect(isOnNetwork(folder, 'win32')).toBe(true);
  });

  test.each([
    'C:\\Users\\ada\\AppData\\Local\\Deskwise',
    'D:/Deskwise',
    '\\\\?\\C:\\Users\\ada',
    '\\\\.\\C:\\Users',
    '\\Deskwise',
    'C:\\\\server\\share',
  ])('%s does not', (folder) => {
    expect(isOnNetwork(folder, 'win32')).toBe(false);
  });
});

describe('on Linux', () => {
  test.each([
    ['NFS', 0x6969],
    ['SMB', 0x517b],
    ['CIFS', 0xff534d42],
    ['CIFS as a negative number', 0xff534d42 | 0],
    ['SMB 2', 0xfe534d42],
  ])('%s is a network', (_, type) => {
    mountedAs(type);
    expect(isOnNetwork(temporaryFolder(), 'linux')).toBe(true);
  });

  test('a disk is none, whatever it is called', () => {
    expect(isOnNetwork(join(temporaryFolder(), '//server/share'), 'linux')).toBe(false);
  });

  test.runIf(process.platform === 'linux')('no database is made there', () => {
    mountedAs(0x6969);
    const folder = temporaryFolder();
    expect(() => openDatabase(join(folder, 'learn.db'), [])).toThrow(
      expect.objectContaining({ kind: 'data-on-network', values: { folder } }),
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('where it cannot be told, nobody is kept from working', () => {
  expect(isOnNetwork('//server/share', 'darwin')).toBe(false);
});
