// Answers the items of a lesson by keyboard alone: nothing in this file touches the mouse.
import type { Locator, Page } from '@playwright/test';
import type { JudgedMessage } from '../../core/course/blocks/inbox-message';
import { Explored, walk } from '../../core/course/blocks/scenario-paths';
import type { Item } from '../../core/course/item';
import { inlineText, plainText } from '../../core/course/plain-text';
import type { Prose } from '../../core/course/prose';
import { expect } from './app';

/** Presses Tab until the focus is where it is wanted, or in it. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  const passed: string[] = [];
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press(key);
    await expectFocusInSight(page);
    passed.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? ''));
  }
  throw new Error(`Tab never came to ${target}, but to:\n${passed.join('\n')}`);
}

/** What has the focus is marked, and not hidden, once nothing moves: behind the foot, the rail, a row. */
async function expectFocusInSight(page: Page): Promise<void> {
  const fault = () =>
    page.evaluate(() => {
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
  await expect.poll(fault).toBe(null);
}

const words = (nodes: readonly Prose[]): string => plainText(nodes).replace(/\s+/g, ' ').trim();

/** Fills in the form without a pointer; does not check the answer. */
export async function answerByKeyboard(page: Page, item: Locator, known: Item): Promise<void> {
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
    case 'sheet': {
      const { sheets, right } = known.content;
      for (const [at, { rows, name }] of sheets.entries()) {
        const cells = right.filter(([sheet]) => sheet === at);
        if (cells.length === 0) continue;
        if (sheets.length > 1) {
          await tabTo(page, item.getByRole('tab', { selected: true }));
          const tab = item.getByRole('tab', { name });
          for (let tabs = 0; tabs < sheets.length; tabs++) {
            if ((await tab.getAttribute('aria-selected')) === 'true') break;
            await page.keyboard.press('ArrowRight');
          }
        }
        if (rows.some(({ hidden }) => hidden)) {
          await tabTo(page, item.getByRole('button', { name: 'Hidden rows' }));
          await page.keyboard.press('Space');
        }
        await tabTo(page, item.locator('[data-cell][tabindex="0"]'));
        for (const [, row, column] of cells) {
          await page.keyboard.press('Control+Home');
          for (let down = 0; down < row; down++) await page.keyboard.press('ArrowDown');
          for (let along = 0; along < column; along++) await page.keyboard.press('ArrowRight');
          await page.keyboard.press('Space');
        }
      }
      return;
    }
    case 'inbox':
      return sortInbox(page, item, known.content.messages);
    case 'scenario': {
      const { scenes } = known.content;
      const path = new Explored(known.content).pathTo((at) => scenes[at]?.outcome === 'good') ?? [];
      for (const [step, at] of path.entries()) {
        const choice = scenes[walk(known.content, path)[step]?.scene ?? 0]?.choices[at];
        await tabTo(
          page,
          item.getByRole('button', { name: inlineText(choice?.words ?? []), exact: true }),
        );
        await page.keyboard.press('Enter');
        // Reading goes on at the scene one has come to.
        await expect(item.locator('.scenario__step').nth(step + 1)).toBeVisible();
        await expect(item.locator('.scenario__title').nth(step + 1)).toBeFocused();
      }
      return;
    }
    case 'repair':
      await tabTo(page, item.getByRole('textbox'));
      await page.keyboard.press('Control+a');
      await page.keyboard.type(known.content.model);
      return;
  }
}

const actionNames = {
  genuine: 'Keep',
  phish: 'Report',
  scam: 'Report',
  spam: 'Delete',
  unclear: 'Ask a colleague',
};

/** Message by message, as the inbox itself goes on from one to the next. */
async function sortInbox(
  page: Page,
  item: Locator,
  messages: readonly JudgedMessage[],
): Promise<void> {
  // Tab comes to the message one was at last, or to the last one when it comes from below.
  await tabTo(page, item.getByRole('listbox'));
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const button = (name: string): Locator => item.getByRole('button', { name, exact: true });
  for (let left = messages.length; left > 0; left--) {
    const subject = (await item.locator('.mail__subject').textContent())?.trim() ?? '';
    const open = messages.find(({ message }) => message.subject === subject);
    if (!open) throw new Error(`no message is called ${subject}`);
    await tabTo(page, button(actionNames[open.nature]));
    await page.keyboard.press('Enter');
    if (open.nature !== 'genuine') {
      await expect(item.getByRole('button', { name: /^What gave it away/ })).toBeFocused();
      for (const { place } of open.clues) {
        const box = item.locator(`.clues input[value="${place}"]`);
        await tabTo(page, box);
        await page.keyboard.press('Space');
        await expect(box).toBeChecked();
      }
      await tabTo(page, button(left > 1 ? 'Next message' : 'Done with this message'));
      await page.keyboard.press('Enter');
    }
    if (left > 1) await expect(item.locator('.mail__subject')).not.toHaveText(subject);
  }
  await expect(item.getByText('Every message is sorted. You can')).toBeFocused();
}

/** Opens a drop-down, types the beginning of the option, takes it. */
async function pick(page: Page, button: Locator, option: string): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  const list = page.locator('.pick__list');
  await expect(list).toBeVisible();
  await page.keyboard.type(option.slice(0, 12));
  await expect(list.getByRole('option', { name: option }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
}
