// The library: courses are searched and sifted; a path is chosen, followed, and left.
import { expect, test } from './app';
import { deskCourses } from './screens';
import { beginAs, expectNoSidewaysScrolling, openCourse, setting, title, toLibrary } from './steps';
import { accessibilityTree } from './tree';

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

test('as a list, sorted by its columns, and shown so again the next time', async ({ app }) => {
  const { page, complaints, close } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await toLibrary(page);
  await expect(page.getByRole('radio', { name: 'Cards' })).toBeChecked();
  const cards = await page.locator('[aria-labelledby="all-courses"] .card h3').allTextContents();

  // Cards, list: one step with an arrow key.
  await page.getByRole('radio', { name: 'Cards' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  const table = page.getByRole('table', { name: 'Courses' });
  await expect(page.getByRole('radio', { name: 'List' })).toBeChecked();
  const titles = table.getByRole('rowheader');
  await expect(titles).toHaveText(cards);

  const time = table.getByRole('columnheader', { name: /^Time/ });
  await expect(time).toHaveAttribute('aria-sort', 'none');
  await time.getByRole('button').press('Enter');
  await expect(time).toHaveAttribute('aria-sort', 'ascending');
  await expect(
    page.getByRole('status').filter({ hasText: 'Sorted by Time, ascending' }),
  ).toHaveCount(1);
  const minutes = async () =>
    (
      await table
        .getByRole('row')
        .getByRole('cell', { name: /minutes$/ })
        .allTextContents()
    ).map(Number.parseFloat);
  const upwards = await minutes();
  expect(upwards).toEqual([...upwards].sort((a, b) => a - b));
  expect(new Set(upwards).size).toBeGreaterThan(1);
  await time.getByRole('button').press('Enter');
  expect(await minutes()).toEqual([...upwards].sort((a, b) => b - a));

  // What is sought narrows the list; its order stays.
  await page.getByRole('searchbox').fill('phishing');
  await expect(time).toHaveAttribute('aria-sort', 'descending');
  await table.getByRole('link', { name: 'Phishing and social engineering lab' }).click();
  await expect(title(page)).toHaveText('Phishing and social engineering lab');
  expect(complaints).toEqual([]);

  await close();
  const again = await app.start('--lang', 'en');
  await toLibrary(again.page);
  await expect(again.page.getByRole('table', { name: 'Courses' })).toBeVisible();
  await expect(again.page.getByRole('rowheader')).toHaveText(cards);
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
  await page.getByRole('radio', { name: 'List' }).click();
  await expect(page.getByRole('table', { name: 'Courses' })).toBeVisible();
  await expectNoSidewaysScrolling(page);
  // Laid out as blocks it is still a table to who listens.
  const tree = (await accessibilityTree(page, '.course-list__table')).map((line) => line.trim());
  expect(tree[0]).toBe('table “Courses”');
  expect(tree).toContain('columnheader “Time (sort)”');
  expect(tree).toContain('rowheader “Phishing and social engineering lab”');
  expect(tree).toContain('cell “Basic”');
  await openCourse(page, 'Start here: your digital skills and how to build them');
  await expectNoSidewaysScrolling(page);
});
