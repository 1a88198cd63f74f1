// Tables and pictures in the Studio: as fields over the same text, by keyboard and by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type Launcher, test } from './app';
import { expectNoSidewaysScrolling } from './steps';
import { editor, fileOf, preview, withCourse } from './studio-course';

const lesson = '01-why-it-matters.md';
const before = '---\ntitle: Tables\nminutes: 5\nobjectives: [Read one]\n---\n\n';
const table = '| Day | Hours |\n| :-- | ----: |\n| Mon | 9 |\n| Tue | `a \\| b` |\n';
const behind = '\nNot | a | table.\n';

async function withText(app: Launcher, text: string) {
  const running = await withCourse(app);
  writeFileSync(fileOf(app, lesson), text);
  await expect(preview(running.page)).toContainText('table.');
  return running;
}

const written = (app: Launcher) => expect.poll(() => readFileSync(fileOf(app, lesson), 'utf8'));

async function violationsIn(page: Page, part: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(part).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('a table is written in cell by cell, and nothing around it changes', async ({ app }) => {
  const { page, complaints } = await withText(app, before + table + behind);
  const line = editor(page).getByText('| Mon | 9 |');
  await line.click();
  await page.getByRole('button', { name: 'Form', exact: true }).click();
  const form = page.getByRole('region', { name: 'The table cell by cell' });
  const cell = (name: string) => form.getByRole('textbox', { name, exact: true });

  // The words of a cell as they are meant; what is typed is in the text at once.
  await expect(cell('Hours, row 3')).toHaveValue('`a | b`');
  await cell('Day, row 2').fill('Monday ');
  await page.keyboard.type('morning');
  await written(app).toBe(before + table.replace('Mon', 'Monday morning') + behind);

  // Arrows at the ends of the words, Enter down, and a new row at the end.
  await page.keyboard.press('ArrowRight');
  await expect(cell('Hours, row 2')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(cell('Hours, row 4')).toBeFocused();
  await page.keyboard.type('7');
  await expect(preview(page).getByRole('row')).toHaveCount(4);

  // By the menus: another row, another column, the side of a column.
  await form.getByRole('button', { name: 'Row 4' }).click();
  await page.getByRole('menuitem', { name: 'Move the row up' }).click();
  await expect(cell('Hours, row 3')).toHaveValue('7');
  await form.getByRole('button', { name: 'Column 2' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Insert a column before' }).press('Enter');
  await expect(cell('Heading of column 3')).toHaveValue('Hours');
  await form.getByRole('button', { name: 'Column 2' }).click();
  await page.getByRole('menuitemradio', { name: 'In the middle' }).click();
  await cell('Heading of column 2').fill('Where');
  await written(app).toBe(
    `${before}| Day | Where | Hours |\n| :-- | :-: | ----: |\n| Monday morning |  | 9 |\n|  |  | 7 |\n| Tue |  | \`a \\| b\` |\n${behind}`,
  );

  // Cells of a spreadsheet make the room they need.
  await cell('Where, row 4').focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Hall\t8\nYard\t6\n');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(cell('Hours, row 5')).toHaveValue('6');
  await written(app).toContain('| Tue | Hall | 8 |\n|  | Yard | 6 |\n');

  // The heading goes and comes back; words that are no cell wait.
  await form.getByText('First row is the heading').click();
  await expect(cell('Column 1, row 2')).toHaveValue('Day');
  await form.getByText('First row is the heading').click();
  await expect(cell('Day, row 2')).toHaveValue('Monday morning');
  expect(await violationsIn(page, '.block-form')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a new table is inserted in the size that is asked for, by keyboard alone', async ({
  app,
}) => {
  const { page, complaints } = await withText(app, `${before}A table.\n`);
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Shift+I');
  await page.getByRole('searchbox', { name: 'Search blocks' }).fill('table');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const columns = page.getByRole('textbox', { name: 'Columns' });
  await expect(columns).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(columns).toHaveValue('2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: 'The table cell by cell' });
  await expect(form.getByRole('textbox', { name: 'Heading of column 1' })).toBeFocused();
  await page.keyboard.type('What');
  await written(app).toBe(`${before}A table.\n\n| What |  |\n| --- | --- |\n|  |  |\n`);
  expect(complaints).toEqual([]);
});

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200"/></svg>';

test('a picture is asked for its words as it comes, and is drawn smaller', async ({ app }) => {
  const { page, complaints } = await withText(app, `${before}A table.\n\n`);
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await editor(page).evaluate((element, drawing) => {
    const data = new DataTransfer();
    data.items.add(new File([drawing], 'door.svg', { type: 'image/svg+xml' }));
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, svg);
  const form = page.getByRole('region', { name: 'The picture' });
  const words = form.getByRole('textbox', { name: 'What does the picture show?' });
  await expect(words).toBeFocused();
  await page.keyboard.type('A locked door');
  await written(app).toContain('![A locked door](assets/door.svg)');

  // By name, by number, by hand.
  const picture = preview(page).getByRole('img', { name: 'A locked door' });
  await form.getByRole('radio', { name: 'Small' }).press('Space');
  await written(app).toContain('(assets/door.svg){width=30%}');
  await expect(picture).toHaveAttribute('width', '30%');
  const width = form.getByRole('textbox', { name: 'Width' });
  await expect(width).toHaveValue('30');
  await width.fill('200');
  await expect(form.getByText('Write a whole number from 5 to 100.')).toBeVisible();
  await width.fill('40');
  await written(app).toContain('{width=40%}');
  const room = (await preview(page).locator('p').first().boundingBox())?.width ?? 0;
  await picture.hover();
  const grip = page.locator('.picture-grip');
  const at = await grip.boundingBox();
  if (!at) throw new Error('no grip');
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width / 2 + room / 10, at.y, { steps: 5 });
  await page.mouse.up();
  await written(app).toContain('{width=50%}');
  await expect(form.getByRole('textbox', { name: 'Width' })).toHaveValue('50');
  expect(await violationsIn(page, '.block-form')).toEqual([]);

  // A click right after the last letter: the words are kept, and so is what was clicked.
  await words.click();
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  await form.getByText('Medium', { exact: true }).click();
  await written(app).toContain('![A locked door!](assets/door.svg){width=60%}');

  // A picture without words is a thing to mend, and asks from there.
  await words.fill('');
  await page.getByRole('button', { name: 'Describe the picture' }).click();
  await expect(words).toBeFocused();
  expect(complaints).toEqual([]);
});

test('in a narrow window the form has the room of the text, and gives it back', async ({ app }) => {
  const { page, electron } = await withText(app, before + table + behind);
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(400, 760),
  );
  await editor(page).getByText('| Mon | 9 |').click();
  await page.getByRole('button', { name: 'Form', exact: true }).click();
  const form = page.getByRole('region', { name: 'The table cell by cell' });
  await expect(form.getByRole('textbox', { name: 'Hours, row 3' })).toBeInViewport();
  await expect(editor(page)).toBeHidden();
  await expectNoSidewaysScrolling(page);
  // Nothing lies below the bar at the bottom.
  const below = await page.evaluate(() => {
    const root = document.getElementById('root') as HTMLElement;
    return root.scrollHeight - root.clientHeight;
  });
  expect(below).toBe(0);
  await page.getByRole('button', { name: 'Form', exact: true }).click();
  await expect(editor(page)).toBeInViewport();
});
