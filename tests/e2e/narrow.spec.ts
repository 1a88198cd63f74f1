// Small windows and large text: nothing is cut off, nothing scrolls sideways.
import { expect, test } from './app';
import { screens, show, startWithHistory } from './screens';
import { expectNoSidewaysScrolling, goTo, setting } from './steps';

for (const language of ['en', 'ar']) {
  test(`400 pixels wide at 200 % text, ${language}`, async ({ app }) => {
    test.setTimeout(300_000);
    const { electron, page } = await startWithHistory(app, '--lang', language);
    await electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(400, 760);
    });
    await goTo(page, '/settings');
    await page.locator('input[value="200"]').click({ force: true });
    await expect(page.locator('html')).toHaveAttribute('data-text', '200');
    for (const screen of screens) {
      await show(page, screen);
      await test.step(screen.name, () => expectNoSidewaysScrolling(page));
    }
  });
}

test('in a narrow window the rail lies at the bottom', async ({ app }) => {
  const { electron, page } = await startWithHistory(app, '--lang', 'en');
  const rail = page.locator('.rail');
  const wide = await rail.boundingBox();
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(700, 760);
  });
  await expect.poll(async () => (await rail.boundingBox())?.y).toBeGreaterThan(500);
  expect(wide?.y).toBe(0);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(setting(page, 'Text size', '100%')).toBeChecked();
});
