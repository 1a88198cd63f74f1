// A first course in the Studio, as somebody makes it who has just begun.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Launcher } from './app';
import { beginAs, setting, title } from './steps';

export const newCourse = 'Ask before you share';

export const editor = (page: Page) => page.getByRole('textbox', { name: /^Text of / });
export const preview = (page: Page) => page.getByRole('article', { name: 'What learners see' });
export const fileOf = (app: Launcher, file: string): string =>
  join(app.dataFolder, 'courses', 'ask-before-you-share', file);

export async function withCourse(app: Launcher, ...args: string[]) {
  const running = await app.start('--lang', 'en', ...args);
  const { page } = running;
  await beginAs(page, 'Amina');
  await page.getByRole('link', { name: 'Settings' }).click();
  await setting(page, 'The Studio, where courses are written, and courses for trainers', 'Shown')
    .locator('xpath=ancestor-or-self::label')
    .click();
  await page.getByRole('link', { name: 'Studio' }).click();
  await page.getByRole('button', { name: 'New course' }).click();
  await page.getByLabel('Title').fill(newCourse);
  await page.getByRole('button', { name: 'Make the course' }).click();
  await expect(title(page)).toHaveText(newCourse);
  await expect(preview(page)).toContainText('Whom does the rule protect?');
  return running;
}
