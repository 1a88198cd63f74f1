// What trainers see: every mistake with its place and its mend, and edits in the open window.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { deskCourses } from './screens';
import { itemAt } from './solve';
import { beginAs, goTo, openCourse, title, toLibrary } from './steps';

const fixtures = join(import.meta.dirname, '..', 'fixtures');

/** The mistakes of a fixture as its report lists them: place and rule, what is wrong, how to mend it. */
const reported = (fixture: string) =>
  readFileSync(join(fixtures, `${fixture}.report.txt`), 'utf8')
    .trim()
    .split('\n\n')
    .map((each) => {
      const [first = '', what = '', mend = ''] = each.split('\n').map((line) => line.trim());
      return { place: first.split(' ')[0] ?? '', what, mend };
    });

test('a course with every mistake says each, and its right lesson works', async ({ app }) => {
  const fixture = 'broken-course';
  const { page, complaints } = await app.start(
    '--lang',
    'en',
    '--courses',
    join(fixtures, fixture),
  );
  await beginAs(page, 'Theo');
  await openCourse(page, 'A course with every mistake');
  const told = page.locator('.problems__one');
  const mistakes = reported(fixture);
  expect(mistakes.length).toBeGreaterThan(50);
  await expect(told.last()).toBeVisible();
  const shown = await told.evaluateAll((all) =>
    all.map((each) => {
      const [, what, mend] = [...each.querySelectorAll('p')].map((p) => p.textContent ?? '');
      return { place: each.querySelector('code')?.textContent, what, mend };
    }),
  );
  // The library has a word more than the report: about facts and other courses.
  expect(shown).toEqual(expect.arrayContaining(mistakes));

  await page.getByRole('link', { name: /This lesson is right/ }).click();
  await expect(title(page)).toHaveText('This lesson is right');
  const item = itemAt(page, 0);
  await item.getByRole('radio', { name: 'Yes' }).check({ force: true });
  await item.getByRole('button', { name: 'Check answer' }).click();
  await expect(item.locator('.verdict__title')).toHaveText('Right');
  expect(complaints).toEqual([]);
});

test('a lesson whose front matter cannot be read says so in its place', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', join(fixtures, 'broken-course'));
  await beginAs(page, 'Theo');
  await goTo(page, '/course/broken-course/lesson/yaml');
  await expect(page.locator('.problems__one').first()).toContainText('09-yaml.md:');
});

test('a course without lessons, and a folder without course.md, are named', async ({ app }) => {
  const courses = join(app.dataFolder, 'trainer');
  const broken = ['course-file-missing', 'course-without-lessons'];
  for (const fixture of broken) {
    cpSync(join(fixtures, fixture), join(courses, fixture), { recursive: true });
  }
  const { page } = await app.start('--lang', 'en', '--courses', courses);
  await beginAs(page, 'Theo');
  await toLibrary(page);
  const cards = page.locator('.card').filter({ hasText: /1 mistake/ });
  await expect(cards).toHaveCount(broken.length);
  for (const [at, fixture] of broken.entries()) {
    await cards.nth(at).getByRole('link').click();
    const [mistake] = reported(fixture);
    await expect(page.locator('.problems__one')).toContainText(mistake?.what ?? 'no report');
    await expect(page.locator('.problems__one')).toContainText(mistake?.mend ?? 'no report');
    await toLibrary(page);
  }
});

test('a saved file is seen at once in the open window, at the same place', async ({ app }) => {
  const courses = join(app.dataFolder, 'trainer');
  cpSync(deskCourses, courses, { recursive: true });
  const { page } = await app.start('--lang', 'en', '--courses', courses);
  await beginAs(page, 'Theo');
  await goTo(page, '/course/safe-desk/lesson/locks');
  await itemAt(page, 5).getByRole('textbox').first().fill('7');

  const file = join(courses, '01-safe-desk', '01-locks.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('## A screen alone', '## A screen all alone'));
  await expect(page.getByRole('heading', { name: 'A screen all alone' })).toBeVisible();
  // Half an answer stays in its field while the lesson around it changes.
  await expect(itemAt(page, 5).getByRole('textbox').first()).toHaveValue('7');

  writeFileSync(file, text.replace('::: choice #signs', '::: choise #signs'));
  await expect(page.locator('.problems__one')).toContainText('There is no block “choise”.');
  writeFileSync(file, text);
  await expect(page.locator('.problems')).toBeHidden();

  rmSync(join(courses, '01-safe-desk'), { recursive: true });
  await expect(page.getByText('This is not here any more')).toBeVisible();
});
