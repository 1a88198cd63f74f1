// axe finds nothing on any screen, in any theme, in both directions of writing.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { themes } from '../../core/looks';
import { expect, test } from './app';
import { deskCourses, screens, show, startWithHistory } from './screens';
import { title } from './steps';

async function violations(page: Page): Promise<string[]> {
  // What still moves would be judged in colours that nobody sees.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const found = await new AxeBuilder({ page })
    // Without it, axe opens a second page, which Electron does not have.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}: ${failureSummary}`),
  );
}

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
