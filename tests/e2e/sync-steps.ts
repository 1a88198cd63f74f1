// What people do on the pages of sync, for the tests that walk through it.
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Launcher, type RunningApp } from './app';
import { deskCourses, deskItems } from './screens';
import { itemAt, solve } from './solve';
import { beginAs, goTo, setting, title } from './steps';
import { violations } from './violations';

const pictures = process.env.DESKWISE_SYNC_PICTURES;
export const lesson = '/course/safe-desk/lesson/locks';

/** For whoever looks at them; tests need none. */
export async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: false });
}

export async function begin(app: Launcher, computer: string, name: string): Promise<RunningApp> {
  const running = await app.startAt(computer, '--lang', 'en', '--courses', deskCourses);
  await beginAs(running.page, name);
  return running;
}

export async function answer(page: Page, ...items: number[]): Promise<void> {
  await goTo(page, lesson);
  for (const at of items) {
    const item = deskItems[at];
    if (item) await solve(itemAt(page, at), item, true);
  }
}

/** What the page of the course says about how far somebody is. */
export async function progress(page: Page): Promise<string | null> {
  await goTo(page, '/settings');
  await expect(title(page)).toHaveText('Settings');
  await goTo(page, '/course/safe-desk');
  await expect(title(page)).toHaveText('A safe desk');
  return page.locator('#main').textContent();
}

/** What the person chooses in the next dialog of the system. */
export const chooseFolder = (electron: ElectronApplication, folder: string) =>
  electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);

export async function fillServer(page: Page, address: string, password = 'secret'): Promise<void> {
  await goTo(page, '/sync/begin/lrs');
  await page.getByLabel('Address of the server').fill(address);
  await page.getByLabel('Name or key').fill('key');
  await page.getByLabel('Password or secret').fill(password);
}

/** With client credentials of OAuth 2: name and secret go to the address of the tokens. */
export async function fillOAuth(
  page: Page,
  given: { address: string; tokenUrl: string; scope: string; secret: string },
): Promise<void> {
  await fillServer(page, given.address, given.secret);
  const how = 'OAuth 2 (client credentials)';
  await setting(page, 'How the server signs you in', how).check({ force: true });
  await page.getByLabel('Address of the tokens').fill(given.tokenUrl);
  await page.getByLabel('Scope, if one was named').fill(given.scope);
}

export async function signInToProxy(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Name for the proxy').fill(name);
  await page.getByLabel('Password for the proxy').fill(password);
  await press(page, 'Sign in');
}

/** What axe finds, once React Aria has nothing more to announce. */
export async function found(page: Page): Promise<string[]> {
  return violations(page);
}

export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click();

export async function enterCode(page: Page, code: string): Promise<void> {
  await setting(page, 'Your code', 'I have one from my other computer').check({ force: true });
  await page.getByLabel('Code of your other computer').fill(code);
}

export const everyStep = (page: Page) =>
  setting(page, 'How much is sent', 'Every step').check({ force: true });

export const stands = (page: Page, words: string) =>
  expect(page.locator('.notice__title', { hasText: words }).first()).toBeVisible({
    timeout: 30_000,
  });

export const codeOn = async (page: Page) =>
  (await page.locator('.sync__code code').first().textContent()) ?? '';

/** Fetches what the other computer sent meanwhile. */
export async function look(page: Page): Promise<void> {
  await goTo(page, '/sync');
  await stands(page, 'Up to date since');
  await press(page, 'Look for news');
}

/** By the dialog of the system; with the code of another computer where there is one. */
export async function beginFolder(
  { page, electron }: RunningApp,
  folder: string,
  code: string | null,
): Promise<void> {
  await chooseFolder(electron, folder);
  await goTo(page, '/sync/begin/folder');
  await press(page, 'Choose a folder');
  await expect(page.locator('.sync__chosen')).toContainText('shared');
  await press(page, 'Test the connection');
  await stands(page, 'The folder is there and can be written to');
  if (code !== null) await enterCode(page, code);
  await everyStep(page);
  await picture(page, `folder-${code === null ? 'first' : 'second'}`);
  await press(page, 'Begin');
  await stands(page, 'Up to date since');
}

/** The same where a computer has several places. */
export async function lookAtAll(page: Page): Promise<void> {
  await goTo(page, '/sync');
  const buttons = page.getByRole('button', { name: 'Look for news', exact: true });
  await expect(buttons.first()).toBeVisible();
  for (const button of await buttons.all()) await button.click();
}
