// Words are found in the lessons as they are typed, and open at their place.
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { beginAs, title, toLibrary } from './steps';

const field = (page: Page) => page.getByRole('searchbox');
const inLessons = (page: Page) => page.locator('[aria-labelledby="in-lessons"]');
const hits = (page: Page) => inLessons(page).locator('.hit');

/** The index is made in the first seconds: until then it is said that there may be more. */
const indexed = (page: Page, words: string | RegExp) =>
  expect(inLessons(page).getByRole('status')).toHaveText(words, { timeout: 60_000 });

test('hits come while one types, and lead to the very passage', async ({ app }) => {
  const { page, complaints } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await page.keyboard.press('Control+K');
  await expect(title(page)).toHaveText('Library');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('prompt fati');
  await indexed(page, /^\d+ places in the lessons have these words$/);
  const hit = hits(page).filter({ hasText: 'When requests do not stop' });
  await expect(hit.locator('mark').first()).toHaveText('prompt');

  // By keyboard alone, from the field on.
  const link = hit.getByRole('link');
  for (let presses = 0; presses < 40; presses++) {
    if (await link.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Second locks and prompt fatigue');
  const passage = page.locator('[data-found]');
  await expect(passage).toContainText('This is called prompt fatigue');
  await expect(passage).toBeFocused();
  await expect(passage).toBeInViewport();

  // Back in the library what was typed still stands there, ready to be replaced.
  await page.keyboard.press('Control+K');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('prompt fati');
  await page.keyboard.type('second lock');
  await expect(field(page)).toHaveValue('second lock');
  await expect(hits(page).first()).toContainText(/second lock/i);
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(inLessons(page)).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a question opens at the question, a word of the course at the word', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--open', 'cybersecurity-essentials');
  await beginAs(page, 'Amina');
  await toLibrary(page);
  await field(page).fill('elza ozola handball');
  await indexed(page, '1 place in the lessons has these words');
  await hits(page).getByRole('link').click();
  await expect(page.locator('.lesson__item:focus')).toContainText('plays handball');

  await page.keyboard.press('Control+K');
  await field(page).fill('registrable domain');
  await hits(page).filter({ hasText: 'Word of the course' }).getByRole('link').click();
  await expect(page.locator('dt:focus')).toHaveText('Registrable domain');
  await expect(page.locator('dt:focus')).toBeInViewport();
});

test('what is not there is said, with what may help; filters hold in the lessons too', async ({
  app,
}) => {
  const { page } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await toLibrary(page);
  await field(page).fill('xylophone');
  await indexed(page, 'No lesson has these words');
  await expect(inLessons(page)).toContainText('Try fewer words');
  await expect(inLessons(page)).toContainText('Spanish');
  await field(page).fill('password xylophone');
  await indexed(page, /^No place has all of these words\. \d+ have some of them$/);

  await field(page).fill('password manager');
  await expect(
    inLessons(page).getByRole('link', { name: 'Cybersecurity essentials' }),
  ).toBeVisible();
  await page.getByRole('button', { name: /Topic$/ }).click();
  await page.getByRole('option', { name: 'Data', exact: true }).click();
  await expect(inLessons(page).getByRole('link', { name: 'Cybersecurity essentials' })).toHaveCount(
    0,
  );
});

test('in Arabic, with and without the article, in the language of the reader first', async ({
  app,
}) => {
  const first = await app.start('--lang', 'en');
  await beginAs(first.page, 'Amina');
  await first.close();
  const { page } = await app.start('--lang', 'ar');
  await expect(title(page)).toContainText('Amina');
  await page.keyboard.press('Control+K');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('كلمات مرور');
  await indexed(page, /موضعًا في الدروس تضم هذه الكلمات$/);
  const words = hits(page).filter({ hasText: 'مدير كلمات المرور' }).first().locator('mark');
  await expect(words.first()).toHaveText('كلمات');
  await expect(words.nth(1)).toHaveText('المرور');
  await hits(page).filter({ hasNotText: 'مصطلح' }).first().getByRole('link').click();
  await expect(title(page)).toHaveAttribute('lang', 'ar');
  await expect(title(page)).toContainText('كلمات مرور');
});
