// A sheet: looked through by keyboard, sorted, filtered, added up, unhidden, marked, answered.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { beginAs, expectNoSidewaysScrolling, goTo, title } from './steps';

const course = `---
id: sheets
title: Sheets
summary: For trying out a sheet.
language: en
version: 1.0.0
level: basic
format: 1
---
`;
const lesson = `---
title: Sheets
objectives: [Look closely]
---

::: sheet #pay {title="Payments.xlsx"}
Mark what is wrong.

### Payments

| Supplier | Amount |
| --- | ---: |
| North | 1,200 |
| South {hidden} | ==90== |
| East | 300 |
| Amber | 50 |

### Archive {hidden}

| Supplier | Amount |
| --- | ---: |
| West | ==-5== |

- B3
  > Hidden and wrong.
- B4
  > This one is fine.
- Archive!B2
  > Less than nothing.

> [!WHY] Look behind the rows.
:::
`;

async function start(page: Page): Promise<void> {
  await beginAs(page, 'Amina');
  await goTo(page, '/course/sheets/lesson/lesson');
  await expect(page.getByRole('grid')).toBeVisible();
  // A screen that has just come has the keyboard's place on its title.
  await expect(title(page)).toBeFocused();
}

const violations = async (page: Page) => {
  const found = await new AxeBuilder({ page }).setLegacyMode().include('.sheet').analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

test('a sheet is looked through, marked and explained', async ({ app }) => {
  const folder = join(app.dataFolder, 'made', 'sheets');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'course.md'), course);
  writeFileSync(join(folder, '01-lesson.md'), lesson);
  const { page, complaints } = await app.start('--lang', 'en', '--courses', join(folder, '..'));
  await start(page);
  const grid = page.getByRole('grid');
  const cells = grid.locator('[data-cell]');
  const rows = () => grid.locator('tbody tr th').allInnerTexts();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);

  // One stop for the Tab key; arrows go on from there, and stay within the sheet.
  await expect(grid.locator('[data-cell][tabindex="0"]')).toHaveCount(1);
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('300');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('50');

  // A selection adds up.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('.sheet__status')).toHaveText(
    'Cells with something in them: 3Sum: 1,550Average: 516.67',
  );
  await expect(grid.locator('[aria-selected="true"]')).toHaveCount(3);

  // Sorting, filtering, hidden rows.
  expect(await rows()).toEqual(['2', '4', '5']);
  const amount = grid.getByRole('columnheader', { name: 'Amount' });
  await amount.getByRole('button').click();
  await expect(amount).toHaveAttribute('aria-sort', 'ascending');
  expect(await rows()).toEqual(['5', '4', '2']);
  await amount.getByRole('button').click();
  await amount.getByRole('button').click();
  await expect(amount).toHaveAttribute('aria-sort', 'none');
  await page.getByRole('button', { name: 'Filter' }).click();
  await grid.getByRole('textbox', { name: 'Filter for Amount' }).fill('> 100');
  expect(await rows()).toEqual(['2', '4']);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('button', { name: 'Show hidden rows' }).click();
  await expect(grid.locator('tbody tr')).toHaveCount(4);
  expect(await violations(page)).toEqual([]);

  // A wrong mark by Space, taken off again in the list; a right one by double click.
  await cells.filter({ hasText: '300' }).click();
  await page.keyboard.press('Space');
  await expect(page.locator('.sheet__list')).toContainText('Payments!B4');
  await page.getByRole('button', { name: 'Check answer' }).click();
  await expect(page.locator('.verdict__title')).toHaveText('Not quite');
  await expect(page.locator('.sheet__list')).toContainText('This one is fine.');
  await expect(page.locator('.item')).not.toContainText('Hidden and wrong.');
  await page.getByRole('button', { name: 'Take the mark off Payments!B4' }).click();
  await cells.filter({ hasText: '90' }).dblclick();
  await expect(page.locator('.sheet__list')).toContainText('Payments!B3');

  // By name, from a sheet that is hidden.
  const name = page.getByRole('textbox', { name: 'Add a cell by its name' });
  await name.fill('Z99');
  await name.press('Enter');
  await expect(page.locator('.text-field__error')).toContainText('There is no such cell');
  await page.getByRole('button', { name: 'Show hidden sheets' }).click();
  await page.getByRole('tab', { name: 'Archive' }).click();
  await expect(cells.filter({ hasText: '-5' })).toBeVisible();
  await name.fill('b2');
  await name.press('Enter');
  await expect(page.locator('.sheet__entry')).toHaveCount(2);

  await page.setViewportSize({ width: 400, height: 800 });
  await expectNoSidewaysScrolling(page);
  await page.getByRole('button', { name: 'Check answer' }).click();
  await expect(page.locator('.verdict__title')).toHaveText('Right');
  await expect(page.locator('[data-state="found"]')).toHaveCount(2);
  await expect(page.locator('.sheet__list')).toContainText('Less than nothing.');
  await expectNoSidewaysScrolling(page);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
