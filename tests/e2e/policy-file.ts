// A policy file for the tests that start the app under one.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Launcher } from './app';

/** Gives the path of a file that only whoever runs the tests can have written. */
export function policyOf(app: Launcher, written: object | string): string {
  const folder = join(app.dataFolder, 'etc');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const file = join(folder, 'policy.json');
  writeFileSync(file, typeof written === 'string' ? written : JSON.stringify(written));
  chmodSync(file, 0o644);
  return file;
}
