// What the organisation decides, on the packaged app: locked in sight, held to, reported, and only by its own file.
import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { themes } from '../../core/looks';
import { asRoot, expect, type Launcher, test } from './app';
import { policyOf } from './policy-file';
import { deskCourses } from './screens';
import { beginAs, expectNoSidewaysScrolling, goTo, setting, title, toLibrary } from './steps';
import { violations } from './violations';

const packed = process.env.DESKWISE_PACKED_TEST ?? '';
const release = process.env.DESKWISE_PACKED_RELEASE ?? '';

const managedKey = (page: Page, key: string) => page.locator('code', { hasText: key });

const strict = {
  Studio: 'off',
  UnsignedPacks: 'forbid',
  TrustedSigners: [{ name: 'Norlund training unit', key: 'ab'.repeat(32) }],
  CourseImport: 'forbid',
  MandatoryCourses: [{ course: 'far-post', due: '2020-03-31' }, { course: 'safe-desk' }],
  Wings: 2,
};

const start = (app: Launcher, policy: string, ...args: string[]) =>
  app.start('--policy', policy, '--courses', deskCourses, ...args);

const managed = (page: Page) => page.getByRole('region', { name: 'Managed settings' });

test('what is locked stays in sight, says why, and does nothing', async ({ app }) => {
  const { page, complaints } = await start(app, policyOf(app, strict), '--lang', 'en');
  await beginAs(page, 'Amina');

  // Home: what everybody has to do comes first, what is due first in front.
  await expect(page.locator('.next')).toContainText('Mandatory · was due March 31, 2020');
  const others = page.getByRole('region', { name: 'Mandatory courses' });
  await expect(others.getByRole('listitem')).toHaveCount(1);
  await expect(others).toContainText('A safe desk');
  await expect(page.getByRole('link', { name: 'Studio' })).toHaveCount(0);

  await toLibrary(page);
  await expect(page.getByText('Mandatory · was due March 31, 2020')).toBeVisible();
  const add = page.getByRole('button', { name: /^Add a course from a file/ });
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await expect(add).toHaveAccessibleDescription('Set by your organisation');
  await add.click({ force: true });
  await expect(title(page)).toHaveText('Library');
  await goTo(page, '/course/safe-desk');
  await expect(page.getByText('Mandatory', { exact: true })).toBeVisible();

  await goTo(page, '/settings');
  const group = page.getByRole('radiogroup', { name: 'Courses for trainers' });
  await expect(group).toHaveAttribute('aria-disabled', 'true');
  await expect(group).toHaveAccessibleDescription('Set by your organisation');
  // Reached by the keyboard, and unmoved by it.
  await setting(page, 'Courses for trainers', 'Hidden').focus();
  await page.keyboard.press('ArrowRight');
  await setting(page, 'courses for trainers', 'Shown').click({ force: true });
  await expect(setting(page, 'Courses for trainers', 'Hidden')).toBeChecked();
  await goTo(page, '/studio');
  await expect(page.getByText('This is switched off on this computer').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a course file is refused in words, also one from the command line', async ({ app }) => {
  const file = join(app.dataFolder, 'one.course');
  writeFileSync(file, 'anything');
  const { page } = await start(app, policyOf(app, strict), '--lang', 'en', '--import', file);
  await page.getByRole('textbox').fill('Amina');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(title(page)).toHaveText('This file was not taken in');
  await expect(page.getByText('Your organisation lets no courses from files')).toBeVisible();
});

test('Settings tell what was decided, where, and what is wrong with it', async ({ app }) => {
  const file = policyOf(app, { ...strict, CourseImport: 'perhaps' });
  const { page, electron } = await start(app, file, '--lang', 'en');
  await beginAs(page, 'Amina');
  await goTo(page, '/settings');
  const row = (key: string) => managed(page).getByRole('row', { name: key });
  await expect(row('Studio')).toContainText(`"off"${file}FixedIn force`);
  await expect(row('CourseImport')).toContainText('"forbid"');
  await expect(row('CourseImport')).toContainText('so the strictest one holds');
  await expect(row('Wings')).toContainText('Passed over: there is no such key.');
  await managed(page).getByRole('button', { name: 'Copy the report' }).click();
  await expect(page.getByText('The report is in the clipboard.')).toBeVisible();
  const copied = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ file, fault: null });

  await goTo(page, '/signing');
  await expect(page.getByText('Norlund training unit')).toBeVisible();
  await expect(page.getByText('Set by your organisation', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
});

test('a file that cannot be read, and one that others may write', async ({ app }) => {
  const file = policyOf(app, '{"Studio": "off"');
  const { page, close } = await start(app, file, '--lang', 'en');
  await beginAs(page, 'Amina');
  await goTo(page, '/settings');
  await expect(managed(page)).toContainText('The policy file cannot be read');
  await expect(managed(page).getByRole('row', { name: 'CourseImport' })).toContainText('forbid');
  await close();

  policyOf(app, { Studio: 'on' });
  chmodSync(file, 0o666);
  const again = await start(app, file, '--lang', 'en');
  await goTo(again.page, '/settings');
  await expect(managed(again.page)).toContainText('The policy file is not believed');
  await expect(again.page.getByRole('link', { name: 'Studio' })).toHaveCount(0);
});

const looks = [
  ...themes.map((theme) => ['--theme', theme, '--lang', 'en']),
  ['--theme', 'light', '--lang', 'ar'],
];
for (const look of looks) {
  test(`axe finds nothing, and all fits 400 pixels: ${look.join(' ')}`, async ({ app }) => {
    const recommended = { SyncLevel: { most: 'score' }, CatalogueSigners: [] };
    const file = policyOf(app, { ...strict, TeamView: 'perhaps', recommended });
    const { page, electron } = await start(app, file, ...look);
    await page.getByRole('textbox').fill('Amina');
    await page.getByRole('button').last().click();
    await expect(title(page)).toContainText('Amina');
    for (const place of ['/', '/library', '/course/far-post', '/settings', '/signing', '/pack']) {
      await goTo(page, place);
      await expect(title(page)).toBeFocused();
      if (place === '/settings') await expect(managedKey(page, 'Wings')).toBeVisible();
      expect(await violations(page), place).toEqual([]);
    }
    await electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(400, 760);
    });
    for (const place of ['/', '/library', '/course/far-post', '/settings', '/signing']) {
      await goTo(page, place);
      await expect(title(page)).toBeFocused();
      if (place === '/settings') await expect(managedKey(page, 'Wings')).toBeVisible();
      await expectNoSidewaysScrolling(page);
    }
  });
}

test('--print-policy says the same as JSON, without a window', ({ app }) => {
  const file = policyOf(app, strict);
  const args = [...asRoot, '--data', app.dataFolder, '--policy', file, '--print-policy'];
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const { status, stdout } = spawnSync(packed, args, { encoding: 'utf8', env, timeout: 60_000 });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    file,
    state: 'read',
    enforced: { Studio: 'off', CourseImport: 'forbid' },
    rows: expect.arrayContaining([expect.objectContaining({ key: 'Wings' })]),
  });
});

test('the app that people install takes no policy file but the machine’s', ({ app }) => {
  const args = [...asRoot, '--data', app.dataFolder, '--policy', policyOf(app, strict)];
  for (const more of [[], ['--print-policy']]) {
    const run = spawnSync(release, [...args, ...more], { encoding: 'utf8', timeout: 60_000 });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('--policy is only for tests of Deskwise itself.');
  }
});
