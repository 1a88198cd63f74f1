// Answers the items of a lesson on screen, rightly or wrongly, from what the course file says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { ContentOf } from '../../core/course/blocks';
import type { JudgedMessage } from '../../core/course/blocks/inbox-message';
import { placesOf } from '../../core/course/blocks/inbox-places';
import { rightAction } from '../../core/course/blocks/inbox-verdicts';
import { Explored, walk } from '../../core/course/blocks/scenario-paths';
import { type Cell, cellName } from '../../core/course/blocks/sheet-cells';
import type { Item } from '../../core/course/item';
import { parseLesson } from '../../core/course/parse';
import { inlineText, plainText } from '../../core/course/plain-text';
import type { Prose } from '../../core/course/prose';
import { expect } from './app';

const courses = join(import.meta.dirname, '..', '..', 'courses');

export interface KnownLesson {
  title: string;
  items: Item[];
}

/** The lessons of a shipped course, in order, with their answers. */
export function lessonsOf(folder: string, language = ''): KnownLesson[] {
  const path = join(courses, folder, language);
  return readdirSync(path)
    .filter((name) => /^\d+.*\.md$/.test(name))
    .sort()
    .map((name) => {
      const { matter, items } = parseLesson(name, readFileSync(join(path, name), 'utf8'));
      return { title: matter.title ?? '', items };
    });
}

/** The item that stands n-th in the lesson (from 0). */
export const itemAt = (page: Page, at: number): Locator => page.locator('section.item').nth(at);

const words = (nodes: readonly Prose[]): string => plainText(nodes).replace(/\s+/g, ' ').trim();
const hasWords = (text: string): RegExp =>
  new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')}`);

/** Fills in the form; does not check the answer. */
export async function fill(item: Locator, known: Item, rightly: boolean): Promise<void> {
  switch (known.kind) {
    case 'choice': {
      const { options, several } = known.content;
      const box = (option: (typeof options)[number]) =>
        item.getByRole(several ? 'checkbox' : 'radio', { name: hasWords(words(option.text)) });
      for (const option of options) {
        const isWanted = option.right === rightly;
        if (several) await box(option).setChecked(isWanted, { force: true });
        else if (isWanted) return box(option).check({ force: true });
      }
      return;
    }
    case 'truefalse':
      for (const statement of known.content.statements) {
        await item
          .getByRole('radiogroup', { name: hasWords(words(statement.text)) })
          .getByRole('radio', { name: String(statement.isTrue === rightly), exact: false })
          .check({ force: true });
      }
      return;
    case 'password': {
      const field = item.getByLabel('The phrase', { exact: true });
      await field.fill(rightly ? 'violet kettle forgot monday rain' : 'password');
      // The lists of words are loaded with the first focus.
      const meter = item.getByRole('meter');
      await expect(meter).toHaveAttribute('aria-valuenow', rightly ? '5' : '1', {
        timeout: 60_000,
      });
      return;
    }
    case 'estimate': {
      const { answer, range } = known.content;
      // At an end of the range, or far beyond all tolerance.
      const far = range ? [range.from, range.to].find((end) => end !== answer) : answer + 1e6;
      await item.getByRole('textbox').fill(String(rightly ? answer : far));
      return;
    }
    case 'hotspot': {
      const { areas } = known.content;
      // By the list, where the words are; pins have tests of their own.
      const toList = item.getByRole('button', { name: 'Use a list instead' });
      if ((await toList.count()) > 0) await toList.click();
      for (const { text, right } of areas) {
        const box = item.getByRole('checkbox', { name: hasWords(words(text)) });
        await box.setChecked(right === rightly, { force: true });
      }
      return;
    }
    case 'address':
      for (const { address, genuine } of known.content.addresses) {
        await item
          .getByRole('radiogroup', { name: address, exact: true })
          .getByRole('radio', {
            name: genuine === rightly ? 'Genuine' : 'Not genuine',
            exact: true,
          })
          .check({ force: true });
      }
      return;
    case 'order': {
      const right = known.content.entries.map((entry) => words(entry.text));
      await sortRows(item, rightly ? right : await wrongOrder(item, right));
      return;
    }
    case 'match': {
      const { left, right } = known.content;
      for (const [row, cell] of left.entries()) {
        const partner = right[rightly ? row : (row + 1) % left.length] ?? [];
        const line = item.locator('.match__row').filter({ hasText: inlineText(cell) });
        await pick(line, inlineText(partner));
      }
      return;
    }
    case 'sheet': {
      const { sheets, right } = known.content;
      const first: Cell = right.some((cell) => String(cell) === '0,0,0') ? [0, 0, 1] : [0, 0, 0];
      const marks = item.getByRole('button', { name: /^Take the mark off/ });
      while ((await marks.count()) > 0) await marks.first().click();
      for (const cell of rightly ? right : [first]) {
        await item
          .getByRole('textbox', { name: 'Add a cell by its name' })
          .fill(cellName(sheets, cell));
        await item.getByRole('button', { name: 'Add', exact: true }).click();
      }
      return;
    }
    case 'blanks':
      for (const [at, gap] of known.content.gaps.entries()) {
        const field = item.locator(`[data-part="${at}"]`);
        if (gap.type === 'options') await pick(field, gap.options[rightly ? 0 : 1] ?? '');
        else {
          const answer = gap.type === 'number' ? String(gap.from) : (gap.answers[0] ?? '');
          await field.getByRole('textbox').fill(rightly ? answer : 'something else');
        }
      }
      return;
    case 'form':
      for (const [row, { choices, right }] of known.content.rows.entries()) {
        const line = item.locator(`[data-part="${row}"]`);
        const choice = inlineText(choices[rightly ? right : (right + 1) % choices.length] ?? []);
        const radio = line.getByRole('radio', { name: choice, exact: true });
        if ((await radio.count()) > 0) await radio.check({ force: true });
        else await pick(line, choice);
      }
      return;
    case 'mark': {
      const { spots, units } = known.content;
      const right = spots.flatMap((spot) => spot.units);
      const wrong = Array.from({ length: units }, (_, unit) => unit).filter(
        (unit) => !right.includes(unit),
      );
      const wanted = rightly ? right : wrong.slice(0, 1);
      for (let unit = 0; unit < units; unit++) {
        const place = item.locator(`[data-unit="${unit}"]`);
        const isMarked = (await place.getAttribute('aria-pressed')) === 'true';
        if (isMarked !== wanted.includes(unit)) await place.click();
      }
      return;
    }
    case 'sort': {
      const { groups, items } = known.content;
      for (const { text, group } of items) {
        const name = groups[rightly ? group : (group + 1) % groups.length] ?? [];
        await pick(
          item.locator('.sort__card').filter({ hasText: hasWords(words(text)) }),
          words(name),
        );
      }
      return;
    }
    case 'inbox':
      for (const judged of known.content.messages) await judge(item, judged, rightly);
      return;
    case 'scenario':
      return goThrough(item, known.content, rightly);
    case 'repair': {
      const { model, text } = known.content;
      await item.getByRole('textbox').fill(rightly ? model : `${text} (${text})`);
      return;
    }
  }
}

/** Chooses scene by scene until a good end, or one that is not. */
async function goThrough(
  item: Locator,
  content: ContentOf<'scenario'>,
  rightly: boolean,
): Promise<void> {
  const { scenes } = content;
  const isWanted = (scene: number): boolean => {
    const outcome = scenes[scene]?.outcome ?? null;
    return rightly ? outcome === 'good' : outcome === 'mixed' || outcome === 'bad';
  };
  const path = new Explored(content).pathTo(isWanted) ?? [];
  for (const [step, at] of path.entries()) {
    const choice = scenes[walk(content, path)[step]?.scene ?? 0]?.choices[at];
    await item
      .locator('.scenario__choice')
      .filter({ hasText: hasWords(inlineText(choice?.words ?? [])) })
      .click();
    await expect(item.locator('.scenario__step')).toHaveCount(step + 2);
  }
}

/** Opens a message from whichever folder it lies in. */
export async function openMessage(item: Locator, subject: string): Promise<void> {
  const back = item.locator('.inbox__back');
  if (await back.isVisible()) await back.click();
  const row = item.getByRole('option').filter({ hasText: subject });
  for (const folder of await item.locator('.folders__one').all()) {
    if ((await row.count()) > 0) break;
    await folder.click();
  }
  if ((await row.getAttribute('aria-selected')) !== 'true') await row.click();
  await expect(item.locator('.mail__subject')).toContainText(subject);
}

/** Gives one message its verdict, and points at its clues or at none. */
async function judge(
  item: Locator,
  { message, nature, clues }: JudgedMessage,
  rightly: boolean,
): Promise<void> {
  const right = rightAction[nature];
  const wanted = rightly ? right : right === 'safe' ? 'report' : 'safe';
  await openMessage(item, message.subject);
  const list = item.locator('.clues');
  if ((await list.locator('input').count()) === 0) await list.locator('.clues__button').click();
  for (const place of placesOf(message)) {
    const isWanted = rightly && clues.some((clue) => clue.place === place);
    await list.locator(`input[value="${place}"]`).setChecked(isWanted, { force: true });
  }
  const action = item.locator(`.inbox__action[data-action="${wanted}"]`);
  if ((await action.getAttribute('aria-pressed')) !== 'true') await action.click();
}

/** Chooses from a drop-down by its words, by keyboard as well as a person would. */
async function pick(field: Locator, option: string): Promise<void> {
  await field.getByRole('button').click();
  const list = field.page().locator('.pick__list');
  await list
    .getByRole('option', { name: hasWords(option) })
    .first()
    .click();
  await expect(list).toBeHidden();
}

const rowsOf = (item: Locator): Locator => item.locator('.order__row');

const hasRow = (text: string, entry: string): boolean => text.replace(/\s+/g, ' ').includes(entry);

/** An order that is neither right nor the one on screen, which would count as untouched. */
async function wrongOrder(item: Locator, right: readonly string[]): Promise<string[]> {
  const shown = await rowsOf(item).allInnerTexts();
  const isShown = (order: readonly string[]) =>
    order.every((entry, at) => hasRow(shown[at] ?? '', entry));
  const backwards = [...right].reverse();
  return isShown(backwards) ? [...right.slice(1), ...right.slice(0, 1)] : backwards;
}

/** Moves rows up by their buttons until they stand in the wanted order. */
async function sortRows(item: Locator, wanted: readonly string[]): Promise<void> {
  const rows = rowsOf(item);
  for (const [place, text] of wanted.entries()) {
    for (let moves = 0; moves < wanted.length; moves++) {
      const shown = await rows.allInnerTexts();
      const at = shown.findIndex((each) => hasRow(each, text));
      if (at <= place) break;
      await rows.nth(at).getByRole('button', { name: 'Move up' }).click();
    }
  }
}

export const check = (item: Locator): Promise<void> =>
  item.getByRole('button', { name: 'Check answer' }).click();

/** Answers an item and waits for the result. */
export async function solve(item: Locator, known: Item, rightly: boolean): Promise<void> {
  await item.scrollIntoViewIfNeeded();
  await fill(item, known, rightly);
  await check(item);
  const outcome = item.locator('.verdict__title');
  if (rightly) await expect(outcome).toHaveText('Right');
  else await expect(outcome).toHaveText(/Not quite|Partly right/);
}
