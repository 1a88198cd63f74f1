// Every screen there is, in its telling states, for what must hold on all of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parseLesson } from '../../core/course/parse';
import { expect, type Launcher, type RunningApp } from './app';
import { itemAt, solve } from './solve';
import { beginAs, goTo, title } from './steps';

const fixtures = join(import.meta.dirname, '..', 'fixtures');

/** A small course with all kinds of questions. */
export const deskCourses = join(fixtures, 'service', 'courses');
export const deskItems = parseLesson(
  '01-locks.md',
  readFileSync(join(deskCourses, '01-safe-desk', '01-locks.md'), 'utf8'),
).items;

const lesson = '/course/safe-desk/lesson/locks';

/** A learner with a history: questions answered rightly, wrongly, shown, half, and not at all. */
export async function startWithHistory(app: Launcher, ...args: string[]): Promise<RunningApp> {
  const first = await app.start('--lang', 'en', '--courses', deskCourses);
  const { page } = first;
  await beginAs(page, 'Amina');
  await goTo(page, lesson);
  for (const [at, item] of deskItems.entries()) {
    const kind = itemAt(page, at);
    if (at === 0) {
      await kind.getByRole('button', { name: 'Show a hint' }).click();
      await expect(kind.locator('.item__hint')).toBeVisible();
    } else if (at === 1) await solve(kind, item, true);
    else if (at < deskItems.length - 1) await solve(kind, item, false);
  }
  await itemAt(page, 2).getByRole('button', { name: 'Show the answer' }).click();
  await expect(itemAt(page, 2).locator('.verdict__why')).toBeVisible();
  await first.close();
  return app.start('--courses', deskCourses, ...args);
}

interface ScreenToSee {
  name: string;
  path: string;
  /** What has to be done there to bring it into its state. */
  prepare?: (page: Page) => Promise<unknown>;
}

/** Screens behind the first run; `prepare` presses by place, since words differ between languages. */
export const screens: readonly ScreenToSee[] = [
  { name: 'Home', path: '/' },
  { name: 'the library', path: '/library' },
  {
    name: 'the library as a list',
    path: '/library',
    prepare: async (page) => {
      await page.locator('.view-switch__one').last().click();
      await expect(page.getByRole('table')).toBeVisible();
    },
  },
  {
    name: 'the library, with words found in lessons',
    path: '/library/search',
    prepare: async (page) => {
      await page.getByRole('searchbox').fill('locks');
      await expect(page.locator('.hit').first()).toBeVisible();
    },
  },
  { name: 'the catalogue, switched off', path: '/catalogue' },
  { name: 'a path', path: '/path/first-days' },
  { name: 'a course', path: '/course/safe-desk' },
  { name: 'a lesson with answered questions', path: lesson },
  {
    name: 'a lesson with an open list',
    path: lesson,
    prepare: async (page) => {
      await page.locator('.pick__button').first().click();
      await expect(page.getByRole('listbox')).toBeVisible();
    },
  },
  {
    name: 'a lesson about to end with open questions',
    path: '/course/cybersecurity-essentials/lesson/why-us',
    prepare: async (page) => {
      await page.locator('.foot button').click();
      await expect(page.locator('.lesson__end')).toBeVisible();
    },
  },
  {
    name: 'a lesson with blocks that keep an answer',
    path: '/course/safe-desk/lesson/last',
    prepare: async (page) => {
      await page.locator('.cards__table .button').click();
      await expect(page.locator('.cards__grades')).toBeVisible();
      await page.locator('.reflect__form .button').click();
      await expect(page.locator('.kept__missing')).toBeVisible();
    },
  },
  { name: 'a result', path: '/course/safe-desk/result' },
  { name: 'a course to a file', path: '/course/safe-desk/share' },
  { name: 'a course to a file, from the Studio', path: '/share/01-safe-desk/safe-desk' },
  { name: 'no course file open', path: '/pack' },
  {
    name: 'signatures, with a key that is none',
    path: '/signing',
    prepare: async (page) => {
      await page.locator('.pack__form input').first().fill('Ada');
      await page.locator('.pack__form input').last().fill('no key');
      await page.locator('.pack__form [type=submit]').click();
      await expect(page.locator('.text-field__error')).toBeVisible();
    },
  },
  { name: 'the team view without figures', path: '/team' },
  {
    name: 'the sources of the team view, with a store that has no address',
    path: '/team/sources',
    prepare: async (page) => {
      await page.locator('#main section:nth-of-type(2) .button').last().click();
      await page.locator('.team__form [type=submit]').click();
      await expect(page.locator('.text-field__error').first()).toBeVisible();
      await page.locator('#main .button--danger').click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
    },
  },
  { name: 'Settings', path: '/settings' },
  {
    name: 'Settings, about to erase',
    path: '/settings',
    prepare: async (page) => {
      await page.locator('.button--danger').click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
    },
  },
  { name: 'sync, off', path: '/sync' },
  {
    name: 'sync with a server, about to begin without what it needs',
    path: '/sync/begin/lrs',
    prepare: async (page) => {
      await page.locator('.sync__more > summary').click();
      await expect(page.locator('.statement').first()).toBeVisible();
      await page.locator('.sync__form [type=submit]').click();
      await expect(page.locator('.text-field__error').first()).toBeVisible();
    },
  },
  {
    name: 'sync with a folder, none chosen',
    path: '/sync/begin/folder',
    prepare: async (page) => {
      await page.locator('.sync__form [type=submit]').click();
      await expect(page.locator('.text-field__error').first()).toBeVisible();
    },
  },
  {
    name: 'profiles, with a new one',
    path: '/profiles',
    prepare: async (page) => {
      await page.locator('#main .button').click();
      await page.locator('.profiles__new [type=submit]').click();
      await expect(page.locator('.text-field__error')).toBeVisible();
    },
  },
  {
    name: 'the Studio, with a new course',
    path: '/studio',
    prepare: async (page) => {
      await page.locator('.page-buttons .button--primary').click();
      await expect(page.locator('.new-course')).toBeVisible();
    },
  },
  {
    name: 'a course in the Studio',
    path: '/studio/01-safe-desk/01-locks.md',
    prepare: async (page) => {
      // In a narrow window it stands behind the text.
      await expect(page.locator('.preview__page')).toBeAttached();
      await expect(page.getByRole('textbox').first()).toBeVisible();
    },
  },
  { name: 'the quality of a course', path: '/quality/01-safe-desk' },
  { name: 'the translations of a course', path: '/translate/01-safe-desk' },
  {
    name: 'a lesson beside its translation',
    path: '/translate/01-safe-desk/es/01-locks.md',
    prepare: (page) => expect(page.getByRole('textbox').first()).toBeVisible(),
  },
  {
    name: 'a course that is tried out',
    path: '/try/01-safe-desk/01-locks.md/course/safe-desk/lesson/locks',
    prepare: (page) => expect(page.locator('.lesson__text')).toBeVisible(),
  },
  { name: 'something that is not there', path: '/course/nowhere' },
];

/** Brings a screen into its state, from any other. */
export async function show(page: Page, { path, prepare }: ScreenToSee): Promise<void> {
  // By way of another screen, so that the state of the one before is gone.
  await goTo(page, path === '/settings' ? '/profiles' : '/settings');
  await expect(
    page.locator(path === '/settings' ? '.profiles' : '.settings').first(),
  ).toBeVisible();
  await goTo(page, path);
  await expect(page.locator('#main')).not.toHaveAttribute('aria-busy', 'true');
  await expect(title(page)).toBeVisible();
  await prepare?.(page);
}
