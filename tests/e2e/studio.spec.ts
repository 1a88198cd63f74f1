// The Studio, as somebody uses it who writes a first course: from nothing to trying it out.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './app';
import { expectNoSidewaysScrolling, goTo, title } from './steps';
import { editor, fileOf, newCourse, preview, withCourse } from './studio-course';

/** Types at the very end of the text. */
async function typeAtEnd(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}

test('a course is made, written, mended, tried out, and is in the library', async ({ app }) => {
  const { page, complaints } = await withCourse(app);
  await expect(page.getByText('Nothing to mend here.')).toBeVisible();

  // What is typed is on the page at once, and on disk a moment later.
  await typeAtEnd(page, '\nA sentence of my own.\n');
  await expect(preview(page)).toContainText('A sentence of my own.');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(readFileSync(fileOf(app, '01-why-it-matters.md'), 'utf8')).toContain('of my own.');

  // A mistake is named, with its line, and mended by a click where it takes no decision. The click
  // is offered when it does something: what nobody could answer gets no name yet.
  await typeAtEnd(
    page,
    '\n::: choice\nWhat?\n\n- [ ] This\n  > Yes.\n- [ ] That\n  > No.\n\n> [!WHY] So.\n:::\n',
  );
  await expect(page.getByText('2 things to mend')).toBeVisible();
  await expect(page.getByText('No answer is marked as right.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mend it' })).toHaveCount(0);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const file = fileOf(app, '01-why-it-matters.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('- [ ] This', '- [x] This'));
  await expect(page.getByText('1 thing to mend')).toBeVisible();
  // The way to it ends at its words below the text, and covers no button.
  await page.getByRole('button', { name: 'Go to the one problem' }).click();
  await expect(page.locator('.editor__mark')).toContainText('needs an id');
  await expect(page.locator('.cm-tooltip')).toHaveCount(0);
  await page.locator('.problem-list').getByRole('button', { name: 'Mend it' }).click();
  await expect(page.getByText('Nothing to mend here.')).toBeVisible();
  await expect
    .poll(() => readFileSync(fileOf(app, '01-why-it-matters.md'), 'utf8'))
    .toMatch(/::: choice #what/);

  // The question can be answered in the preview.
  const question = preview(page).getByRole('group', { name: /Question 2/ });
  await question.getByRole('radio', { name: 'That' }).locator('xpath=ancestor::label').click();
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question).toContainText('No.');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(question).not.toContainText('No.');

  // What is inserted is what the page shows next, and it has the room that there is.
  for (const [kind, words] of [
    ['truefalse', 'True or false?'],
    ['inbox', 'What do you do with each message?'],
  ] as const) {
    await typeAtEnd(page, '\n\n');
    await page.getByRole('button', { name: 'Insert' }).click();
    await page.getByRole('searchbox', { name: 'Search blocks' }).fill(kind);
    await page.keyboard.press('Enter');
    await expect(preview(page).locator('[data-here]')).toContainText(words);
  }
  await expect(preview(page).getByText('Overdue invoice 4471')).toBeVisible();
  const beyond = await page
    .locator('.preview')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(beyond).toBe(0);

  // What people can do afterwards leads to its line as well.
  await preview(page).getByText('After this lesson you can').click();
  await expect(page.getByText('Line 4', { exact: true })).toBeVisible();

  // Tried as a learner, nothing is kept.
  await page.getByRole('link', { name: 'Try it as a learner' }).click();
  await expect(page.getByText('Nothing you do here is kept.')).toBeVisible();
  await expect(title(page)).toHaveText('Why it matters');
  await page.getByRole('button', { name: 'Finish lesson' }).click();
  await page.getByRole('button', { name: 'Finish anyway' }).click();
  await page.getByRole('link', { name: 'Back to the Studio' }).click();
  await expect(editor(page)).toContainText('title: Why it matters');
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await goTo(page, '/course/ask-before-you-share');
  await expect(page.getByRole('link', { name: 'Start the course' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the page leads to the lines it comes from, also once others came above them', async ({
  app,
}) => {
  const { page } = await withCourse(app);
  const lines = readFileSync(fileOf(app, '01-why-it-matters.md'), 'utf8').split('\n');
  const lineOf = (words: string): number => lines.findIndex((line) => line.includes(words)) + 1;
  const place = page.locator('.editor__place');
  const lead = async (words: string, line: number): Promise<void> => {
    await preview(page).getByText(words).click();
    await expect(place.getByText(`Line ${line}`, { exact: true })).toBeVisible();
  };
  const question = 'Whom does the rule protect?';
  await lead('Begin with a person.', lineOf('Begin with a person.'));
  await lead(question, lineOf('::: choice'));
  // Above both.
  await lead('Begin with a person.', lineOf('Begin with a person.'));
  await page.keyboard.type('New words.\n\n\n');
  await expect(preview(page)).toContainText('New words.');
  await lead('Begin with a person.', lineOf('Begin with a person.') + 3);
  await lead(question, lineOf('::: choice') + 3);
  // And the other way round: where the cursor stands is marked.
  const marked = preview(page).locator('[data-here]');
  await expect(marked).toContainText(question);
  await editor(page).getByText('New words.').click();
  await expect(marked).toHaveText('New words.');
});

test('an editor outside and the one inside do not lose each other’s words', async ({ app }) => {
  const { page } = await withCourse(app);
  const file = fileOf(app, '01-why-it-matters.md');
  const change = (from: string, to: string): void =>
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  // Saved outside, it is here.
  change('Begin with a person.', 'Begin with somebody.');
  await expect(editor(page)).toContainText('Begin with somebody.');
  await expect(preview(page)).toContainText('Begin with somebody.');
  // The same line changed by both is asked about.
  await editor(page).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  change('title: Why it matters', 'title: Why it matters to all');
  await page.keyboard.type('!');
  await expect(page.getByText('Somebody changed the same lines')).toBeVisible();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('title: Why it matters!!');
  // What was given up is in the history.
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.locator('del').filter({ hasText: 'Why it matters to all' })).toBeVisible();
  await page.getByRole('button', { name: 'Go back to this version' }).click();
  await expect(editor(page)).toContainText('Why it matters to all');
});

test('a crash in the middle of typing loses nothing that was typed a moment before', async ({
  app,
}) => {
  const { page, kill } = await withCourse(app);
  await typeAtEnd(page, '\nWritten before the crash.\n');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await kill();
  expect(readFileSync(fileOf(app, '01-why-it-matters.md'), 'utf8')).toContain('before the crash.');
  const again = await app.start('--lang', 'en');
  await again.page.getByRole('link', { name: 'Studio' }).click();
  await again.page.getByRole('link', { name: new RegExp(newCourse) }).click();
  await expect(editor(again.page)).toContainText('Written before the crash.');
});

test('lessons are put in another order by the keyboard, and added', async ({ app }) => {
  const { page } = await withCourse(app);
  await page.getByRole('button', { name: 'Move down: Why it matters' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Move up: Why it matters' })).toBeVisible();
  await expect
    .poll(() => readdirSync(join(app.dataFolder, 'courses', 'ask-before-you-share')).sort())
    .toEqual(['01-what-to-do.md', '02-why-it-matters.md', 'course.md']);
  await page.getByRole('button', { name: 'Add a lesson' }).click();
  await page.getByLabel('Title of the lesson').fill('In short');
  await page.keyboard.press('Enter');
  await expect(preview(page).getByRole('heading', { name: 'In short' })).toBeVisible();
  expect(readFileSync(fileOf(app, '03-in-short.md'), 'utf8')).toContain('title: In short');
});

test('a question is changed in its form, and nothing but what was changed', async ({ app }) => {
  const { page, complaints } = await withCourse(app);
  const file = fileOf(app, '01-why-it-matters.md');
  const before = readFileSync(file, 'utf8');
  const toggle = page.getByRole('button', { name: 'Form', exact: true });
  await toggle.click();
  await expect(page.getByText('Put the cursor in a block, a table or a picture')).toBeVisible();
  await editor(page).getByText('Whom does the rule protect?').click();
  const form = page.getByRole('region', { name: 'The block as a form' });
  await expect(form.getByRole('heading', { name: 'Choice' })).toBeVisible();

  // Typed with pauses, the words and the place in them stay.
  const question = form.getByLabel('Question');
  await question.fill('Whom does it');
  await expect(preview(page)).toContainText('Whom does it');
  await page.keyboard.type(' ');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('Whom does it\n');
  await page.keyboard.type('protect?');
  await form.getByRole('textbox', { name: 'Answer 2' }).fill('The network');
  await form.getByRole('button', { name: 'Add: Answer' }).click();
  const added = form.getByRole('form', { name: 'New: Answer' });
  await expect(added.getByRole('textbox', { name: 'Answer' })).toBeFocused();
  await page.keyboard.type('Everybody');
  await added.getByLabel('Feedback').fill('Too many.');
  await added.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByRole('textbox', { name: 'Answer 4' })).toHaveValue('Everybody');
  await expect(preview(page)).toContainText('Everybody');
  await expect(preview(page)).toContainText('Whom does it protect?');
  const last = '- [ ] Nobody in particular\n  > Say what is true instead.\n';
  const changed = before
    .replace('Whom does the rule protect?', 'Whom does it protect?')
    .replace('The computer', 'The network')
    .replace(last, `${last}- [ ] Everybody\n  > Too many.\n`);
  await expect.poll(() => readFileSync(file, 'utf8')).toBe(changed);

  // What would end the block is not written; the words wait in their field.
  await question.fill('What?\n:::');
  await expect(form.getByText('Your words are not in the text yet')).toBeVisible();
  await question.fill('Whom does it protect?');
  await expect(form.getByText('Your words are not in the text yet')).toBeHidden();
  expect(readFileSync(file, 'utf8')).toBe(changed);

  // By the keyboard an answer is moved and removed, and the focus goes along.
  await form.getByRole('button', { name: 'Move up: Answer 4' }).focus();
  await page.keyboard.press('Enter');
  await expect(form.getByRole('button', { name: 'Move up: Answer 3' })).toBeFocused();
  await expect(form.getByRole('textbox', { name: 'Answer 3' })).toHaveValue('Everybody');
  await form.getByRole('button', { name: 'Remove: Answer 3' }).focus();
  await page.keyboard.press('Enter');
  await expect(form.getByRole('button', { name: 'Remove: Answer 3' })).toBeFocused();
  await expect(form.getByRole('textbox', { name: 'Answer 4' })).toBeHidden();
  await expect.poll(() => readFileSync(file, 'utf8')).not.toContain('Everybody');

  // What the opening line says is chosen, and taken back without a trace.
  const untouched = readFileSync(file, 'utf8');
  await form.getByText('Settings', { exact: true }).click();
  await form.getByRole('textbox', { name: 'Points', exact: true }).fill('300');
  await expect(form.getByText('Write a number from 0 to 100.')).toBeVisible();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await form.getByRole('button', { name: /Shuffle$/ }).click();
  await page.getByRole('option', { name: 'No', exact: true }).click();
  await expect
    .poll(() => readFileSync(file, 'utf8'))
    .toContain('::: choice #whom {points=3 shuffle=no}');
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('.block-form')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await form.getByRole('button', { name: /Shuffle$/ }).click();
  await page.getByRole('option', { name: 'As usual' }).click();
  await form.getByRole('textbox', { name: 'Points', exact: true }).fill('');
  await page.keyboard.press('Tab');
  await expect.poll(() => readFileSync(file, 'utf8')).toBe(untouched);

  // It follows the cursor.
  await editor(page).getByText('Begin with a person').click();
  await expect(form).toHaveText(/^Put the cursor in a block/);
  expect(complaints).toEqual([]);
});

test('in a narrow window there is one part at a time, and nothing scrolls sideways', async ({
  app,
}) => {
  const { page, electron } = await withCourse(app);
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(400, 800),
  );
  await expect(preview(page)).toBeHidden();
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(preview(page)).toBeVisible();
  await expect(editor(page)).toBeHidden();
  await expectNoSidewaysScrolling(page);
});

test('the window itself does not scroll: each part does', async ({ app }) => {
  const { page, electron } = await withCourse(app);
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1180, 700),
  );
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { scrollHeight, clientHeight } = document.getElementById('root') as HTMLElement;
        return clientHeight < 701 ? scrollHeight - clientHeight : -1;
      }),
    )
    .toBe(0);
});

test('a page can be read as a screen reader says it', async ({ app }) => {
  const { page } = await withCourse(app);
  await page.getByRole('link', { name: 'Try it as a learner' }).click();
  await page.getByText('Read aloud', { exact: true }).click();
  const spoken = page.getByRole('complementary', { name: 'What is read aloud, in its order' });
  const lines = spoken.getByRole('listitem');
  await expect(lines.filter({ hasText: 'heading 1' })).toContainText('Why it matters');
  await expect(lines.filter({ hasText: 'choice' }).first()).toBeVisible();
  const all = await lines.allTextContents();
  const at = (words: string): number => all.findIndex((line) => line.includes(words));
  expect(at('Why it matters')).toBeLessThan(at('Whom does the rule protect?'));
  expect(at('Whom does the rule protect?')).toBeLessThan(at('Finish lesson'));
});

/** What the person chooses in the next dialog of the system. */
const choose = (electron: ElectronApplication, ...files: string[]) =>
  electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: chosen });
  }, files);

test('a folder of Markdown and a question bank are brought in, with a report of each line', async ({
  app,
}) => {
  const { page, electron, complaints } = await withCourse(app);
  const folder = mkdtempSync(join(tmpdir(), 'deskwise-handbook-'));
  const pages = join(folder, 'Hand book');
  mkdirSync(pages);
  writeFileSync(join(pages, 'README.md'), '# The handbook\n\nAll of it.\n');
  writeFileSync(join(pages, 'one.md'), '# Keys\n\n![Far](https://far.example/a.png)\n\nWords.\n');
  writeFileSync(
    join(folder, 'bank.gift'),
    '::Locks:: When do you lock? { =Always #Yes. ~Never #No. }\n',
  );

  await choose(electron, join(folder, 'bank.gift'));
  await page.getByRole('button', { name: 'Questions from a file' }).click();
  await page.getByRole('button', { name: 'Bring them in' }).click();
  await expect(page.getByRole('region', { name: 'What became of each line' })).toContainText(
    '“Locks” is kept as choice',
  );
  await expect(preview(page)).toContainText('When do you lock?');

  await choose(electron, pages);
  await page.getByRole('link', { name: 'Studio', exact: true }).first().click();
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText(/^Kept: /)).toBeVisible();
  await page.getByText('What became of each line').click();
  await expect(page.locator('.studio__report')).toContainText('https://far.example/a.png');
  await page.getByRole('link', { name: 'hand-book' }).click();
  await expect(title(page)).toHaveText('The handbook');
  await expect(preview(page)).toContainText('Words.');
  expect(complaints).toEqual([]);
});

test('a course is made into a page for any browser', async ({ app }) => {
  const { page, electron, complaints } = await withCourse(app);
  const file = join(mkdtempSync(join(tmpdir(), 'deskwise-out-')), 'page.html');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('link', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Make it' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain(newCourse);
  expect(complaints).toEqual([]);
});
