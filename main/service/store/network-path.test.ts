import { describe, expect, test } from 'vitest';
import { OperationError } from '../../../core/errors';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { isOnNetwork } from './network-path';

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

test('a folder of this computer does not', () => {
  expect(isOnNetwork(temporaryFolder())).toBe(false);
});

test('where it cannot be told, nobody is kept from working', () => {
  expect(isOnNetwork('//server/share', 'darwin')).toBe(false);
});
