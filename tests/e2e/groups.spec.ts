// Tests, placement tests and pools, as a learner meets them; and the organisation's words in a lesson.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { beginAs, goTo, title } from './steps';

const courses = join(import.meta.dirname, '..', 'fixtures', 'service', 'examined');

const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const question = (page: Page, text: string) => page.locator('section.item', { hasText: text });

test('a test is handed in by keyboard, over a power cut, and taken again', async ({ app }) => {
  let { page, complaints, kill } = await app.start('--lang', 'en', '--courses', courses);
  await beginAs(page, 'Amina');
  await goTo(page, '/course/examined/lesson/exam');
  await expect(title(page)).toHaveText('The test');

  // Nothing is checked alone.
  const exam = group(page, 'Test');
  await expect(exam.getByRole('button', { name: 'Check answer' })).toHaveCount(0);
  await question(page, 'Is one a number?').getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await question(page, 'Is one a number?').getByRole('radio', { name: 'Yes' }).focus();
  await page.keyboard.press('Space');
  await expect(exam.getByText('1 of 4 answered')).toBeVisible();

  await kill();
  ({ page, complaints } = await app.start('--lang', 'en', '--courses', courses));
  await goTo(page, '/course/examined/lesson/exam');
  await expect(group(page, 'Test').getByText('1 of 4 answered')).toBeVisible();
  await expect(
    question(page, 'Is one a number?').getByRole('radio', { name: 'Yes' }),
  ).toBeChecked();

  await question(page, 'Three and one').getByRole('textbox').fill('4');
  await group(page, 'Test').getByRole('button', { name: 'Hand in the test' }).focus();
  await expect(group(page, 'Test').getByText('2 of 4 answered')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 questions are still open.')).toBeVisible();
  await page.getByRole('button', { name: 'Hand in anyway' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('You passed')).toBeFocused();
  await expect(page.getByText('2 of 4 points, 50%. You needed 50%.')).toBeVisible();
  await expect(question(page, 'Is two a number?').getByText('Here is the answer')).toBeVisible();
  await expect(question(page, 'Is two a number?').getByRole('button')).toHaveCount(0);

  await page.getByRole('button', { name: 'Take the test again' }).click();
  await expect(group(page, 'Test').getByText('0 of 4 answered')).toBeVisible();
  await expect(
    question(page, 'Is one a number?').getByRole('radio', { name: 'Yes' }),
  ).not.toBeChecked();
  expect(complaints).toEqual([]);
});

test('who passes the placement test may skip the course', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', courses);
  await beginAs(page, 'Amina');
  await goTo(page, '/course/examined/lesson/exam');
  await question(page, 'Is a door a door?')
    .getByRole('radio', { name: 'Yes' })
    .check({ force: true });
  const placement = group(page, 'Placement test');
  await expect(placement.getByText('1 of 1 answered')).toBeVisible();
  await placement.getByRole('button', { name: 'Hand in the test' }).click();
  await expect(placement.getByText('You may skip this course.')).toBeVisible();
});

test('a pool asks others the next time', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', courses);
  await beginAs(page, 'Amina');
  await goTo(page, '/course/examined/lesson/pool');
  const items = page.locator('section.item');
  await expect(items).toHaveCount(2);
  const first = await items.locator('.item__question').allInnerTexts();
  for (const at of [0, 1]) {
    await items.nth(at).getByRole('radio', { name: 'Yes' }).check({ force: true });
    await items.nth(at).getByRole('radio', { name: 'Sure', exact: true }).check({ force: true });
    await items.nth(at).getByRole('button', { name: 'Check answer' }).click();
    await expect(items.nth(at).locator('.verdict__title')).toHaveText('Right');
  }
  await page.getByRole('button', { name: 'Try other questions' }).click();
  await expect(items.locator('.verdict__title')).toHaveCount(0);
  const second = await items.locator('.item__question').allInnerTexts();
  expect(second.some((words) => first.includes(words))).toBe(false);
});
