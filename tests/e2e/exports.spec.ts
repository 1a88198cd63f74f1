// The packaged app makes a package of a shipped course, and puts it where the person said.
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app';
import { deskCourses } from './screens';
import { beginAs, expectNoSidewaysScrolling, goTo } from './steps';
import { violations } from './violations';

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

  // Who thinks better of it while it is made, too.
  await electron.evaluate(({ dialog }) => {
    // Held, or it is collected, and the question ends by itself.
    const open = Object.assign(globalThis, { asking: new Promise<never>(() => {}) });
    dialog.showSaveDialog = () => open.asking;
  });
  await make.click();
  await expect(page.locator('#making-elsewhere')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(make).toBeFocused();

  // Who decides against it is where they were, and nothing is left.
  await answerDialog(electron, '');
  await make.click();
  await expect.poll(() => askedFor(electron)).toContain('phishing-lab-1.0.0-scorm-2004.zip');
  await expect(make).toBeFocused();
  const made = join(app.dataFolder, 'exports');
  await expect.poll(() => (existsSync(made) ? readdirSync(made) : [])).toEqual([]);

  const file = join(app.dataFolder, 'chosen.zip');
  await answerDialog(electron, file);
  await make.click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('#saved-elsewhere')).toBeFocused();
  const zip = readFileSync(file);
  expect(zip.subarray(0, 2).toString()).toBe('PK');
  expect(zip.includes('imsmanifest.xml')).toBe(true);
  await expect.poll(() => readdirSync(made)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('an export goes on when its page is left, and leads back once it is done', async ({ app }) => {
  // So large that nobody waits for it.
  const courses = join(app.dataFolder, 'large');
  const root = join(courses, 'far-post');
  cpSync(join(deskCourses, '02-far-post'), root, { recursive: true });
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'assets', 'plan.pdf'), randomBytes(96 * 1024 * 1024));
  const [lesson = ''] = readdirSync(root).filter((name) => /^\d.*\.md$/.test(name));
  appendFileSync(join(root, lesson), '\n[The whole plan](assets/plan.pdf)\n');
  const { electron, page, complaints } = await app.start('--lang', 'en', '--courses', courses);
  await beginAs(page, 'Ada');
  const file = join(app.dataFolder, 'chosen.zip');
  await answerDialog(electron, file);
  await goTo(page, '/course/far-post/share');
  await page.getByText('SCORM 1.2', { exact: true }).click();
  await page.getByRole('button', { name: 'Make it' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('link', { name: 'Home' }).click();

  const sign = page.locator('.frame__exports');
  await expect(sign).toContainText('is being made into a file.');
  expect(await violations(page)).toEqual([]);
  await expectNoSidewaysScrolling(page);
  await expect(sign).toContainText('is ready.', { timeout: 60_000 });
  // Nobody is asked anything where they do not expect it.
  expect(existsSync(file)).toBe(false);
  await sign.getByRole('link', { name: 'Show' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(sign).toHaveCount(0);
  expect(complaints).toEqual([]);
});
