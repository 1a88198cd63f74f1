// axe finds nothing on any screen, in any theme, in both directions of writing.
import { themes } from '../../core/looks';
import { expect, test } from './app';
import { deskCourses, screens, show, startWithHistory } from './screens';
import { title } from './steps';
import { violations } from './violations';

for (const theme of themes) {
  test(`every screen in the theme ${theme}`, async ({ app }) => {
    test.setTimeout(300_000);
    const { page, complaints } = await startWithHistory(app, '--theme', theme);
    for (const screen of screens) {
      await show(page, screen);
      expect(await violations(page), screen.name).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
}

test('every screen in Arabic', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = await startWithHistory(app, '--lang', 'ar');
  for (const screen of screens) {
    await show(page, screen);
    expect(await violations(page), screen.name).toEqual([]);
  }
});

for (const theme of themes) {
  test(`the first screen of all in the theme ${theme}`, async ({ app }) => {
    const { page } = await app.start('--theme', theme, '--courses', deskCourses);
    await page.getByRole('button').last().click();
    await expect(page.locator('.text-field__error')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('the check itself: a picture without words and pale text are found', async ({ app }) => {
  const { page } = await app.start();
  await expect(title(page)).toBeVisible();
  await page.evaluate(() => {
    const main = document.getElementById('main');
    const pale = document.createElement('p');
    pale.textContent = 'Pale';
    pale.style.color = '#dddddd';
    main?.append(document.createElement('img'), pale);
  });
  const found = await violations(page);
  expect(found.some((each) => each.startsWith('image-alt'))).toBe(true);
  expect(found.some((each) => each.startsWith('color-contrast'))).toBe(true);
});
