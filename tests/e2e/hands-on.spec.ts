// Kinds that are worked at by hand: addresses, a picture, a guess, a phrase.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { parseLesson } from '../../core/course/parse';
import { expect, test } from './app';
import { check, fill, itemAt, solve } from './solve';
import { beginAs, expectNoSidewaysScrolling, goTo } from './steps';
import { violations } from './violations';

const course = join(import.meta.dirname, '..', 'fixtures', 'service', 'hands-on');
const lessons = readdirSync(course)
  .filter((name) => /^\d/.test(name))
  .map((name) => ({
    id: name.replace(/^\d+-|\.md$/g, ''),
    items: parseLesson(name, readFileSync(join(course, name), 'utf8')).items,
  }));

const open = async (page: Page, lesson: string): Promise<Locator> => {
  await goTo(page, `/course/hands-on/lesson/${lesson}`);
  await expect(itemAt(page, 0)).toBeVisible();
  return itemAt(page, 0);
};

const expectAccessible = async (page: Page): Promise<void> =>
  expect(await violations(page)).toEqual([]);

for (const theme of ['light', 'dark', 'contrast']) {
  test(`each is answered wrongly, then rightly, in the theme ${theme}`, async ({ app }) => {
    test.setTimeout(300_000);
    const { page, complaints } = await app.start(
      '--lang',
      'en',
      '--theme',
      theme,
      '--courses',
      course,
    );
    await beginAs(page, 'Amina');
    for (const { id, items } of lessons) {
      await open(page, id);
      await expectAccessible(page);
      for (const [at, item] of items.entries()) {
        await solve(itemAt(page, at), item, false);
        if (item.tries === 1)
          await itemAt(page, at).getByRole('button', { name: 'Try it again' }).click();
      }
      await expectAccessible(page);
      for (const [at, item] of items.entries()) await solve(itemAt(page, at), item, true);
      await expectAccessible(page);
    }
    expect(complaints).toEqual([]);
  });
}

test('narrow, with large text, in Arabic: nothing sticks out', async ({ app }) => {
  test.setTimeout(300_000);
  const { electron, page } = await app.start('--lang', 'en', '--courses', course);
  await beginAs(page, 'Amina');
  for (const { id, items } of lessons) {
    await open(page, id);
    for (const [at, item] of items.entries()) await solve(itemAt(page, at), item, at % 2 === 0);
  }
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(400, 760);
  });
  await goTo(page, '/settings');
  await page.locator('input[value="200"]').click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-text', '200');
  await page.locator('input[value="ar"]').click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  for (const { id, items } of lessons) {
    await open(page, id);
    await expectNoSidewaysScrolling(page);
    for (const [at] of items.entries()) {
      const again = itemAt(page, at).locator('.verdict > div > .button');
      if ((await again.count()) > 0) await again.click();
    }
    await expectNoSidewaysScrolling(page);
  }
});

test('an address is never a link, and its registered name stands out at the end', async ({
  app,
}) => {
  const { page } = await app.start('--lang', 'en', '--courses', course);
  await beginAs(page, 'Amina');
  const item = await open(page, 'addresses');
  await expect(item.locator('bdi')).toHaveCount(5);
  await expect(item.locator('a, [role="link"], .address__domain')).toHaveCount(0);
  await solve(item, lessons[0]?.items[0] as never, true);
  await expect(item.locator('a, [role="link"]')).toHaveCount(0);
  await expect(item.getByText('The site is norlund.example.').first()).toBeVisible();
  await expect(item.getByText('The site is permits-online.test.')).toHaveCount(1);
  await expect(item.getByText('The site is 192.0.2.7.')).toHaveCount(1);
  await expect(item.getByText(/A browser takes it for xn--/)).toBeVisible();
});

test('pins by mouse and by keyboard, taken away, judged, and outlined at the end', async ({
  app,
}) => {
  const { page } = await app.start('--lang', 'en', '--courses', course);
  await beginAs(page, 'Amina');
  const item = await open(page, 'picture');
  // Where anything lies is not in the page.
  await expect(item.locator('.hotspot__area')).toHaveCount(0);
  const surface = item.getByRole('application');
  const box = await surface.boundingBox();
  if (!box) throw new Error('the picture is not there');
  const click = (x: number, y: number) =>
    surface.click({ position: { x: (box.width * x) / 100, y: (box.height * y) / 100 } });
  await click(20, 16);
  await click(90, 90);
  const pins = item.locator('.hotspot__entry');
  await expect(pins).toHaveCount(2);
  await expect(pins.first()).toContainText('20% from the left, 16% from the top');
  await check(item);
  await expect(pins.first()).toContainText('Right');
  await expect(pins.first()).toContainText('another name than that of the bank');
  await expect(pins.last()).toContainText('Not right');

  await item.getByRole('button', { name: 'Remove pin 2' }).click();
  await expect(item.getByRole('button', { name: 'Remove pin 1' })).toBeFocused();
  await surface.focus();
  await page.keyboard.press('Backspace');
  await expect(pins).toHaveCount(0);

  // The crosshair starts where the last click was.
  for (let step = 0; step < 7; step++) await page.keyboard.press('Shift+ArrowLeft');
  for (let step = 0; step < 2; step++) await page.keyboard.press('Shift+ArrowUp');
  await expect(
    item.getByRole('status').getByText('20% from the left, 70% from the top'),
  ).toHaveCount(1);
  await page.keyboard.press('Enter');
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowUp');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(pins).toHaveCount(3);
  await check(item);
  await expect(item.locator('.verdict__title')).toHaveText('Right');
  await expect(item.locator('.hotspot__area[data-state="found"]')).toHaveCount(3);
  await expect(item.locator('.hotspot__area[data-state="left"]')).toHaveCount(1);
});

test('who chose the list is given the list from then on', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', course);
  await beginAs(page, 'Amina');
  const item = await open(page, 'picture');
  await item.getByRole('button', { name: 'Use a list instead' }).click();
  await expect(item.getByRole('checkbox')).toHaveCount(4);
  await open(page, 'guess');
  await expect((await open(page, 'picture')).getByRole('checkbox')).toHaveCount(4);
  await fill(item, lessons[1]?.items[0] as never, true);
  await check(item);
  await expect(item.locator('.verdict__title')).toHaveText('Right');
});

test('a guess by the slider, and the truth beside it', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', course);
  await beginAs(page, 'Amina');
  const item = await open(page, 'guess');
  await check(item);
  await expect(item.locator('.item__missing')).toContainText('Enter a number from 0% to 100%');
  await item.getByRole('slider').focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
  await expect(item.getByRole('textbox')).toHaveValue('45');
  await expect(item.getByRole('slider')).toHaveAttribute('aria-valuetext', '45%');
  await check(item);
  await expect(item.locator('.verdict')).toContainText('You guessed 45%. The answer is 62%.');
  await expect(item.getByRole('img')).toHaveAccessibleName(/Your guess: 45%\. The answer: 62%\./);
  await expect(item.getByRole('row', { name: /Close enough/ })).toContainText('55.8% to 68.2%');
});
