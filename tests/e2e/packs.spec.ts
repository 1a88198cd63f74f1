// A course goes out as a file and comes in as one: looked at, taken in, updated, taken away; what was learned stays.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './app';
import { deskCourses } from './screens';
import { beginAs, expectNoSidewaysScrolling, goTo, title, toLibrary } from './steps';
import { violations } from './violations';

/** What the person chooses in the next dialogs of the system. */
const choose = (electron: ElectronApplication, open: string, save: string) =>
  electron.evaluate(
    ({ dialog }, files) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [files.open] });
      dialog.showSaveDialog = async (...given: unknown[]) => {
        const { defaultPath = '' } = given.at(-1) as { defaultPath?: string };
        Object.assign(globalThis, { suggested: defaultPath });
        return { canceled: false, filePath: files.save };
      };
    },
    { open, save },
  );

const suggestedName = (electron: ElectronApplication) =>
  electron.evaluate(() =>
    (globalThis as { suggested?: string }).suggested?.replace(/^.*[\\/]/, ''),
  );

/** A file from the file manager, dropped the moment it comes over something else in the window. */
async function drop(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop', x: number, y: number) =>
    session.send('Input.dispatchDragEvent', { type, x, y, data });
  await drag('dragEnter', 400, 300);
  await drag('dragOver', 400, 300);
  await expect(page.getByText('Drop the course file here')).toBeVisible();
  const { x, y, height } = (await page.locator('.rail__mark').boundingBox()) ?? {
    x: 0,
    y: 0,
    height: 0,
  };
  await drag('drop', x + 2, y + height / 2);
  await expect(page.getByText('Drop the course file here')).toHaveCount(0);
}

/** The shipped course for tests as one that is being written here. */
function author(dataFolder: string, version: string): void {
  const folder = join(dataFolder, 'courses', 'desk');
  mkdirSync(join(dataFolder, 'courses'), { recursive: true });
  cpSync(join(deskCourses, '02-far-post'), folder, { recursive: true });
  const file = join(folder, 'course.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^version: .*$/m, `version: ${version}`));
}

test('out as a file, in by dialog, updated by a drop, taken away, and back', async ({ app }) => {
  // Made on another computer.
  const there = join(app.dataFolder, 'there');
  author(there, '5.0.0');
  const files = [join(app.dataFolder, 'one.course'), join(app.dataFolder, 'two.course')] as const;
  const writer = await app.start('--lang', 'en', '--data', there);
  await beginAs(writer.page, 'Ben');
  for (const [at, file] of files.entries()) {
    const course = join(there, 'courses', 'desk', 'course.md');
    if (at === 1) {
      writeFileSync(course, readFileSync(course, 'utf8').replace('5.0.0', '5.1.0'));
      await expect(writer.page.getByText('Version 5.1.0')).toBeVisible();
    }
    await choose(writer.electron, file, file);
    await goTo(writer.page, '/course/far-post/share');
    await writer.page.getByRole('button', { name: /^Save as a course file/ }).click();
    await expect(writer.page.getByText(`Saved: ${basename(file)}`)).toBeVisible();
    await expect(writer.page.getByText('It is not signed.')).toBeVisible();
    expect(await suggestedName(writer.electron)).toBe(`far-post-5.${at}.0.course`);
  }
  await writer.close();

  const { page, electron, complaints, close } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await choose(electron, files[0], files[0]);
  await toLibrary(page);
  await page.getByRole('button', { name: /^Add a course from a file/ }).click();
  await expect(title(page)).toBeFocused();
  await expect(page.getByText('From the file one.course')).toBeVisible();
  await expect(page.getByText('Not verified: nobody signed this course')).toBeVisible();
  await expect(page.getByText('This course is new on this computer.')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  const name = (await title(page).textContent()) ?? '';
  await page.getByRole('button', { name: 'Install the course' }).click();
  await expect(title(page)).toHaveText(`“${name}” is in your library`);
  await page.getByRole('link', { name: 'Open the course' }).click();
  await expect(title(page)).toHaveText(name);
  await page.getByRole('link', { name: 'Start the course' }).click();
  await page.getByRole('button', { name: 'Finish lesson' }).click();
  await page.getByRole('button', { name: 'Finish anyway' }).click();

  // From another screen, a newer version is dropped on the window.
  await page.getByRole('link', { name: 'Home' }).click();
  await drop(page, files[1]);
  await expect(
    page.getByText('You have version 5.0.0. It will be replaced by version 5.1.0.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Update the course' }).click();
  await expect(title(page)).toHaveText(`“${name}” is now version 5.1.0`);
  await page.getByRole('link', { name: 'Open the course' }).click();
  await expect(page.getByText(/1 of \d+ lessons? finished/)).toBeVisible();

  // Away, and back: what was learned is still there.
  await page.getByRole('button', { name: 'Remove this course' }).click();
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove the course' }).click();
  await expect(page.getByText(`“${name}” was removed`)).toBeVisible();
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  expect(complaints).toEqual([]);
  await close();
  const again = await app.start('--lang', 'en', '--import', files[1]);
  await again.page.getByRole('button', { name: 'Install the course' }).click();
  await again.page.getByRole('link', { name: 'Open the course' }).click();
  await expect(again.page.getByText(/1 of \d+ lessons? finished/)).toBeVisible();
});

test('a file that is none is refused in words, and nothing is changed', async ({ app }) => {
  const file = join(app.dataFolder, 'letter.course');
  writeFileSync(file, 'Dear colleague');
  const { page } = await app.start('--lang', 'en', file);
  await page.getByRole('textbox').fill('Amina');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(title(page)).toHaveText('This file was not taken in');
  await expect(
    page.getByText('This is not a course file, or it was damaged on the way.'),
  ).toBeVisible();
  await expect(page.getByText('Nothing was changed.')).toBeVisible();
});

test('a list of known signers that was damaged is said to be lost, once, and is kept', async ({
  app,
}) => {
  writeFileSync(join(app.dataFolder, 'signers.json'), '[{"publicKey": "0f3a');
  const { page, complaints } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await goTo(page, '/signing');
  await expect(page.getByText('The list of signers you know could not be read')).toBeVisible();
  const kept = (await page.locator('.notice__path').textContent()) ?? '';
  expect(readFileSync(kept, 'utf8')).toBe('[{"publicKey": "0f3a');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Understood' }).click();
  await expect(page.getByText('The list of signers you know could not be read')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
  await page.reload();
  await goTo(page, '/signing');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(page.getByText('The list of signers you know could not be read')).toHaveCount(0);
  expect(complaints).toEqual([]);
});
