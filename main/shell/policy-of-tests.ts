// Tests bring a policy file of their own; the app that people install takes none but the machine's.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import type { Guard } from './policy-file';

/** In development, and in the package that is made for tests: it says so in its own archive, which cannot be changed. */
export function mayBeTested(): boolean {
  if (!app.isPackaged) return true;
  const made: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
  return (made as { flavour?: unknown }).flavour === 'test';
}

/** As on a real computer, with whoever runs the tests as the administrator of their own folder. */
export const guardOfTest = (file: string): Guard => ({
  by: 'owner',
  owner: process.getuid?.() ?? 0,
  from: dirname(file),
});
