// What a training office does first: switches the team view on, opens its list, reads what was handed in.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, type Launcher, type RunningApp } from './app';
import { beginAs, setting } from './steps';
import { writeExports, writeRoster, writeStatements } from './team-files';

const fixtures = join(import.meta.dirname, '..', 'fixtures');

/** What the person chooses in the next dialogs of the system. */
export const choose = (electron: ElectronApplication, chosen: string[], saved = '') =>
  electron.evaluate(
    ({ dialog }, { chosen, saved }) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: chosen });
      dialog.showSaveDialog = async () => ({ canceled: saved === '', filePath: saved });
    },
    { chosen, saved },
  );

/** Two sets of courses as one. */
export function courses(folder: string): string {
  const all = join(folder, 'courses');
  for (const set of ['service', 'mail']) {
    cpSync(join(fixtures, set, 'courses'), all, { recursive: true });
  }
  return all;
}

/** `folder` is for files of the test. */
export async function startTeam(
  app: Launcher,
  folder: string,
  ...args: string[]
): Promise<RunningApp> {
  const running = await app.start('--lang', 'en', '--courses', courses(folder), ...args);
  const { page } = running;
  await beginAs(page, 'Amina');
  await page.getByRole('link', { name: 'Settings' }).click();
  await setting(page, 'What groups have finished', 'Shown as “Team”')
    .locator('xpath=ancestor-or-self::label')
    .click();
  await page.getByRole('link', { name: 'Team', exact: true }).click();
  await expect(page.getByText('There are no figures yet')).toBeVisible();
  return running;
}

/** Opens the list and reads everything that was handed in. */
export async function readAll({ page, electron }: RunningApp, folder: string): Promise<void> {
  await page.getByRole('link', { name: 'Sources and list of people' }).click();
  await choose(electron, [writeRoster(folder)]);
  await page.getByRole('button', { name: 'Open a list …' }).click();
  await expect(page.getByText('The list is read. People: 39. Units: 4.')).toBeVisible();
  await expect(page.getByText('Line 41: no-unit has no unit.')).toBeVisible();
  await choose(electron, [writeStatements(folder), ...writeExports(folder)]);
  await page.getByRole('button', { name: 'Files people handed in …' }).click();
  await expect(page.getByText('All is read')).toBeVisible();
  await expect(page.getByText('Known already: 5')).toBeVisible();
}
