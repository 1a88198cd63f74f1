// The team view of a training office: a list of people, files handed in, figures, lists to save, nothing small.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './app';
import { expectNoSidewaysScrolling, goTo, isOnDisk, title } from './steps';
import { choose, courses, readAll, startTeam } from './team-steps';
import { violations } from './violations';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskwise-team-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const toTeam = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Team', exact: true }).first().click();
  await expect(title(page)).toHaveText('Team');
  await expect(page.locator('.team__headline')).toBeVisible();
};

const row = (page: Page, table: string, name: string) =>
  page.getByRole('table', { name: table }).getByRole('row', { name: new RegExp(`^${name}`) });

async function pick(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`${label}$`) })
    .first()
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a list and files become figures, none of them about fewer than five people', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const running = await startTeam(app, folder);
  const { page, electron, complaints } = running;
  await readAll(running, folder);
  await toTeam(page);

  // Legal has three people and Post four: only together, and nothing is left over for them.
  const byUnit = page.getByRole('table', { name: 'By unit' });
  await expect(byUnit.getByRole('rowheader')).toHaveText([
    'Archive',
    'Front desk',
    'Small units together (2)',
  ]);
  await expect(page.getByText('Legal')).toHaveCount(0);

  // Of twelve all; of twenty thirteen, so at least ten; of seven five, which is too few to say.
  await pick(page, 'Course', 'A safe desk');
  await expect(row(page, 'By unit', 'Archive')).toContainText('12');
  await expect(row(page, 'By unit', 'Front desk')).toContainText('10');
  await expect(row(page, 'By unit', 'Small units')).toContainText('too few');
  await expect(page.locator('.team__headline')).toHaveText(
    'At least 27 of 39 people have finished A safe desk.',
  );
  await page.getByText('As a table').click();
  await expect(page.getByRole('table', { name: 'Over time' }).getByRole('row')).not.toHaveCount(1);

  // A mandatory course names who has not finished it, and the list can be saved.
  const add = page.getByRole('button', { name: 'Add a mandatory course' });
  await add.click();
  const course = page.locator('.team__form').getByRole('button', { name: /Course$/ });
  await expect(course).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(add).toBeFocused();
  await add.click();
  await course.click();
  await page.getByRole('option', { name: 'A safe desk', exact: true }).click();
  await page.getByLabel('To be finished by').fill('2026-01-31');
  await page.getByRole('button', { name: 'Make it mandatory' }).click();
  await expect(page.locator('.team__headline')).toHaveText(
    /^\d+ of 39 have finished A safe desk\.$/,
  );
  await page.getByText('Who has finished, and who has not').click();
  await pick(page, 'State', 'Overdue');
  const list = page.getByRole('table', { name: 'Who has finished, and who has not' });
  await expect(list.getByRole('rowheader').first()).toHaveText('Front desk 14');
  const csv = join(folder, 'overdue.csv');
  await choose(electron, [], csv);
  await page.getByRole('button', { name: 'Save as CSV: Who has finished' }).click();
  await expect(page.getByText('The table is saved.')).toBeVisible();
  const text = readFileSync(csv, 'utf8');
  expect(text).toContain('Front desk 14,front-desk-14,Front desk,,A safe desk,2026-01-31,Overdue,');
  expect(text).not.toContain('Archive 1,');

  // Eight people judged messages: their reporting rate, and nobody's name.
  const phishing = page.getByRole('table', { name: 'Suspicious messages' });
  await expect(phishing.getByRole('row').nth(1)).toContainText(/5\s*75%\s*0%/);

  const workbook = join(folder, 'units.xlsx');
  await choose(electron, [], workbook);
  await page.getByRole('button', { name: 'Save as XLSX: By unit' }).click();
  await expect.poll(() => existsSync(workbook)).toBe(true);
  expect(Object.keys(unzipSync(readFileSync(workbook)))).toContain('xl/workbook.xml');

  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('what was read outlasts a start, and is gone once it is erased', async ({ app }) => {
  const first = await startTeam(app, folder);
  await readAll(first, folder);
  await first.close();
  const { page } = await app.start();
  await goTo(page, '/team/sources');
  await expect(page.getByText(/^People: 39\. Units: 4\./)).toBeVisible();
  expect(isOnDisk(app.dataFolder, 'front-desk-14')).toBe(true);
  await page.getByRole('button', { name: 'Erase everything about others' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(
    page.getByText('There is no list: only figures about everybody are shown.'),
  ).toBeVisible();
  expect(isOnDisk(app.dataFolder, 'front-desk-14')).toBe(false);
});

test('what is no list, no file and no folder is said, and loses nothing', async ({ app }) => {
  const running = await startTeam(app, folder);
  const { page, electron } = running;
  await readAll(running, folder);
  const statements = join(folder, 'statements.json');
  await choose(electron, [statements]);
  await page.getByRole('button', { name: 'Open another list …' }).click();
  await expect(page.getByText('statements.json is no list of people')).toBeVisible();
  await expect(page.getByText('The first line names no columns')).toBeVisible();
  await expect(page.getByText(/^People: 39\. Units: 4\./)).toBeVisible();
  await choose(electron, [join(folder, 'people.csv')]);
  await page.getByRole('button', { name: 'Files people handed in …' }).click();
  await expect(page.getByText('Not usable or contradicting: 1')).toBeVisible();
  await choose(electron, [folder]);
  await page.getByRole('button', { name: 'Shared folder …' }).click();
  await expect(page.getByText('The folder is not there').first()).toBeVisible();
  await page.getByRole('button', { name: /^Remove / }).click();
  await expect(page.getByText('Not read to its end yet.')).toHaveCount(0);
  await toTeam(page);
  await expect(row(page, 'By unit', 'Archive')).toContainText('12');
});

test('nothing scrolls sideways, and axe is content, with figures in a narrow window in Arabic', async ({
  app,
}) => {
  const first = await startTeam(app, folder);
  await readAll(first, folder);
  await first.close();
  const { page, electron } = await app.start(
    ...['--lang', 'ar', '--theme', 'dark', '--courses', courses(folder)],
  );
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(400, 760);
  });
  await goTo(page, '/team');
  await expect(page.locator('.team__headline')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  expect(await violations(page)).toEqual([]);
});

test('a damaged file of figures is named, and can be erased', async ({ app }) => {
  test.setTimeout(120_000);
  const file = join(app.dataFolder, 'team.db');
  const running = await startTeam(app, folder);
  await readAll(running, folder);
  await running.close();
  // What was written last may lie beside it, and mends it.
  for (const beside of ['-wal', '-shm']) rmSync(file + beside, { force: true });
  writeFileSync(file, Buffer.alloc(64 * 1024, 0xab));
  const { page, complaints } = await app.start('--lang', 'en');
  await page.getByRole('link', { name: 'Team', exact: true }).click();
  await expect(page.getByText('The figures of the team view could not be read')).toBeVisible();
  await page.getByRole('link', { name: 'Sources and list of people' }).click();
  await expect(title(page)).toHaveText('Sources and list of people');
  await expect(page.getByText(file)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await expectNoSidewaysScrolling(page);
  await page.getByRole('button', { name: 'Erase everything about others' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('button', { name: 'Open a list …' })).toBeVisible();
  await page.getByRole('link', { name: 'Team', exact: true }).first().click();
  await expect(page.getByText('There are no figures yet')).toBeVisible();
  expect(complaints).toEqual([]);
});
