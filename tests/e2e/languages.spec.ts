// The app in other languages: words, direction, courses that are not translated.
import { expect, test } from './app';
import { deskCourses, screens, show, startWithHistory } from './screens';
import { beginAs, goTo, setting, title } from './steps';

test('Spanish at once, words and courses, and still after a restart', async ({ app }) => {
  const { page, close } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await close();
  // Without --lang: the profile's own language counts.
  const second = await app.start();
  await expect(title(second.page)).toContainText('Amina');
  await goTo(second.page, '/settings');
  await setting(second.page, 'Language', 'Español').click({ force: true });
  await expect(title(second.page)).toHaveText('Ajustes');
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'es');
  await goTo(second.page, '/course/cybersecurity-essentials');
  await expect(second.page.getByText('El servicio público funciona')).toBeVisible();
  await goTo(second.page, '/course/leading-change');
  await expect(second.page.getByText(/^Este curso .*español/)).toBeVisible();
  await second.close();
  const third = await app.start();
  await expect(third.page.getByRole('link', { name: 'Todos los cursos' })).toBeVisible();
  expect(third.complaints).toEqual([]);
});

test('Arabic mirrors the page, but not the course in another language', async ({ app }) => {
  const { page, complaints } = await app.start('--courses', deskCourses, '--lang', 'en');
  await page.getByRole('radio', { name: 'العربية' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.getByRole('textbox').fill('أمينة');
  await page.getByRole('button').last().click();
  await expect(title(page)).toContainText('أمينة');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');

  const rail = await page.locator('.rail').boundingBox();
  const main = await page.locator('#main').boundingBox();
  expect(rail?.x).toBeGreaterThan((main?.x ?? 0) + (main?.width ?? 0) / 2);

  await goTo(page, '/course/safe-desk/lesson/locks');
  const text = page.locator('.lesson__text > .prose');
  await expect(text).toHaveAttribute('dir', 'ltr');
  await expect(text).toHaveAttribute('lang', 'en');
  await expect(page.locator('.item').first()).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('.notice').first()).toBeVisible();
  // "Next" points to where reading goes on: to the left.
  await goTo(page, '/settings');
  await expect(page.locator('.settings__places code').first()).toHaveAttribute('dir', 'ltr');
  expect(complaints).toEqual([]);
});

test('nothing on any screen is left out of translation', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = await startWithHistory(app, '--lang', 'en-XA');
  for (const screen of screens) {
    await show(page, screen);
    const plain = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      // Words of courses, names, paths and languages are nobody's to translate.
      const others = [
        '[lang]:not([lang="en-XA"]), [dir="auto"], bdi, code, pre, option, .choices__words, .course__facts dd',
        // React Aria has its own words, in all our languages.
        '[id^="react-aria-description"]',
      ].join();
      // Names of languages, times and days come from the system's own data.
      const fromSystem =
        /^((English|Spanish|French|German|Portuguese|Arabic)(, | and |, and )?)+$|^\d+ (hour|minute)s?(, \d+ minutes?)?$|^[A-Z][a-z]+ \d+, \d{4}$/;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const words = node.textContent ?? '';
        if (!/[a-z]{2}/i.test(words) || fromSystem.test(words)) continue;
        if (node.parentElement?.closest(others)) continue;
        // Each sentence of the pseudo language stands between brackets.
        if (!/^\s*\[.*\]\s*$/s.test(words)) found.push(words);
      }
      return found;
    });
    expect(plain, screen.name).toEqual([]);
  }
});
