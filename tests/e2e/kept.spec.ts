// What learners keep for themselves: it holds over a power cut, and comes back on Home until it is done.
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { openStore } from '../../main/service/store/store';
import { expect, test } from './app';
import { beginAs, goTo, isOnDisk, title } from './steps';

const courses = join(import.meta.dirname, '..', 'fixtures', 'kept', 'courses');
const lesson = '/course/habits/lesson/promises';

const block = (page: Page, id: string): Locator => page.locator(`[data-item="${id}"]`);
const promises = (page: Page): Locator =>
  page.getByRole('region', { name: 'Open promises' }).getByRole('link');

async function open(page: Page, name = 'Amina'): Promise<void> {
  await beginAs(page, name);
  await goTo(page, lesson);
  await expect(title(page)).toHaveText('From knowing to doing');
}

test('what is ticked stays ticked over a power cut, and what is open waits on Home', async ({
  app,
}) => {
  const first = await app.start('--lang', 'en', '--courses', courses);
  await open(first.page);
  const list = block(first.page, 'this-week');
  await list.getByRole('checkbox', { name: /Lock the screen/ }).check({ force: true });
  await expect(list.getByText('1 of 4 done')).toBeVisible();
  await expect.poll(() => isOnDisk(app.dataFolder, 'block.kept')).toBe(true);
  await first.kill();

  const { page, complaints } = await app.start('--courses', courses);
  await expect(promises(page)).toHaveText([
    'Put the number of the help desk on your phone',
    'Ask a colleague to do the same',
    'Read the house rules once more',
  ]);
  await promises(page).first().click();
  await expect(title(page)).toHaveText('From knowing to doing');
  const again = block(page, 'this-week');
  await expect(again).toBeInViewport();
  await expect(again.getByRole('checkbox', { name: /Lock the screen/ })).toBeChecked();
  for (const name of [/Put the number/, /Ask a colleague/, /Read the house/]) {
    await again.getByRole('checkbox', { name }).check({ force: true });
  }
  await expect(again.getByText('All done.')).toBeVisible();
  await goTo(page, '/');
  await expect(title(page)).toContainText('Amina');
  await expect(promises(page)).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('more promises than a few are a press away', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', courses);
  await open(page);
  const box = block(page, 'this-week').getByRole('checkbox', { name: /Lock the screen/ });
  await box.check({ force: true });
  await box.uncheck({ force: true });
  await expect(block(page, 'this-week').getByText('0 of 4 done')).toBeVisible();
  await goTo(page, '/');
  await expect(promises(page)).toHaveCount(3);
  await page.getByRole('button', { name: '1 more' }).click();
  await expect(promises(page)).toHaveCount(4);
});

test('cards by keyboard alone: the meaning is not in the page before it is asked for', async ({
  app,
}) => {
  const { page } = await app.start('--lang', 'en', '--courses', courses);
  await open(page);
  const cards = block(page, 'words-to-know');
  await cards.getByRole('button', { name: 'Show meaning' }).focus();
  const terms = ['Phishing', 'Spoofing', 'Smishing', 'Vishing', 'Tailgating', 'Pretext'];
  for (const [at, term] of terms.entries()) {
    await expect(cards.locator('.cards__term')).toHaveText(term);
    await expect(cards.getByText(`${at + 1} of 6`)).toBeVisible();
    await expect(cards.locator('.cards__meaning')).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(cards.locator('.cards__meaning')).toBeFocused();
    // The very first one is not known: it comes again at the end.
    await page.keyboard.press(at === 0 ? '1' : '3');
    if (at === 0) break;
  }
  // Not known, so it is still the first of six that are to be done.
  await expect(cards.getByText('1 of 6')).toBeVisible();
  for (const term of [...terms.slice(1), 'Phishing']) {
    await expect(cards.locator('.cards__term')).toHaveText(term);
    await expect(cards.locator('.cards__term')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(cards.locator('.cards__meaning')).toBeFocused();
    await page.keyboard.press('4');
  }
  await expect(cards.locator('.cards__end')).toHaveText('You have gone through all 6 cards.');
  await expect(cards.locator('.cards__end')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(cards.locator('.cards__term')).toHaveText('Phishing');
  await cards.getByRole('button', { name: 'Show all as a list' }).click();
  await expect(cards.getByRole('term')).toHaveCount(6);
});

test('a thought: half of it outlives a power cut, the other answer comes once it is kept', async ({
  app,
}) => {
  const first = await app.start('--lang', 'en', '--courses', courses);
  await open(first.page);
  const field = block(first.page, 'last-hurry').getByRole('textbox');
  await field.fill('On Tuesday, when');
  await expect.poll(() => isOnDisk(app.dataFolder, 'On Tuesday, when')).toBe(true);
  await first.kill();

  const { page } = await app.start('--courses', courses);
  await goTo(page, lesson);
  const thought = block(page, 'last-hurry');
  await expect(thought.getByRole('textbox')).toHaveValue('On Tuesday, when');
  await expect(thought.getByText('I am glad to help')).toHaveCount(0);
  await thought.getByRole('textbox').fill('On Tuesday, when somebody rang.');
  await thought.getByRole('button', { name: 'Keep my answer' }).click();
  await expect(thought.getByText('Your answer')).toBeFocused();
  await expect(thought.getByText('I am glad to help')).toBeVisible();
  await thought.getByRole('button', { name: 'Change my answer' }).click();
  await expect(thought.getByRole('textbox')).toBeFocused();
  await thought.getByRole('textbox').fill('Something else');
  await thought.getByRole('button', { name: 'Leave it as it was' }).click();
  await expect(thought.getByText('On Tuesday, when somebody rang.')).toBeVisible();
});

test('a plan is kept and printed without anything else', async ({ app }) => {
  const { electron, page, complaints } = await app.start('--lang', 'en', '--courses', courses);
  await open(page);
  const plan = block(page, 'hurry-plan');
  await plan.getByRole('button', { name: 'Keep my plan' }).click();
  await expect(plan.getByText('Write something into one of the lines')).toBeVisible();
  await plan.getByRole('textbox', { name: 'If', exact: true }).fill('somebody hurries me');
  await plan.getByRole('textbox', { name: 'If then' }).fill('I call back');
  await plan.getByRole('button', { name: 'Keep my plan' }).click();
  await expect(plan.getByText('You are asked how it went on')).toBeVisible();
  // The dialog of the system cannot be answered here: what it would print is looked at.
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await plan.getByRole('button', { name: 'Print' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#root')).toBeHidden();
  await expect(page.locator('.print-sheet')).toBeVisible();
  await expect(page.locator('.print-sheet')).toContainText('somebody hurries me then I call back');
  const pages = await electron.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({});
    return pdf?.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
  });
  expect(pages).toBe(1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  await expect(page.locator('.print-sheet')).toHaveCount(0);
  await expect(page.locator('#root')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a poll asked before and after shows what has moved', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', courses);
  await open(page);
  const before = block(page, 'sure-before');
  await before.getByRole('radio', { name: '2' }).check({ force: true });
  await before.getByRole('button', { name: 'Keep my answer' }).click();
  await expect(before.getByText('Your answer is kept.')).toBeVisible();
  await goTo(page, '/course/habits/lesson/later');
  const after = block(page, 'sure-after');
  await expect(after.getByRole('radio', { name: '5 Very' })).toBeVisible();
  await after.getByRole('radio', { name: '4' }).check({ force: true });
  await after.getByRole('button', { name: 'Keep my answer' }).click();
  await expect(
    after.getByText('Before, you chose 2. Now it is 4: 2 steps towards “Very”.'),
  ).toBeVisible();
});

test('a plan made two weeks ago is asked about on Home, until it is said how it went', async ({
  app,
}) => {
  const first = await app.start('--lang', 'en', '--courses', courses);
  await open(first.page);
  const plan = block(first.page, 'hurry-plan');
  await plan.getByRole('textbox', { name: 'If', exact: true }).fill('somebody hurries me');
  await plan.getByRole('textbox', { name: 'If then' }).fill('I call back');
  await plan.getByRole('button', { name: 'Keep my plan' }).click();
  await expect(plan.getByText('You are asked how it went on')).toBeVisible();
  await first.close();
  // Nobody waits two weeks: the same stands there, as if it had been then.
  const store = openStore(app.dataFolder);
  const learner = store.learners.all()[0]?.id ?? '';
  const kept = store.events.ofLearner(learner).find(({ type }) => type === 'block.kept');
  store.close();
  if (!kept) throw new Error('the plan was not kept');
  const db = new Database(join(app.dataFolder, 'learn.db'));
  db.prepare('DELETE FROM event WHERE id = ?').run(kept.id);
  db.close();
  const then = openStore(app.dataFolder);
  const at = new Date(Date.now() - 14.5 * 24 * 60 * 60 * 1000).toISOString();
  then.record({ ...kept, at });
  then.rebuild();
  then.close();

  const { page, complaints } = await app.start('--courses', courses);
  const asked = page.getByRole('region', { name: 'Your plans' });
  await expect(asked.getByText('14 days ago you planned:')).toBeVisible();
  await expect(asked.getByText('If somebody hurries me then I call back')).toBeVisible();
  await asked.getByRole('button', { name: 'It went well' }).click();
  await expect(asked.getByText('Noted. Good that it works.')).toBeFocused();
  await expect(asked.getByText('14 days ago you planned:')).toHaveCount(0);
  await goTo(page, lesson);
  await expect(block(page, 'hurry-plan').getByText('How it went: It went well')).toBeVisible();
  expect(complaints).toEqual([]);
});
