// Words of the course: their meaning on the spot, by keyboard too, and all of them on the course's page.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { beginAs, goTo } from './steps';

const course = `---
id: words
title: Words
summary: For trying out a glossary.
language: en
version: 1.0.0
level: basic
format: 1
---
`;
const glossary = `## Phishing

A message that wants you to act before you think, often with [bait](#bait).

## Bait

What lures somebody.
`;
const lesson = `---
title: Words
objectives: [Know words]
---

They call it [phishing](glossary.md#phishing) today.
`;

test('a word says what it means, and gives the focus back', async ({ app }) => {
  const folder = join(app.dataFolder, 'made', 'words');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'course.md'), course);
  writeFileSync(join(folder, 'glossary.md'), glossary);
  writeFileSync(join(folder, '01-lesson.md'), lesson);
  const { page, complaints } = await app.start('--lang', 'en', '--courses', join(folder, '..'));
  await beginAs(page, 'Amina');
  await goTo(page, '/course/words/lesson/lesson');

  const word = page.getByRole('button', { name: 'phishing' });
  await word.focus();
  await page.keyboard.press('Enter');
  const meaning = page.getByRole('dialog', { name: 'Phishing' });
  await expect(meaning).toContainText('act before you think');

  // A word in the meaning has a meaning too.
  await meaning.getByRole('button', { name: 'bait' }).click();
  await expect(page.getByRole('dialog', { name: 'Bait' })).toContainText('What lures');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Bait' })).toBeHidden();
  // Escape is for who has the focus: it comes back a moment after the inner word has closed.
  await expect(meaning.getByRole('button', { name: 'bait' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await expect(word).toBeFocused();

  await goTo(page, '/course/words');
  await page.getByText('Words of this course (2)').click();
  await expect(page.locator('.course__term dt')).toHaveText(['Bait', 'Phishing']);
  expect(complaints).toEqual([]);
});
