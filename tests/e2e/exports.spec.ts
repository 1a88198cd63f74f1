// The packaged app makes a package of a shipped course, and puts it where the person said.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app';
import { beginAs, goTo } from './steps';

/** The dialog answers by itself, and remembers the name it was to offer. */
const answerDialog = (electron: ElectronApplication, filePath: string) =>
  electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async (...given: unknown[]) => {
      const { defaultPath = '' } = given.at(-1) as { defaultPath?: string };
      (globalThis as { asked?: string }).asked = defaultPath;
      return { canceled: filePath === '', filePath };
    };
  }, filePath);

const askedFor = (electron: ElectronApplication) =>
  electron.evaluate(() => (globalThis as { asked?: string }).asked ?? '');

test('a course goes into a package, and the package where the person said', async ({ app }) => {
  const { electron, page, complaints } = await app.start();
  await beginAs(page, 'Ada');
  await goTo(page, '/course/phishing-lab/share');
  const make = page.getByRole('button', { name: 'Make it' });
  await page.getByText('SCORM 2004', { exact: true }).click();

  // Who decides against it is where they were, and nothing is left.
  await answerDialog(electron, '');
  await make.click();
  await expect.poll(() => askedFor(electron)).toContain('phishing-lab-1.0.0-scorm-2004.zip');
  await expect(make).toBeVisible();
  const made = join(app.dataFolder, 'exports');
  await expect.poll(() => (existsSync(made) ? readdirSync(made) : [])).toEqual([]);

  const file = join(app.dataFolder, 'chosen.zip');
  await answerDialog(electron, file);
  await make.click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
  const zip = readFileSync(file);
  expect(zip.subarray(0, 2).toString()).toBe('PK');
  expect(zip.includes('imsmanifest.xml')).toBe(true);
  await expect.poll(() => readdirSync(made)).toEqual([]);
  expect(complaints).toEqual([]);
});
