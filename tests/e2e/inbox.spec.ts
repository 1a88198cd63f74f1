// An inbox worked through: by mouse with a wrong try in between, and by keyboard alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import type { Item } from '../../core/course/item';
import { parseLesson } from '../../core/course/parse';
import { expect, type Launcher, test } from './app';
import { answerByKeyboard, tabTo } from './by-keyboard';
import { check, itemAt, openMessage, solve } from './solve';
import { beginAs, expectNoSidewaysScrolling, goTo, setting } from './steps';
import { violations } from './violations';

const courses = join(import.meta.dirname, '..', 'fixtures', 'mail', 'courses');
const [known] = parseLesson(
  '01-monday.md',
  readFileSync(join(courses, '01-mail-room', '01-monday.md'), 'utf8'),
).items as [Item & { kind: 'inbox' }];

async function openInbox(app: Launcher, ...args: string[]) {
  const running = await app.start('--lang', 'en', '--courses', courses, ...args);
  await beginAs(running.page, 'Noor');
  await goTo(running.page, '/course/mail-room/lesson/monday');
  const item = itemAt(running.page, 0);
  await expect(item.getByRole('listbox')).toBeVisible();
  return { ...running, item };
}

const act = (item: Locator, name: string): Locator =>
  item.getByRole('button', { name, exact: true });
const rows = (item: Locator): Locator => item.getByRole('option');
const folder = (item: Locator, name: string): Locator =>
  item.getByRole('radiogroup', { name: 'Folders' }).getByRole('radio', { name });

test('by mouse: look closely, err, look again, and read what it was', async ({ app }) => {
  const { page, item, complaints } = await openInbox(app);
  await expect(rows(item)).toHaveCount(6);

  // The name at once, the address on demand; a link says where it leads and opens nothing.
  await openMessage(item, 'Overdue invoice 4471: last reminder');
  await expect(item.getByText('billing@norlund-pay.test')).toBeHidden();
  await act(item, 'Show details').click();
  await expect(item.getByText('billing@norlund-pay.test')).toBeVisible();
  await act(item, 'Show full headers').click();
  await expect(item.getByText('spf=fail; dkim=none')).toBeVisible();
  const link = item.getByRole('link', { name: 'sign in to confirm the payment' });
  await link.hover();
  await expect(page.getByRole('tooltip')).toContainText('norlund.example.verify-login.test');
  await link.click();
  await expect(item.getByText('leads to')).toBeVisible();
  await expect(page.locator('[href*="verify-login"]')).toHaveCount(0);

  // Reporting asks what gave it away; flag and list are the same.
  await act(item, 'Report').click();
  const clues = item.getByRole('group', { name: /^What gave it away/ });
  await expect(clues).toBeVisible();
  await item.getByRole('button', { name: /^Point out Sender/ }).click();
  await expect(clues.getByRole('checkbox', { name: /^Sender/ })).toBeChecked();
  await clues.getByRole('checkbox', { name: /^Subject/ }).click({ force: true });
  await act(item, 'Next message').click();

  // It goes on to the next open message, and says so.
  await expect(item.locator('.mail__subject')).toContainText('My new address');
  await expect(item.getByRole('status').filter({ hasText: 'Next message' })).toHaveCount(1);
  await act(item, 'Keep').click();
  await expect(item.locator('.mail__subject')).toContainText('The lift in Mill Street');
  await check(item);
  await expect(item.locator('.item__missing')).toContainText('4 messages are still open');
  await expect(item.locator('.mails__row:focus')).toHaveCount(1);

  for (const subject of ['The lift in Mill Street works again', 'Your course starts on Thursday']) {
    await openMessage(item, subject);
    await act(item, 'Keep').click();
  }
  await openMessage(item, 'Standing desks, 40 per cent off until Sunday');
  await act(item, 'Report').click();
  await openMessage(item, 'A quick favour');
  await act(item, 'Keep').click();
  await expect(item.getByText('Every message is sorted. You can')).toBeVisible();
  await check(item);
  await expect(item.locator('.verdict__title')).toHaveText('Partly right');
  await expect(item.locator('.verdict')).toContainText('You caught 1 of 2 harmful messages.');
  await expect(item.locator('.verdict')).toContainText(
    'You rightly trusted all 2 genuine messages.',
  );
  await expect(item.locator('.verdict')).toContainText('clues among them: 1');

  // What is wanting lies in a folder of its own; nothing tells yet what it was.
  await expect(folder(item, 'Look again')).toBeChecked();
  await expect(rows(item)).toHaveCount(3);
  await expect(page.getByText('Vouchers are money that nobody can call back.')).toHaveCount(0);
  await solve(item, known, true);
  const debrief = item.locator('.debrief__one');
  await expect(debrief).toHaveCount(6);
  const scam = debrief.filter({ hasText: 'A quick favour' });
  await scam.locator('summary').first().click();
  await expect(scam).toContainText('Vouchers are money that nobody can call back.');
  await expect(scam).toContainText('Your verdict: Reported');
  await scam.getByText('See it in the message').click();
  await expect(scam.getByText('annika.berg.director@mail-home.test')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a verdict is taken back, and half an answer is kept', async ({ app }) => {
  const { page, item } = await openInbox(app);
  await openMessage(item, 'A quick favour');
  await act(item, 'Keep').click();
  await expect(rows(item)).toHaveCount(5);
  await folder(item, 'Kept').click({ force: true });
  await rows(item).first().click();
  await act(item, 'Keep').click();
  await expect(item.getByRole('status').filter({ hasText: 'Back in the inbox' })).toHaveCount(1);
  await act(item, 'Delete').click();
  await goTo(page, '/settings');
  await goTo(page, '/course/mail-room/lesson/monday');
  await expect(folder(item, 'Deleted')).toContainText('1');
  await expect(folder(item, 'Inbox')).toContainText('5');
});

test('by keyboard alone', async ({ app }) => {
  const { page, item } = await openInbox(app);
  await page.keyboard.press('Tab');
  await tabTo(page, rows(item).first());
  await page.keyboard.press('ArrowDown');
  await expect(rows(item).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await answerByKeyboard(page, item, known);
  await tabTo(page, act(item, 'Check answer'));
  await page.keyboard.press('Enter');
  await expect(item.locator('.verdict__title')).toHaveText('Right');
  await expect(item.locator('.verdict__title')).toBeFocused();
});

test('in a narrow window: the list, then the message, and back', async ({ app }) => {
  const { electron, page, item } = await openInbox(app);
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(400, 760);
  });
  await expect(item.getByText('Choose a message to read it.')).toBeHidden();
  await rows(item).nth(1).click();
  await expect(item.locator('.mail__subject')).toBeFocused();
  await expect(item.getByRole('listbox')).toBeHidden();
  await expectNoSidewaysScrolling(page);
  await act(item, 'Show details').click();
  await item.getByRole('link', { name: 'sign in to confirm the payment' }).click();
  await act(item, 'Report').click();
  await expectNoSidewaysScrolling(page);
  await act(item, 'Back to the list').click();
  await expect(rows(item)).toHaveCount(5);
  await goTo(page, '/settings');
  await setting(page, 'Text size', '200%').click({ force: true });
  await goTo(page, '/course/mail-room/lesson/monday');
  await expectNoSidewaysScrolling(page);
  await rows(item).first().click();
  await expectNoSidewaysScrolling(page);
});

for (const theme of ['light', 'dark', 'contrast']) {
  test(`axe finds nothing, ${theme}`, async ({ app }) => {
    test.setTimeout(300_000);
    const { page, item } = await openInbox(app, '--theme', theme);
    expect(await violations(page), 'the list').toEqual([]);
    await openMessage(item, 'Overdue invoice 4471: last reminder');
    await act(item, 'Show details').click();
    await act(item, 'Show full headers').click();
    await act(item, 'Report').click();
    await item.getByRole('button', { name: /^Point out Sender/ }).click();
    await item.getByRole('link', { name: 'sign in to confirm the payment' }).click();
    expect(await violations(page), 'a message').toEqual([]);
    await solve(item, known, false);
    await rows(item).first().click();
    expect(await violations(page), 'a wrong try').toEqual([]);
    await act(item, 'Show the answer').click();
    await expect(item.locator('.debrief')).toBeVisible();
    for (const more of await item.locator('.debrief__message > summary').all()) {
      if (await more.isVisible()) await more.click();
    }
    expect(await violations(page), 'the debrief').toEqual([]);
  });
}
