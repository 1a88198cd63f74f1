// What a learner does, in the words of the screen, for all tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from './app';

/** The first-run screen: a name, a language, the button. */
export async function beginAs(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox').fill(name);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** The title of the screen. */
export const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** The library, by the rail. */
export const toLibrary = (page: Page) =>
  page.getByRole('navigation', { name: 'Main parts' }).getByRole('link').nth(1).click();

/** Opens a course from the library. */
export async function openCourse(page: Page, course: string): Promise<void> {
  await toLibrary(page);
  await page.getByRole('link', { name: course, exact: true }).click();
  await expect(title(page)).toHaveText(course);
}

/** Goes to a screen by its address, where the way there is not what is tested. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
}

export const setting = (page: Page, group: string, choice: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: choice, exact: true });

/** True when some file below a folder holds these words: they are on disk. */
export const isOnDisk = (folder: string, words: string): boolean =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => {
      try {
        return readFileSync(join(entry.parentPath, entry.name)).includes(words);
      } catch {
        // It went while we looked: temporary files of the store.
        return false;
      }
    });

/** Nothing scrolls sideways, and nothing sticks out of the window. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const box = document.getElementById('root') as HTMLElement;
    if (box.scrollWidth <= box.clientWidth) return [];
    const edge = box.getBoundingClientRect();
    const out = [...box.querySelectorAll('*')]
      .filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        return right > edge.right + 1 || left < edge.left - 1;
      })
      .map((each) => `${each.tagName}.${each.className}`)
      .slice(0, 5);
    return out.length > 0 ? out : ['something'];
  });
  expect(wide).toEqual([]);
}
