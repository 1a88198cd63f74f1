// Everything by keyboard alone: no test in this file touches the mouse.
import type { Locator, Page } from '@playwright/test';
import type { Item } from '../../core/course/item';
import { inlineText, plainText } from '../../core/course/plain-text';
import type { Prose } from '../../core/course/prose';
import { expect, test } from './app';
import { deskCourses, deskItems } from './screens';
import { itemAt } from './solve';
import { title } from './steps';

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    await expectFocusInSight(page);
  }
  throw new Error(`Tab never came to ${target}`);
}

/** What has the focus is marked, and not hidden behind the foot or the rail. */
async function expectFocusInSight(page: Page): Promise<void> {
  const fault = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    // A hidden input lends its mark to the label around it.
    const shown = focused.closest('label') ?? focused;
    const { top, bottom, left, right } = shown.getBoundingClientRect();
    if (bottom <= 0 || top >= window.innerHeight) return `${focused.outerHTML} is out of sight`;
    const at = document.elementFromPoint(
      (left + right) / 2,
      Math.min(Math.max((top + bottom) / 2, 1), window.innerHeight - 1),
    );
    const isOver = at && (shown.contains(at) || at.contains(shown));
    if (!isOver) return `${focused.outerHTML} lies under ${at?.outerHTML.slice(0, 200)}`;
    const marks = [focused, shown, ...shown.querySelectorAll('*')].map((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    const isQuiet = focused.matches('h1, h2, h3, h4, h5, h6, [data-quiet-focus]');
    return marks.includes(true) || isQuiet ? null : `${focused.outerHTML} has no mark`;
  });
  expect(fault).toBe(null);
}

const words = (nodes: readonly Prose[]): string => plainText(nodes).replace(/\s+/g, ' ').trim();

async function answer(page: Page, item: Locator, known: Item): Promise<void> {
  switch (known.kind) {
    case 'choice': {
      const { options, several } = known.content;
      if (several) {
        for (const option of options.filter(({ right }) => right)) {
          await tabTo(page, item.getByRole('checkbox', { name: words(option.text) }));
          await page.keyboard.press('Space');
        }
        return;
      }
      await tabTo(page, item.getByRole('radio').first());
      const right = item.getByRole('radio', {
        name: words(options.find((option) => option.right)?.text ?? []),
      });
      await page.keyboard.press('Space');
      for (let at = 0; at < options.length && !(await right.isChecked()); at++) {
        await page.keyboard.press('ArrowDown');
      }
      await expect(right).toBeChecked();
      return;
    }
    case 'truefalse':
      for (const { text, isTrue } of known.content.statements) {
        const group = item.getByRole('radiogroup', { name: words(text) });
        await tabTo(page, group.getByRole('radio').first());
        await page.keyboard.press('Space');
        if (!isTrue) await page.keyboard.press('ArrowDown');
        await expect(group.getByRole('radio', { name: isTrue ? 'True' : 'False' })).toBeChecked();
      }
      return;
    case 'password':
      await tabTo(page, item.getByLabel('The phrase', { exact: true }));
      await page.keyboard.type('violet kettle forgot monday rain');
      await expect(item.getByRole('meter')).toHaveAttribute('aria-valuenow', '5', {
        timeout: 60_000,
      });
      return;
    case 'estimate': {
      await tabTo(page, item.getByRole('textbox'));
      await page.keyboard.type(String(known.content.answer));
      return;
    }
    case 'hotspot': {
      const surface = item.getByRole('application');
      await tabTo(page, surface);
      let [x, y] = [50, 50];
      for (const { area } of known.content.areas.filter(({ right }) => right)) {
        const [toX, toY] = [
          Math.round(area.x + area.width / 2),
          Math.round(area.y + area.height / 2),
        ];
        for (; x < toX; x++) await page.keyboard.press('ArrowRight');
        for (; x > toX; x--) await page.keyboard.press('ArrowLeft');
        for (; y < toY; y++) await page.keyboard.press('ArrowDown');
        for (; y > toY; y--) await page.keyboard.press('ArrowUp');
        await page.keyboard.press('Enter');
      }
      return;
    }
    case 'address':
      for (const { address, genuine } of known.content.addresses) {
        const group = item.getByRole('radiogroup', { name: address, exact: true });
        await tabTo(page, group.getByRole('radio').first());
        await page.keyboard.press('Space');
        if (!genuine) await page.keyboard.press('ArrowDown');
        const name = genuine ? 'Genuine' : 'Not genuine';
        await expect(group.getByRole('radio', { name, exact: true })).toBeChecked();
      }
      return;
    case 'order': {
      const rows = item.locator('.order__row');
      for (const [place, entry] of known.content.entries.entries()) {
        const row = rows.filter({ hasText: words(entry.text) });
        const at = () =>
          row.evaluate((element) => [...(element.parentElement?.children ?? [])].indexOf(element));
        if ((await at()) === place) continue;
        await tabTo(page, row.getByRole('button', { name: 'Move up' }));
        for (let moves = await at(); moves > place; moves--) await page.keyboard.press('Enter');
        expect(await at()).toBe(place);
        // Back to the start of the list for the next entry.
        await tabTo(page, rows.first().getByRole('button').last(), 'Shift+Tab');
      }
      return;
    }
    case 'match':
      for (const [row, cell] of known.content.left.entries()) {
        const line = item.locator('.match__row').filter({ hasText: inlineText(cell) });
        await pick(page, line.getByRole('button'), inlineText(known.content.right[row] ?? []));
        // Rows are shuffled: the next one may stand above.
        await tabTo(page, item.locator('ol .match__row').first().getByRole('button'), 'Shift+Tab');
      }
      return;
    case 'blanks':
      for (const [at, gap] of known.content.gaps.entries()) {
        const field = item.locator(`[data-part="${at}"]`);
        if (gap.type === 'options') {
          await pick(page, field.getByRole('button'), gap.options[0] ?? '');
        } else {
          await tabTo(page, field.getByRole('textbox'));
          await page.keyboard.type(
            gap.type === 'number' ? String(gap.from) : (gap.answers[0] ?? ''),
          );
        }
      }
      return;
    case 'form':
      for (const [row, { choices, right }] of known.content.rows.entries()) {
        const line = item.locator(`[data-part="${row}"]`);
        const choice = inlineText(choices[right] ?? []);
        const radio = line.getByRole('radio', { name: choice, exact: true });
        if ((await radio.count()) === 0) await pick(page, line.getByRole('button'), choice);
        else {
          await tabTo(page, line.getByRole('radio').first());
          await page.keyboard.press('Space');
          for (let at = 0; at < right; at++) await page.keyboard.press('ArrowRight');
        }
      }
      return;
    case 'mark': {
      const right = known.content.spots.flatMap((spot) => spot.units);
      await tabTo(page, item.locator('[data-unit][tabindex="0"]'));
      await page.keyboard.press('Home');
      for (let unit = 0; unit < known.content.units; unit++) {
        if (right.includes(unit)) await page.keyboard.press('Space');
        await page.keyboard.press('ArrowRight');
      }
      return;
    }
    case 'sort':
      for (const { text, group } of known.content.items) {
        const card = item.locator('.sort__card').filter({ hasText: plainText(text) });
        await pick(page, card.getByRole('button'), plainText(known.content.groups[group] ?? []));
        // Cards are shuffled: the next one may stand above.
        await tabTo(page, item.locator('.sort').getByRole('button').first(), 'Shift+Tab');
      }
      return;
  }
}

/** Opens a drop-down, types the beginning of the option, takes it. */
async function pick(page: Page, button: Locator, option: string): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  const list = page.getByRole('listbox');
  await expect(list).toBeVisible();
  await page.keyboard.type(option.slice(0, 12));
  await expect(list.getByRole('option', { name: option }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
}

test('from the first start to a finished lesson', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = await app.start('--lang', 'en', '--courses', deskCourses);
  await expect(title(page)).toBeFocused();
  await tabTo(page, page.getByRole('textbox'));
  await page.keyboard.type('Amina');
  await page.keyboard.press('Enter');
  await expect(title(page)).toContainText('Amina');

  await tabTo(page, page.getByRole('link', { name: 'A safe desk' }));
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('A safe desk');
  await tabTo(page, page.getByRole('link', { name: 'Start the course' }));
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();

  for (const [at, known] of deskItems.entries()) {
    const item = itemAt(page, at);
    await answer(page, item, known);
    await tabTo(page, item.getByRole('button', { name: 'Check answer' }));
    await page.keyboard.press('Enter');
    // The button is gone with the form: the focus goes on to what came instead.
    await expect(item.locator('.verdict__title')).toHaveText('Right');
    await expect(item.locator('.verdict__title')).toBeFocused();
  }
  await tabTo(page, page.getByRole('button', { name: 'Finish lesson' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Lesson done' })).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: /^Next lesson/ }));
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(title(page)).toHaveText('Locks and screens');
});

test('past the rail to the content, and through the settings', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', deskCourses);
  await page.getByRole('textbox').focus();
  await page.keyboard.type('Jonas');
  await page.keyboard.press('Enter');
  await expect(title(page)).toContainText('Jonas');
  await tabTo(page, page.getByRole('button', { name: 'Go to the content' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();

  await tabTo(page, page.getByRole('link', { name: 'Settings' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Settings');
  await tabTo(page, page.getByRole('radio', { name: 'As the system' }).first());
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await tabTo(page, page.getByRole('button', { name: 'Erase my data' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Keep my data' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Erase my data' })).toBeFocused();
});

test('Control and Enter check the question one is in', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', deskCourses);
  await page.getByRole('textbox').focus();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'A safe desk' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'Start the course' }));
  await page.keyboard.press('Enter');
  const item = itemAt(page, 0);
  await tabTo(page, item.getByRole('radio').first());
  await page.keyboard.press('Control+Enter');
  await expect(item.locator('.item__missing')).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(item.locator('.verdict__title')).toBeVisible();
});
