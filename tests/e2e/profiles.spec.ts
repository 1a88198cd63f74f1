// Several people on one computer, each with a record of their own.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { deskCourses, deskItems } from './screens';
import { itemAt, solve } from './solve';
import { beginAs, goTo, isOnDisk, openCourse, setting, title } from './steps';

test('two profiles keep apart what they learned, and the last one is open at the next start', async ({
  app,
}) => {
  const { page, close } = await app.start('--lang', 'en', '--courses', deskCourses);
  await beginAs(page, 'Amina');
  await openCourse(page, 'A safe desk');
  await page.getByRole('link', { name: 'Start the course' }).click();
  const [first] = deskItems;
  if (!first) throw new Error('the lesson has no items');
  await solve(itemAt(page, 0), first, true);

  await page.getByRole('link', { name: /^Profile of Amina/ }).click();
  await page.getByRole('button', { name: 'New profile' }).click();
  await page.getByRole('textbox').fill('Jonas');
  await page.getByRole('button', { name: 'Make profile' }).click();
  await expect(title(page)).toContainText('Jonas');
  await openCourse(page, 'A safe desk');
  await page.getByRole('link', { name: 'Start the course' }).click();
  await expect(itemAt(page, 0).getByRole('button', { name: 'Check answer' })).toBeVisible();

  await page.getByRole('link', { name: /^Profile of Jonas/ }).click();
  await page.getByRole('button', { name: /^Amina/ }).click();
  await expect(title(page)).toContainText('Amina');
  await page.getByRole('link', { name: 'Continue' }).click();
  await expect(itemAt(page, 0).locator('.verdict__title')).toHaveText('Right');
  await close();

  const again = await app.start('--lang', 'en', '--courses', deskCourses);
  await expect(title(again.page)).toContainText('Amina');
  expect(again.complaints).toEqual([]);
});

test('who is asked whether two profiles are one person is at the button again after the answer', async ({
  app,
}) => {
  const { page, complaints } = await app.start('--lang', 'en', '--courses', deskCourses);
  await beginAs(page, 'Amina');
  await page.getByRole('link', { name: /^Profile of Amina/ }).click();
  await page.getByRole('button', { name: 'New profile' }).click();
  await page.getByRole('textbox').fill('Jonas');
  await page.getByRole('button', { name: 'Make profile' }).click();
  await expect(title(page)).toContainText('Jonas');
  await goTo(page, '/sync');

  const join = page.getByRole('button', { name: 'This is me', exact: true });
  await join.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Leave it as it is' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(join).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Make them one' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Counts as you.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'This is not me' })).toBeFocused();
  expect(complaints).toEqual([]);
});

test('a copy of my data is saved where I say, and erasing leaves nothing on the disk', async ({
  app,
}) => {
  const { electron, page, close } = await app.start('--lang', 'en', '--courses', deskCourses);
  await beginAs(page, 'Zebulonia');
  await openCourse(page, 'A safe desk');
  await page.getByRole('link', { name: 'Start the course' }).click();
  await expect(title(page)).toHaveText('Locks and screens');
  await page.getByRole('link', { name: 'Settings' }).click();

  const file = `${app.dataFolder}/copy-of-my-data.json`;
  // The native dialog is the system's own; here it answers with a file.
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Save a copy of my data' }).click();
  await expect(page.getByText('The copy is saved.')).toBeVisible();
  const copy = JSON.parse(readFileSync(file, 'utf8'));
  expect(copy.profile.name).toBe('Zebulonia');
  expect(copy.events.length).toBeGreaterThan(0);
  rmSync(file);

  expect(isOnDisk(app.dataFolder, 'Zebulonia')).toBe(true);
  await page.getByRole('button', { name: 'Erase my data' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(title(page)).toHaveText('Welcome to Deskwise');
  expect(isOnDisk(app.dataFolder, 'Zebulonia')).toBe(false);
  await close();
  expect(isOnDisk(app.dataFolder, 'Zebulonia')).toBe(false);
});

test('themes, text size and motion are kept, and can be seen at once', async ({ app }) => {
  const { page, close } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await page.getByRole('link', { name: 'Settings' }).click();
  const html = page.locator('html');
  const paper = () => html.evaluate((element) => getComputedStyle(element).backgroundColor);
  const papers = new Set<string>();
  for (const theme of ['Light', 'Dark', 'High contrast']) {
    await setting(page, 'Theme', theme).click({ force: true });
    await expect(setting(page, 'Theme', theme)).toBeChecked();
    await expect.poll(async () => papers.has(await paper())).toBe(false);
    papers.add(await paper());
  }
  const size = () => html.evaluate((element) => getComputedStyle(element).fontSize);
  const before = Number.parseFloat(await size());
  await setting(page, 'Text size', '200%').click({ force: true });
  await expect.poll(async () => Number.parseFloat(await size())).toBe(before * 2);
  await setting(page, 'Motion', 'Less motion').click({ force: true });
  await expect(html).toHaveAttribute('data-motion', 'reduced');
  await close();

  const again = await app.start('--lang', 'en');
  await expect(title(again.page)).toContainText('Amina');
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await expect(again.page.locator('html')).toHaveAttribute('data-motion', 'reduced');
  await expect(again.page.locator('html')).toHaveAttribute('data-text', '200');
});

test('a theme that the command line asked for is gone at the next start, from the first moment', async ({
  app,
}) => {
  const once = await app.start('--lang', 'en', '--theme', 'dark');
  await beginAs(once.page, 'Amina');
  await expect(once.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await once.close();
  const kept = JSON.parse(readFileSync(join(app.dataFolder, 'window.json'), 'utf8')) as object;
  expect(kept).toMatchObject({ theme: 'system' });
});
