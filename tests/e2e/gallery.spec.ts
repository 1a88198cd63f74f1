// Every kind of question in the gallery is answered, wrongly and then rightly, as a trainer tries it.
import { gradedKinds } from '../../core/course/blocks';
import { expect, test } from './app';
import { itemAt, lessonsOf, solve } from './solve';
import { beginAs, goTo, setting, title, toLibrary } from './steps';

const [questions] = lessonsOf('gallery');

test('the gallery is hidden until it is wanted', async ({ app }) => {
  const { page } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  const gallery = page.getByRole('link', { name: 'Gallery of all blocks', exact: true });
  await toLibrary(page);
  await expect(page.getByRole('link', { name: 'Cybersecurity essentials' })).toBeVisible();
  await expect(gallery).toHaveCount(0);
  await goTo(page, '/settings');
  await setting(page, 'courses for trainers', 'Shown').click({ force: true });
  await expect(setting(page, 'courses for trainers', 'Shown')).toBeChecked();
  await toLibrary(page);
  await expect(gallery).toBeVisible();
});

test('every kind is answered wrongly, then rightly', async ({ app }) => {
  test.setTimeout(300_000);
  const { page, complaints } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await goTo(page, '/course/gallery/lesson/questions');
  await expect(title(page)).toHaveText('Questions');
  const items = questions?.items ?? [];
  expect(items.map(({ kind }) => kind)).toEqual(Object.keys(gradedKinds));
  for (const [at, item] of items.entries()) {
    await test.step(item.kind, async () => {
      await solve(itemAt(page, at), item, false);
      if (item.tries === 1) {
        await itemAt(page, at).getByRole('button', { name: 'Try it again' }).click();
      }
      await solve(itemAt(page, at), item, true);
    });
  }
  expect(complaints).toEqual([]);
});

test('figures to play with are changed by the arrow keys, which the content policy once forbade', async ({
  app,
}) => {
  const { page, complaints } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await goTo(page, '/course/spreadsheets-and-data/lesson/small-numbers');
  const field = page.locator('.whatif__input').first();
  await field.focus();
  const before = Number(await field.inputValue());
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => Number(await field.inputValue())).toBeGreaterThan(before);
  await expect(title(page)).toBeVisible();
  expect(complaints).toEqual([]);
});
