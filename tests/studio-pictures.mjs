// Photographs the Studio for docs/authoring.md, while a first course is written in it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '..', 'docs', 'images', 'studio');

const lesson = `---
title: Why we ask
minutes: 6
objectives:
  - Decide what to do when somebody asks for an address
---
Monday, 9:20. A man calls the parking office. His sister has moved, he says, and he
wants to surprise her. *"Can you tell me her new street?"*

Leila has the file open. The street is right in front of her.

::: choice #new-street
What does Leila do?

- [ ] She tells him the street, but not the number
  > A street is often enough to find somebody. His story may be true; she cannot know.
- [x] She offers to pass a message on to the sister
  > Yes. The sister decides who learns where she lives.

> [!WHY] An address may be all that keeps somebody safe.
:::
`;

/**
 * @param {import('playwright').Page} page where somebody is at home
 * @param {string} data the data folder of the app
 */
export async function photographStudio(page, data) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(data, 'courses', 'ask-before-you-share', '01-why-it-matters.md');
  const editor = page.getByRole('textbox', { name: /^Text of / });
  const preview = page.getByRole('article', { name: 'What learners see' });
  const text = page.getByRole('region', { name: 'Text', exact: true });
  const saved = page.getByText('Saved', { exact: true });

  await page.getByRole('link', { name: 'Settings' }).click();
  await page
    .locator('label')
    .filter({ hasText: /^Shown$/ })
    .click();
  await page.getByRole('link', { name: 'Studio' }).click();
  await page.getByRole('button', { name: 'New course' }).click();
  await page.getByLabel('Title').fill('Ask before you share');
  await picture('new-course');

  await page.getByRole('button', { name: 'Make the course' }).click();
  await preview.getByText('Whom does the rule protect?').waitFor();
  writeFileSync(file, lesson);
  await preview.getByText('What does Leila do?').waitFor();
  await saved.waitFor();
  await picture('workspace');

  await editor.click();
  await page.keyboard.press('Control+End');
  await page.getByRole('button', { name: 'Insert' }).click();
  await page.getByRole('searchbox', { name: 'Search blocks' }).waitFor();
  await picture('insert');
  await page.keyboard.press('Escape');

  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(
    '\n\n::: truefalse\nTrue or false?\n\n- [x] I may say that I will pass a message on.\n  > Yes: that tells nothing about her.\n\n> [!WHY] Helping and telling are two things.\n:::\n',
  );
  await page.getByRole('button', { name: 'Mend it' }).first().waitFor();
  await saved.waitFor();
  await page.keyboard.press('F8');
  await page.keyboard.press('ArrowRight');
  await picture('problem', text);
  await page.getByRole('button', { name: 'Mend it' }).first().click();
  await page.getByText('Nothing to mend here.').waitFor();
  await saved.waitFor();

  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('list', { name: 'What changed since then' }).waitFor();
  await picture('history', text);
  await page.getByRole('button', { name: 'History' }).click();

  // The same line, changed here and in another program at once.
  await editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.type(' who');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: First ask who asks'),
  );
  await page.keyboard.type(' asks');
  await page.getByText('Somebody changed the same lines').waitFor();
  await picture('conflict', text);
  await page.getByRole('button', { name: 'Take the other' }).click();
  await saved.waitFor();

  await page.getByRole('link', { name: 'Quality' }).click();
  await page.getByRole('heading', { name: 'From results' }).waitFor();
  await picture('quality');
  await page.getByRole('link', { name: 'Ask before you share' }).click();
  await page.getByRole('link', { name: 'Try it as a learner' }).click();
  await page.getByText('Read aloud', { exact: true }).click();
  const spoken = page.getByRole('complementary', { name: 'What is read aloud, in its order' });
  await spoken.getByRole('listitem').filter({ hasText: 'choice' }).first().waitFor();
  await picture('try');
  await page.getByRole('link', { name: 'Back to the Studio' }).click();
  await page.getByRole('link', { name: 'Home', exact: true }).click();

  /**
   * @param {string} name
   * @param {import('playwright').Locator | import('playwright').Page} [part]
   */
  async function picture(name, part = page) {
    await page.mouse.move(1, 400);
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    );
    await part.screenshot({ path: path.join(folder, `${name}.png`) });
  }
}
