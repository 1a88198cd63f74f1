// Translating, as somebody does it who adds a language to a course of their own.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { beginAs, expectNoSidewaysScrolling, goTo, title } from './steps';
import { editor } from './studio-course';

const lesson = '01-first-lesson.md';

test('Spanish is added, two blocks are translated, one goes stale, and all is up to date again', async ({
  app,
}) => {
  const { page, electron, complaints } = await app.start('--lang', 'en');
  const fileOf = (file: string): string => join(app.dataFolder, 'courses', 'locks', file);
  const read = (file: string): string => readFileSync(fileOf(file), 'utf8');
  const field = (name: string) => page.getByRole('textbox', { name: `Translation: ${name}` });
  const row = (source: string) => page.getByRole('listitem').filter({ hasText: source });

  await beginAs(page, 'Amina');
  await goTo(page, '/studio');
  await page.getByRole('button', { name: 'New course' }).click();
  await page.getByRole('radio', { name: 'Blank' }).locator('xpath=ancestor::label').click();
  await page.getByLabel('Title').fill('Locks');
  await page.getByRole('button', { name: 'Make the course' }).click();
  await expect(title(page)).toHaveText('Locks');

  // What the workspace has to say is for its own tests.
  const before = complaints.length;
  await page.getByRole('link', { name: 'Translate' }).click();
  await expect(title(page)).toHaveText('Translations');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Spanish' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(title(page)).toHaveText('Spanish');
  expect(read('es/course.md')).toContain('language: "es"');

  await page.getByRole('link', { name: 'First lesson' }).click();
  await field('Title').fill('Primera lección');
  await page.keyboard.press('Control+Enter');
  await expect(field('Objective')).toBeFocused();
  await expect(page.getByText(/^1 of \d+ blocks are translated$/)).toBeVisible();
  await field('Paragraph').first().fill('Escriba aquí.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^2 of \d+ blocks are translated$/)).toBeVisible();
  expect(read(`es/${lesson}`)).toContain('title: Primera lección');
  expect(read(`es/${lesson}`)).toContain('\nEscriba aquí.\n');

  // The source changes in another program: that block is stale, and what changed is shown.
  writeFileSync(fileOf(lesson), read(lesson).replace('Write here.', 'Write only here.'));
  await expect(row('Write only here.')).toContainText('The source changed');
  await expect(row('Write only here.').locator('ins')).toHaveText(/only/);
  await expect(field('Paragraph').first()).toHaveValue('Escriba aquí.');
  await field('Paragraph').first().focus();
  await page.keyboard.press('Control+Enter');
  await expect(row('Write only here.')).not.toContainText('The source changed');

  // What is left is translated by the keyboard alone, and then the lesson is said to be up to date.
  await page.getByRole('button', { name: 'Show what is left' }).click();
  const left = await page.getByRole('textbox').count();
  expect(left).toBeGreaterThan(3);
  await page.getByRole('textbox').first().focus();
  for (let n = 1; n <= left; n++) {
    await page.keyboard.insertText(`Bloque ${n}`);
    await page.keyboard.press('Control+Enter');
  }
  await page.getByRole('button', { name: 'It is up to date' }).click();
  await expect(page.getByRole('button', { name: 'It is up to date' })).toBeHidden();
  expect(read(`es/${lesson}`)).toMatch(/^source: "[0-9a-f]{16}"$/m);
  await page.getByRole('link', { name: 'Spanish' }).click();
  await expect(page.getByRole('row', { name: /First lesson/ })).toContainText('Up to date');

  // The translated lesson opens as a text, too, and after a trial there is the way back to it.
  await goTo(page, '/studio/locks');
  await page.getByText('Primera lección').click();
  await expect(editor(page)).toContainText('Escriba aquí.');
  await page.getByRole('link', { name: 'Try it as a learner' }).click();
  await page.getByRole('link', { name: 'Back to the Studio' }).click();
  await expect(editor(page)).toContainText('Escriba aquí.');
  await goTo(page, '/translate/locks/es');

  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(400, 800),
  );
  await expectNoSidewaysScrolling(page);
  await page.getByRole('link', { name: 'First lesson' }).click();
  await expect(field('Title')).toHaveValue('Primera lección');
  await expectNoSidewaysScrolling(page);
  expect(complaints.slice(before)).toEqual([]);
});
