// The index of a catalogue as web servers tell its states apart.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import { writeIndex } from './write-index';

test('three states of one size, written at once, are three to a server that sees seconds', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'catalogue.json');
  const seen = ['one', 'two', 'six'].map((content) => {
    writeIndex(folder, content);
    expect(readFileSync(file, 'utf8')).toBe(content);
    return Math.floor(statSync(file).mtimeMs / 1000);
  });
  expect(new Set(seen).size).toBe(3);
});
