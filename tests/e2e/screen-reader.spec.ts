// What a screen reader is told about each kind of question: names, roles, states, announcements, as
// the browser engine itself hands them to assistive technology.
import type { Page } from '@playwright/test';
import type { ItemKind } from '../../core/course/blocks';
import { expect, test } from './app';
import { itemAt, lessonsOf, solve } from './solve';
import { beginAs, goTo, title } from './steps';
import { accessibilityTree } from './tree';

const [questions] = lessonsOf('gallery');

interface Told {
  /** Lines before an answer, in this order; others may stand between; * is any words. */
  open: string[];
  /** The same when “Check answer” was pressed too early. */
  tooEarly: string[];
  /** The same once it is answered rightly. */
  answered: string[];
}

const what =
  'A message says your mailbox is full and asks you to sign in within the hour. What do you do first?';
const told: Record<ItemKind, Told> = {
  choice: {
    open: [
      `radiogroup “${what}”`,
      'radio “Report the message to your IT help desk”, not checked',
      'radiogroup “How sure are you?”',
      'button “Check answer”',
      'button “Show a hint”, described “1 hint left”',
    ],
    tooEarly: [`radiogroup “${what}”, invalid, described “Choose one answer, then check again.”`],
    answered: ['StaticText “Your answer, right”', 'heading “Right”, focused, level 4'],
  },
  truefalse: {
    open: [
      'group “True or false?”',
      'radiogroup “Changing your password every month makes it safer”',
      'radio “True”, not checked',
      'radio “False”, not checked',
    ],
    tooEarly: [
      'radiogroup “*”, invalid, described “Statements 1 and 2 are still open. Choose true or false for each, then check again.”',
      'radio “True”, focused, not checked',
    ],
    answered: ['heading “Right”, focused, level 4'],
  },
  order: {
    open: [
      'list “You clicked a link in a strange message. Put the steps in order.”, described “Drag the rows, or use the arrow buttons.”',
      'button “Move up Report it to your IT help desk”',
      'button “Move down Report it to your IT help desk”',
      'status, live polite',
    ],
    tooEarly: [
      'list “You clicked a link in a strange message. Put the steps in order.”, described “The list is still as it was shown at first. Move the rows into their order, then check again. Drag the rows, or use the arrow buttons.”',
    ],
    answered: ['heading “Right”, focused, level 4'],
  },
  match: {
    open: [
      'group “Match each attacker with the aim.”',
      'list “Choose from”',
      'button “Choose * Foreign service”, closed',
    ],
    tooEarly: [
      'button “Choose 1 *”, focused, closed, described “Rows 1, 2, and 3 have no partner yet. Choose one for each, then check again.”',
    ],
    answered: ['heading “Right”, focused, level 4'],
  },
  blanks: {
    open: ['button “Choose Gap 1 of 3”, closed', 'textbox “Gap 2 of 3”', 'textbox “Gap 3 of 3”'],
    tooEarly: [
      'button “Choose Gap 1 of 3”, focused, closed, described “Gaps 1, 2, and 3 are still empty. Fill them in, then check again.”',
      'textbox “Gap 2 of 3”, invalid, described “Gaps 1, 2, and 3 are still empty. Fill them in, then check again.”',
    ],
    answered: ['heading “Right”, focused, level 4'],
  },
  sort: {
    open: [
      'group “Who may see it? Sort these papers of a town hall.”, described “Drag each card onto a group, or choose its group from its list.”',
      'group “Cards to sort”',
      'button “Put into … The sick notes of your team”, closed',
      'group “Everybody”',
      'group “Only who needs it for their work”',
      'status, live polite',
    ],
    tooEarly: [
      'button “Put into … *”, focused, closed, described “4 cards still wait. Put each into a group, then check again.”',
    ],
    answered: ['group “Everybody”', 'heading “Right”, focused, level 4'],
  },
  mark: {
    open: [
      'button “Show as a list”, not pressed',
      'group “Mark the words that should make you stop and think.”, described “Press a word to mark it, or drag over several. With the keyboard: arrows and space.”',
      'button “hour”, not pressed',
    ],
    tooEarly: [
      'group “Mark the words that should make you stop and think.”, described “Mark at least one word, then check again. Press a word to mark it, or drag over several. With the keyboard: arrows and space.”',
      'button “Dear”, focused, not pressed',
    ],
    answered: ['heading “Right”, focused, level 4'],
  },
  form: {
    open: [
      'group “Two colleagues shall read the draft and comment on it. How do you share it?”',
      'radiogroup “What they may do”',
      'radio “Comment”, not checked',
    ],
    tooEarly: ['radio “Everyone with the link”, focused, not checked'],
    answered: ['heading “Right”, focused, level 4'],
  },
  address: {
    open: ['radio “Genuine”, not checked', 'radio “Not genuine”, not checked'],
    tooEarly: ['radio “Genuine”, focused, not checked'],
    answered: ['heading “Right”, focused, level 4'],
  },
  hotspot: {
    open: [
      'button “Use a list instead”',
      'image “A message: sender, subject, a hurried text, a button, a signature”',
      'application “The picture, with a crosshair”',
      'status, live polite',
    ],
    tooEarly: [
      'application “The picture, with a crosshair”, focused, described “Mark at least one place, then check again.',
    ],
    answered: ['heading “Right”, focused, level 4'],
  },
  inbox: {
    open: [
      'group “You work for Norlund. Its own addresses end in norlund.example. What do you do with each message?”',
      'radiogroup “Folders”',
      'radio “Inbox 2”, checked',
      'listbox “Messages: Inbox”',
      'option “Norlund Accounts 8:12 AM Overdue invoice 4471 Unread”',
      'status, live polite',
    ],
    tooEarly: [
      'listbox “Messages: Inbox”, described ““Overdue invoice 4471” and “The lift works again” are still open. Decide on them, then check again.”',
    ],
    answered: [
      'DisclosureTriangle “Overdue invoice 4471 : Norlund Accounts Phishing Your verdict: Reported”, open',
      'heading “Right”, focused, level 4',
    ],
  },
  sheet: {
    open: [
      'button “Mark cell”, not pressed',
      'button “Show hidden rows”, not pressed',
      'grid “One of these payments left the building twice. Mark the cell that is wrong.”',
      'rowheader “2”',
      'gridcell “Paper and more”, selected',
      'status, live polite',
      'textbox “Add a cell by its name”, described “For example B3”',
    ],
    tooEarly: [
      'grid “One of these payments left the building twice. Mark the cell that is wrong.”, described “Mark at least one cell, then check again.”',
    ],
    answered: ['cell “240.00 Found”', 'heading “Right”, focused, level 4'],
  },
  estimate: {
    open: [
      'group “Of a hundred people who notice a phishing message, how many report it?”',
      'slider “Your guess (%)”, says “50%”',
      'textbox “Your guess (%)”',
    ],
    tooEarly: [
      'textbox “Your guess (%)”, invalid, focused, described “Enter a number from 0% to 100%, then check again.”',
    ],
    answered: [
      'image “A line of numbers from 0% to 100%. Your guess: 62%. The answer: 62%.”',
      'rowheader “Close enough”',
      'heading “Right”, focused, level 4',
    ],
  },
  scenario: {
    open: [
      'heading “The call”, level 4',
      'group “What do you do?”',
      'button “Say that you will call back, and hang up”',
    ],
    tooEarly: [
      'group “What do you do?”, described “The story goes on. Choose what you do until it ends, then check again.”',
      'button “Give the password, as it is urgent”, focused',
    ],
    answered: [
      'heading “Reported”, level 4',
      'heading “Endings”, level 4',
      'heading “Right”, focused, level 4',
    ],
  },
  repair: {
    open: [
      'textbox “Rewrite this notice so that everybody understands it at once. Your version”, described “42 words”',
      'StaticText “0 of 5 checks hold.”',
      'status, live polite',
    ],
    tooEarly: [
      'textbox “Rewrite this notice so that everybody understands it at once. Your version”, invalid, focused, described “The text is still as it was, or empty. Improve it, then check again. 42 words”',
    ],
    answered: ['heading “A good version”, level 4', 'heading “Right”, focused, level 4'],
  },
  password: {
    open: [
      'textbox “The phrase”, described “What you type here stays in this field. It is not saved and not sent. Do not use a password you really have.”',
      'button “Show”, not pressed',
      'meter “Strength of the phrase”, says “nothing typed yet”',
    ],
    tooEarly: [
      'textbox “The phrase”, invalid, focused, described “Type a phrase, then check again.',
    ],
    answered: ['heading “Right”, focused, level 4'],
  },
};

/** Roles that do or hold something: they mean nothing without a name. */
const named =
  /^\s*(button|link|radio|radiogroup|checkbox|textbox|slider|meter|listbox|option|grid|application|image|heading|combobox|tab|group)(,|$)/;

/** The beginning of a line; * is whatever the shuffle has put there. */
const beginsWith = (line: string): RegExp =>
  new RegExp(`^\\s*${line.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}`);

/** The lines stand there in their order; a line of the tree may say more at its end. */
function expectTold(tree: readonly string[], lines: readonly string[]): void {
  let from = 0;
  for (const line of lines) {
    const wanted = beginsWith(line);
    const at = tree.findIndex((each, place) => place >= from && wanted.test(each));
    expect(at, `${line}\nis not told in\n${tree.slice(from).join('\n')}`).not.toBe(-1);
    from = at + 1;
  }
}

const treeOf = (page: Page, at: number): Promise<string[]> =>
  accessibilityTree(page, 'section.item', at);

test('each kind says what it is, what is missing, and how it went', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await goTo(page, '/course/gallery/lesson/questions');
  await expect(title(page)).toHaveText('Questions');
  for (const [at, known] of (questions?.items ?? []).entries()) {
    await test.step(known.kind, async () => {
      const item = itemAt(page, at);
      const { open, tooEarly, answered } = told[known.kind];
      await item.scrollIntoViewIfNeeded();
      const fresh = await treeOf(page, at);
      expect(fresh[0]).toBe(`group “Question ${at + 1}”`);
      expectTold(fresh, open);

      await item.getByRole('button', { name: 'Check answer' }).click();
      await expect(item.locator('.item__missing')).toBeVisible();
      const reminded = await treeOf(page, at);
      expectTold(reminded, tooEarly);

      await solve(item, known, true);
      await expect(item.locator('.verdict__title')).toBeFocused();
      const done = await treeOf(page, at);
      expectTold(done, answered);
      for (const tree of [fresh, reminded, done]) {
        // The details of a message that is folded have a name in their summary.
        expect(
          tree.filter(
            (line, place) => named.test(line) && !/Disclosure/.test(tree[place + 1] ?? ''),
          ),
        ).toEqual([]);
      }
    });
  }
});

test('what happens is announced: hints, a move, a mark, a verdict', async ({ app }) => {
  const { page } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await goTo(page, '/course/gallery/lesson/questions');
  const kinds = (questions?.items ?? []).map(({ kind }) => kind);
  const at = (kind: ItemKind): number => kinds.indexOf(kind);
  /** The words in the live regions of an item, as they are read when they change. */
  const announced = async (kind: ItemKind): Promise<string> => {
    const tree = await treeOf(page, at(kind));
    const lines: string[] = [];
    let depth = -1;
    for (const line of tree) {
      const indent = line.search(/\S/);
      if (depth >= 0 && indent > depth) lines.push(line.trim());
      else depth = / live /.test(line) ? indent : -1;
    }
    return lines.join('\n');
  };

  await itemAt(page, at('choice')).getByRole('button', { name: 'Show a hint' }).click();
  await expect.poll(() => announced('choice')).toContain('Who gains if you are in a hurry?');

  await itemAt(page, at('order')).getByRole('button', { name: 'Move down' }).first().click();
  await expect.poll(() => announced('order')).toMatch(/place 2|2 of 3/i);

  const sheet = itemAt(page, at('sheet'));
  await sheet.getByRole('textbox', { name: 'Add a cell by its name' }).fill('C2');
  await sheet.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(() => announced('sheet')).toContain('C2 is marked');
  // The button goes with the mark; the focus stays near it.
  await sheet.getByRole('button', { name: 'Take the mark off C2' }).press('Enter');
  await expect.poll(() => announced('sheet')).toContain('C2 is no longer marked');
  await expect(sheet.getByRole('textbox', { name: 'Add a cell by its name' })).toBeFocused();

  const inbox = itemAt(page, at('inbox'));
  await inbox.getByRole('option').first().click();
  await inbox.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect.poll(() => announced('inbox')).toContain('Next message');
});

test('the lesson around the questions: landmarks, one title, no level left out', async ({
  app,
}) => {
  const { page } = await app.start('--lang', 'en');
  await beginAs(page, 'Amina');
  await goTo(page, '/course/gallery/lesson/questions');
  await expect(itemAt(page, 15)).toBeVisible();
  // React Aria still announces, for some seconds, a field of the screen that has gone.
  await page.waitForFunction(() => !document.querySelector('[data-live-announcer] [role="img"]'));
  const tree = await accessibilityTree(page, 'html');
  const lines = tree.map((line) => line.trim());
  expectTold(lines, ['navigation “Main parts”', 'main', 'heading “Questions”']);
  const levels = lines.flatMap((line) => {
    const level = /^heading .*level (\d)/.exec(line)?.[1];
    return level ? [Number(level)] : [];
  });
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.filter((level, place) => level > (levels[place - 1] ?? 0) + 1)).toEqual([]);
});
