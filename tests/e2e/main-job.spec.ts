// The main job: open, read, answer, be cut off in the middle, come back, finish, see the score.
import type { Page } from '@playwright/test';
import type { Item } from '../../core/course/item';
import { expect, test } from './app';
import { check, itemAt, lessonsOf, solve } from './solve';
import { beginAs, isOnDisk, openCourse, title } from './steps';

const course = 'Phishing and social engineering lab';
const lessons = lessonsOf('08-phishing-lab');
/** The learner is cut off in this lesson, at its first item with a gap to type in. */
const cutOff = lessons.findIndex(({ items }) => items.some(hasTypedGap));
const cutOffItem = lessons[cutOff]?.items.findIndex(hasTypedGap) ?? -1;

function hasTypedGap({ kind, content }: Item): boolean {
  return kind === 'blanks' && content.gaps.some((gap) => gap.type === 'text');
}

/** "0.5 of 1 point" */
async function pointsOf(page: Page, at: number): Promise<number> {
  const words = (await itemAt(page, at).locator('.item__points').textContent()) ?? '';
  return Number(/^([\d.]+) of /.exec(words)?.[1]);
}

test('a whole course, right and wrong, over a power cut, to its score', async ({ app }) => {
  test.setTimeout(600_000);
  expect(cutOffItem).toBeGreaterThanOrEqual(0);
  const halfAnswer = 'half an answer';
  let { page, complaints, kill } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await openCourse(page, course);
  await page.getByRole('link', { name: 'Start the course' }).click();

  let points = 0;
  let wrong = 0;
  for (const [number, lesson] of lessons.entries()) {
    await expect(title(page)).toHaveText(lesson.title);
    for (const [at, item] of lesson.items.entries()) {
      if (number === cutOff && at === cutOffItem) {
        await itemAt(page, at).getByRole('textbox').first().fill(halfAnswer);
        await expect.poll(() => isOnDisk(app.dataFolder, halfAnswer)).toBe(true);
        const seen = await itemAt(page, at).boundingBox();
        await kill();

        ({ page, complaints, kill } = await app.start('--lang', 'en'));
        await expect(title(page)).toContainText('Amina');
        await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(lesson.title);
        await page.getByRole('link', { name: 'Continue' }).click();
        await expect(title(page)).toHaveText(lesson.title);
        await expect(itemAt(page, at).getByRole('textbox').first()).toHaveValue(halfAnswer);
        // The very place: within a line or two of where it stood.
        await expect
          .poll(async () => {
            const now = await itemAt(page, at).boundingBox();
            return Math.abs((now?.y ?? 0) - (seen?.y ?? 0));
          })
          .toBeLessThan(60);
      }
      // Every third item is wrong at first, and right in the end.
      const isRight = at % 3 !== number % 3;
      await solve(itemAt(page, at), item, isRight);
      const earned = await pointsOf(page, at);
      if (isRight) expect(earned, item.id).toBe(item.points);
      else {
        wrong++;
        expect(earned, item.id).toBeLessThan(item.points);
        const settled = await itemAt(page, at)
          .getByRole('button', { name: 'Try it again' })
          .count();
        if (settled === 0) await solve(itemAt(page, at), item, true);
        expect(await pointsOf(page, at), `${item.id}: the first try counts`).toBe(earned);
      }
      points += earned;
    }
    await page.getByRole('button', { name: 'Finish lesson' }).click();
    await expect(page.getByRole('heading', { name: 'Lesson done' })).toBeFocused();
    if (number < lessons.length - 1) await page.getByRole('link', { name: /^Next lesson/ }).click();
  }

  await page.getByRole('link', { name: 'See your result' }).click();
  const possible = lessons
    .flatMap(({ items }) => items)
    .reduce((sum, item) => sum + item.points, 0);
  const share = Math.round((points / possible) * 100);
  const score = page.getByRole('region', { name: 'Your score' });
  await expect(score).toContainText(`${share}%`);
  await expect(score).toContainText(`${Number(points.toFixed(2))} of ${possible} points`);
  await expect(title(page)).toHaveText(
    share >= 80 ? 'Course finished' : 'All lessons done, not passed yet',
  );
  // What went wrong at first is offered again.
  await expect(page.locator('.result__items a')).toHaveCount(wrong);
  await page.locator('.result__items a').first().click();
  await expect(page.locator('.lesson__item:focus')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('questions left open: the learner is told before the lesson ends', async ({ app }) => {
  const { page } = await app.start('--lang', 'en');
  await beginAs(page, 'Jonas');
  await page.getByRole('link', { name: 'Begin the first lesson' }).click();
  await page.getByRole('button', { name: 'Finish lesson' }).click();
  const told = page.getByRole('heading', { name: /questions are still open/ });
  await expect(told).toBeFocused();
  await page.getByRole('button', { name: 'Go to the first one' }).click();
  await expect(told).toBeHidden();
  await expect(itemAt(page, 0)).toBeInViewport();
  await check(itemAt(page, 0));
  await expect(itemAt(page, 0).locator('.item__missing')).toBeVisible();
  await page.getByRole('button', { name: 'Finish lesson' }).click();
  await page.getByRole('button', { name: 'Finish anyway' }).click();
  await expect(page.getByRole('heading', { name: 'Lesson done' })).toBeVisible();
});
