// The library: courses are searched and sifted; a path is chosen, followed, and left.
import { expect, test } from './app';
import { deskCourses } from './screens';
import { beginAs, expectNoSidewaysScrolling, openCourse, setting, title, toLibrary } from './steps';

test('courses are found by words and by filters, and what was sought is still there afterwards', async ({
  app,
}) => {
  const { page, complaints } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await toLibrary(page);
  const courses = page.locator('[aria-labelledby="all-courses"] .card');
  await expect(courses.first()).toBeVisible();
  const all = await courses.count();
  expect(all).toBeGreaterThan(10);
  await page.getByRole('searchbox').fill('phishing');
  await expect(page.getByRole('status').filter({ hasText: 'fit' })).toBeVisible();
  const found = await courses.count();
  expect(found).toBeLessThan(all);
  await expect(courses.filter({ hasText: 'Phishing and social engineering lab' })).toHaveCount(1);

  await page.getByRole('button', { name: /State$/ }).click();
  await page.getByRole('option', { name: 'Finished' }).click();
  await expect(courses).toHaveCount(0);
  await expect(page.getByText('No course fits all of this')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(courses).toHaveCount(all);
  await expect(page.getByRole('searchbox')).toHaveValue('');

  await page.getByRole('searchbox').fill('phishing');
  await page.getByRole('link', { name: 'Phishing and social engineering lab' }).click();
  await expect(title(page)).toHaveText('Phishing and social engineering lab');
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('phishing');
  await expect(courses).toHaveCount(found);
  expect(complaints).toEqual([]);
});

test('a path is chosen, followed step by step, and left', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', deskCourses);
  await beginAs(page, 'Amina');
  await page.getByRole('link', { name: 'Choose one' }).click();
  await page.getByRole('button', { name: /more paths$/ }).click();
  await page.getByRole('link', { name: 'The first days' }).click();
  await expect(title(page)).toHaveText('The first days');
  await expect(page.getByText('You leave your desk ten times a day.')).toBeVisible();
  await page.getByRole('button', { name: 'Follow this path' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'This is your path' })).toBeVisible();

  await page.getByRole('link', { name: 'Home' }).click();
  const mine = page.getByRole('region', { name: 'Your path' });
  await expect(mine).toContainText('0 of 2 lessons finished');
  await mine.getByRole('link', { name: 'Locks and screens' }).click();
  await expect(title(page)).toHaveText('Locks and screens');
  await page.getByRole('button', { name: 'Finish lesson' }).click();
  await page.getByRole('button', { name: 'Finish anyway' }).click();
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(mine).toContainText('1 of 2 lessons finished');
  await expect(mine.getByRole('link', { name: 'Letters from strangers' })).toBeVisible();

  await mine.getByRole('link', { name: 'The first days' }).click();
  await page.getByRole('button', { name: 'Leave this path' }).click();
  await expect(page.getByRole('button', { name: 'Follow this path' })).toBeVisible();
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(mine).toHaveCount(0);
});

test('narrow, with large text: nothing sticks out', async ({ app }) => {
  const { electron, page } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(400, 760);
  });
  await page.getByRole('link', { name: 'Settings' }).click();
  await setting(page, 'Text size', '200%').click({ force: true });
  await toLibrary(page);
  await expect(title(page)).toHaveText('Library');
  await expectNoSidewaysScrolling(page);
  await openCourse(page, 'Start here: your digital skills and how to build them');
  await expectNoSidewaysScrolling(page);
});
