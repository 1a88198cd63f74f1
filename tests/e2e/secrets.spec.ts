// What only the key ring of the system may know: the key that packs are signed with, and passwords for servers.
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from './app';
import { test } from './key-ring';
import { deskCourses } from './screens';
import { SmallStore, TokenServer } from './small-store';
import { beginAs, expectNoSidewaysScrolling, goTo, isOnDisk, title } from './steps';
import { answer, begin, everyStep, fillOAuth, found, picture, press, stands } from './sync-steps';

/** The file that the person names in the next dialogs of the system. */
const choose = (electron: ElectronApplication, file: string) =>
  electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, file);

async function saveCourse(page: Page): Promise<void> {
  await goTo(page, '/course/far-post/share');
  await page.getByRole('button', { name: /^Save as a course file/ }).click();
}

test('a key is made, signs over starts, and is known elsewhere once its number was compared', async ({
  app,
  keyRing,
}) => {
  const file = join(app.dataFolder, 'far-post.course');
  const own = join(app.dataFolder, 'author', 'courses');
  mkdirSync(own, { recursive: true });
  cpSync(join(deskCourses, '02-far-post'), join(own, 'far-post'), { recursive: true });
  const author = ['--lang', 'en'] as const;
  const first = await app.startAt('author', ...author);
  await beginAs(first.page, 'Ben');
  await goTo(first.page, '/signing');
  await first.page.getByRole('button', { name: 'Make a key' }).click();
  const key = first.page.getByText(/^deskwise-key:/);
  await expect(key).toBeVisible();
  const publicKey = (await key.textContent()) ?? '';
  await expectNoSidewaysScrolling(first.page);
  expect(await found(first.page)).toEqual([]);
  await picture(first.page, 'key');
  await first.close();

  // The secret half is sealed: nothing on the disk opens it without the key ring.
  const kept = join(app.dataFolder, 'author', 'signing-key.json');
  const { sealed } = JSON.parse(readFileSync(kept, 'utf8')) as { sealed: string };
  expect(Buffer.from(sealed, 'base64').subarray(0, 3).toString()).toBe('v11');

  const second = await app.startAt('author', ...author);
  await choose(second.electron, file);
  await saveCourse(second.page);
  await expect(second.page.getByText('It is signed with your key.')).toBeVisible();
  await second.close();

  const reader = await app.startAt('reader', '--lang', 'en');
  await beginAs(reader.page, 'Amina');
  await choose(reader.electron, file);
  await goTo(reader.page, '/library');
  await reader.page.getByRole('button', { name: /^Add a course from a file/ }).click();
  await expect(
    reader.page.getByText('Not verified: this computer does not know the signer'),
  ).toBeVisible();
  await goTo(reader.page, '/signing');
  await reader.page.getByLabel('Name of the signer').fill('Norlund training unit');
  await reader.page.getByLabel('Public key').fill(publicKey);
  await reader.page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(reader.page.getByText('Norlund training unit is known from now on.')).toBeVisible();
  await goTo(reader.page, '/pack');
  await expect(reader.page.getByText('Verified: signed by Norlund training unit')).toBeVisible();
  await picture(reader.page, 'verified');
  await reader.page.getByRole('button', { name: 'Install the course' }).click();
  await expect(title(reader.page)).toContainText('is in your library');
  await reader.close();

  // Without the key ring nothing is signed, nothing is saved unsigned in its place, and the key stays.
  await keyRing.stop();
  const locked = await app.startAt('author', ...author);
  const other = join(app.dataFolder, 'other.course');
  await choose(locked.electron, other);
  await saveCourse(locked.page);
  await expect(
    locked.page.getByText('Your key could not be read from the safe place for passwords'),
  ).toBeVisible();
  await expect(locked.page.getByText('Your key cannot be read now')).toBeVisible();
  await expect(locked.page.getByText('There is no safe place for a key')).toHaveCount(0);
  await picture(locked.page, 'locked');
  expect(readdirSync(app.dataFolder)).not.toContain('other.course');
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ sealed });
  await locked.close();
});

test('a password for a server is kept by the key ring alone, and outlasts a start', async ({
  app,
  keyRing,
}) => {
  const secret = 'a secret of nine words';
  const store = new SmallStore('token-9');
  const tokens = new TokenServer({ name: 'key', secret }, 'token-9');
  try {
    const [address, tokenUrl] = [await store.start(), await tokens.start()];
    const first = await begin(app, 'desk', 'Amina');
    await answer(first.page, 0);
    await fillOAuth(first.page, { address, tokenUrl, scope: '', secret });
    await everyStep(first.page);
    await press(first.page, 'Begin');
    await stands(first.page, 'Up to date since');
    await expect(first.page.getByText('until you close Deskwise')).toHaveCount(0);
    await first.close();
    expect(isOnDisk(app.dataFolder, secret)).toBe(false);
    const sent = store.held.length;
    expect(sent).toBeGreaterThan(0);

    const second = await app.startAt('desk', '--lang', 'en', '--courses', deskCourses);
    await expect(title(second.page)).toContainText('Amina');
    await answer(second.page, 1);
    await goTo(second.page, '/sync');
    await stands(second.page, 'Up to date since');
    expect(store.held.length).toBeGreaterThan(sent);
    await second.close();

    // Not signed in to the desktop: the person is asked, and nothing is lost.
    await keyRing.stop();
    const third = await app.startAt('desk', '--lang', 'en', '--courses', deskCourses);
    await goTo(third.page, '/sync');
    await expect(third.page.getByLabel('Password or secret')).toBeVisible({ timeout: 30_000 });
    await picture(third.page, 'locked-out');
    await third.close();
  } finally {
    store.close();
    tokens.close();
  }
});
