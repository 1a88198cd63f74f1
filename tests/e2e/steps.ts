// What a learner does, in the words of the screen, for all tests.
import type { Page } from '@playwright/test';
import { expect } from './app';

/** The first-run screen: a name, a language, the button. */
export async function beginAs(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox').fill(name);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}
