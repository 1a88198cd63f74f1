// Everything by keyboard alone: no test in this file touches the mouse.

import { expect, test } from './app';
import { answerByKeyboard, tabTo } from './by-keyboard';
import { deskCourses, deskItems } from './screens';
import { itemAt, lessonsOf } from './solve';
import { goTo, title } from './steps';

test('from the first start to a finished lesson', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = await app.start('--lang', 'en', '--courses', deskCourses);
  await expect(title(page)).toBeFocused();
  await tabTo(page, page.getByRole('textbox'));
  await page.keyboard.type('Amina');
  await page.keyboard.press('Enter');
  await expect(title(page)).toContainText('Amina');

  await tabTo(page, page.getByRole('link', { name: 'All courses' }));
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Library');
  await tabTo(page, page.getByRole('link', { name: 'A safe desk' }));
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('A safe desk');
  await tabTo(page, page.getByRole('link', { name: 'Start the course' }));
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();

  for (const [at, known] of deskItems.entries()) {
    const item = itemAt(page, at);
    await answerByKeyboard(page, item, known);
    await tabTo(page, item.getByRole('button', { name: 'Check answer' }));
    await page.keyboard.press('Enter');
    // The button is gone with the form: the focus goes on to what came instead.
    await expect(item.locator('.verdict__title')).toHaveText('Right');
    await expect(item.locator('.verdict__title')).toBeFocused();
  }
  await tabTo(page, page.getByRole('button', { name: 'Finish lesson' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Lesson done' })).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: /^Next lesson/ }));
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(title(page)).toHaveText('Locks and screens');
});

test('past the rail to the content, and through the settings', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', deskCourses);
  await page.getByRole('textbox').focus();
  await page.keyboard.type('Jonas');
  await page.keyboard.press('Enter');
  await expect(title(page)).toContainText('Jonas');
  await tabTo(page, page.getByRole('button', { name: 'Go to the content' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();

  await tabTo(page, page.getByRole('link', { name: 'Settings' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Settings');
  await tabTo(page, page.getByRole('radio', { name: 'As the system' }).first());
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await tabTo(page, page.getByRole('button', { name: 'Erase my data' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Keep my data' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Erase my data' })).toBeFocused();
});

test('Control and Enter check the question one is in', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', deskCourses);
  await page.getByRole('textbox').focus();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'All courses' }));
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Library');
  await tabTo(page, page.getByRole('link', { name: 'A safe desk' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'Start the course' }));
  await page.keyboard.press('Enter');
  const item = itemAt(page, 0);
  await tabTo(page, item.getByRole('radio').first());
  await page.keyboard.press('Control+Enter');
  await expect(item.locator('.item__missing')).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(item.locator('.verdict__title')).toBeVisible();
});

test('every kind of question, one after the other', async ({ app }) => {
  test.setTimeout(600_000);
  const { page, complaints } = await app.start('--lang', 'en');
  await page.getByRole('textbox').focus();
  await page.keyboard.type('Ilse');
  await page.keyboard.press('Enter');
  await expect(title(page)).toContainText('Ilse');
  // Courses for trainers are hidden from the library; how one gets there has a test of its own.
  await goTo(page, '/course/gallery/lesson/questions');
  await expect(title(page)).toHaveText('Questions');
  const [questions] = lessonsOf('gallery');
  for (const [at, known] of (questions?.items ?? []).entries()) {
    await test.step(known.kind, async () => {
      const item = itemAt(page, at);
      await answerByKeyboard(page, item, known);
      await page.keyboard.press('Control+Enter');
      await expect(item.locator('.verdict__title')).toHaveText('Right');
      await expect(item.locator('.verdict__title')).toBeFocused();
    });
  }
  expect(complaints).toEqual([]);
});
