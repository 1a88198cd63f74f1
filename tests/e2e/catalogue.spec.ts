// The organisation's catalogue in the app, over a real web server: trusted by its key, installed from, updated, pinned, left.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hasNginx } from '../unit/support/nginx';
import { expect, test } from './app';
import { Office } from './office';
import { deskCourses } from './screens';
import { beginAs, expectNoSidewaysScrolling, goTo, title, toLibrary } from './steps';
import { violations } from './violations';

test.skip(!hasNginx, 'the web server is that of Debian');

let office: Office;
test.beforeEach(() => {
  office = new Office();
});
test.afterEach(() => office.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** From the library to the page, with the address entered and the key said to be right. */
async function trustCatalogue(page: Page, address: string): Promise<void> {
  await toLibrary(page);
  await page.getByRole('link', { name: 'More courses' }).click();
  await expect(page.getByText('No catalogue is switched on')).toBeVisible();
  await page.getByRole('textbox', { name: 'Address of the catalogue' }).fill(address);
  await button(page, 'Use this address').click();
  await expect(page.getByText('Whose catalogue is this?')).toBeVisible();
  // Each time what was pressed went away.
  const standing = page.locator('#catalogue-standing');
  await expect(standing).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await button(page, 'The number is right: use this catalogue').click();
  await expect(standing).toBeFocused();
  await expect(page.getByRole('article')).toBeVisible();
}

test('a course is installed, updated, held at its version, and taken away', async ({ app }) => {
  office.pack('5.0.0');
  office.publish();
  const address = await office.server.start();
  const { page, complaints, close } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await toLibrary(page);
  await page.getByRole('link', { name: 'More courses' }).click();
  await page.getByRole('textbox', { name: 'Address of the catalogue' }).fill('norlund');
  await button(page, 'Use this address').click();
  await expect(page.getByText('This is not an address that Deskwise may use.')).toBeVisible();
  expect(office.server.served()).toEqual([]);
  await trustCatalogue(page, address);
  await expect(page.getByText('Courses of Norlund', { exact: true })).toBeVisible();
  await expectNoSidewaysScrolling(page);

  // Nothing is new: the server says so, and sends nothing.
  office.server.served();
  await button(page, 'Check again').click();
  await expect
    .poll(() => office.server.served())
    .toEqual([{ path: '/catalogue.json', status: 304, bytes: 0 }]);
  await expect(page.getByText('The catalogue could not be updated')).toHaveCount(0);

  const offer = page.getByRole('article');
  const name = (await offer.getByRole('heading').textContent()) ?? '';
  await expect(offer.getByText('Version 5.0.0')).toBeVisible();
  await button(page, `Install “${name}”`).click();
  await expect(page.getByText('Version 5.0.0 is installed')).toBeVisible();
  await page.getByRole('link', { name: 'Open the course' }).click();
  await expect(title(page)).toHaveText(name);

  office.pack('5.1.0');
  office.publish();
  office.server.served();
  await goTo(page, '/catalogue');
  await expect(page.getByRole('heading', { name: 'Updates' })).toBeVisible();
  await expect(offer.getByText('Version 5.0.0, new: 5.1.0')).toBeVisible();
  await offer.getByText('What changes').click();
  await expect(offer.getByText('No lesson changes.')).toBeVisible();
  await expect(offer.getByText('Changed files: 1')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await button(page, 'Stay at version 5.0.0').click();
  await expect(page.getByText('Stays at version 5.0.0 until you allow updates.')).toBeVisible();
  await expect(button(page, `Update “${name}”`)).toHaveCount(0);
  await button(page, 'Allow updates').click();
  await button(page, `Update “${name}”`).click();
  await expect(page.getByText('Version 5.1.0 is installed')).toBeVisible();
  await expect(offer.getByRole('heading')).toBeFocused();
  const { size } = statSync(join(office.site, 'catalogue.json'));
  const fetched = office.server.served().filter(({ path }) => path !== '/catalogue.json');
  expect(fetched).toHaveLength(1);
  expect(fetched[0]?.bytes).toBeLessThan(size);

  await button(page, 'Remove').click();
  await button(page, 'Remove the course').click();
  await expect(button(page, `Install “${name}”`)).toBeVisible();
  await expect(page.getByText(`“${name}” was removed`)).toBeVisible();
  await expect(page.getByText('Version 5.1.0 is installed')).toHaveCount(0);
  await expect(offer.getByRole('heading', { level: 3 })).toBeFocused();
  await goTo(page, '/settings');
  await expect(page.getByText('“Courses of Norlund” is trusted')).toBeVisible();
  await button(page, 'Switch off').click();
  await expect(page.getByText('Switched off. Your courses stay.')).toBeFocused();
  expect(complaints).toEqual([]);
  await close();
});

test('a download that a power cut ends goes on from where it was', async ({ app }) => {
  const film = 24 * 1024 * 1024;
  office.pack('5.0.0', film);
  office.publish();
  const address = await office.server.start('location /files/ { limit_rate 4m; }');
  const { page, kill } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await trustCatalogue(page, address);
  await button(page, /^Install “/).click();
  await expect(
    page.getByText(/^[1-9]\d* MB of 24 MB fetched$|^\d+(\.\d)? MB of 24 MB fetched$/),
  ).toBeVisible();
  await kill();
  const before = office.server.served().filter(({ status }) => status === 206);
  expect(before.length).toBeGreaterThan(0);
  await office.server.stop();
  await office.server.start();
  const again = await app.start('--lang', 'en');
  await goTo(again.page, '/catalogue');
  await expect(again.page.getByText(/to fetch, of 24 MB/)).toBeVisible();
  await button(again.page, /^Install “/).click();
  await expect(again.page.getByText('Version 5.0.0 is installed')).toBeVisible();
  const after = office.server.served().reduce((sum, { bytes }) => sum + bytes, 0);
  expect(after).toBeLessThan(film);
  expect(statSync(join(app.dataFolder, 'courses', 'far-post', 'assets', 'film.bin')).size).toBe(
    film,
  );
});

test('without the network, changed, and signed by another it says so, and what was offered stays', async ({
  app,
}) => {
  office.pack('5.0.0');
  office.publish();
  const address = await office.server.start();
  const { page } = await app.start('--lang', 'en', '--courses', deskCourses);
  await beginAs(page, 'Amina');
  await trustCatalogue(page, address);
  await office.server.stop();
  await button(page, 'Check again').click();
  await expect(page.getByText('The server cannot be reached.')).toBeVisible();
  await expect(page.getByRole('article')).toBeVisible();

  await office.server.start();
  const signed = readFileSync(join(office.site, 'catalogue.json'), 'utf8');
  writeFileSync(join(office.site, 'catalogue.json'), signed.replace('Norlund', 'Norlunb'));
  await button(page, 'Check again').click();
  await expect(page.getByText('The signature is wrong')).toBeVisible();
  await expect(page.getByText('Courses of Norlund', { exact: true })).toBeVisible();

  rmSync(office.site, { recursive: true });
  office.run('catalogue', 'key', 'other.key');
  office.run('catalogue', 'build', 'packs', '--to', 'site', '--key', 'other.key', '--name', 'Evil');
  await button(page, 'Check again').click();
  await expect(page.getByText('Somebody else has signed this catalogue')).toBeVisible();
  await expect(page.getByText('Courses of Norlund', { exact: true })).toBeVisible();
});
