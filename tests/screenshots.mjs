// `npm run screenshots`: makes the pictures of the README and docs/ from the app as it is now.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from './bench/seed.mjs';
import { photographGallery } from './gallery-pictures.mjs';
import { photographStudio } from './studio-pictures.mjs';

const folder = path.join(import.meta.dirname, '..', 'docs', 'images');
mkdirSync(folder, { recursive: true });
const data = mkdtempSync(path.join(tmpdir(), 'deskwise-pictures-'));
const { electron, page } = await launch(data, '--lang', 'en', '--theme', 'light');
try {
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1180, 760);
  });
  await page.getByRole('textbox').fill('Amina');
  await page.getByRole('button', { name: 'Start' }).click();

  // A learner who has finished a first lesson and stands in the second.
  await page.getByRole('link', { name: 'Library' }).click();
  await page.getByRole('link', { name: 'Cybersecurity essentials' }).click();
  await page.getByRole('link', { name: 'Start the course' }).click();
  const item = page.getByRole('group', { name: 'Question 1' });
  await item.getByRole('radio', { name: 'People trust what comes' }).check({ force: true });
  await item.getByRole('button', { name: 'Check answer' }).click();
  await item.getByRole('heading', { name: 'Right' }).waitFor();
  await item.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await picture('lesson');
  await page.getByRole('button', { name: 'Finish lesson' }).click();
  await page.getByRole('button', { name: 'Finish anyway' }).click();
  await page.getByRole('link', { name: /^Next lesson/ }).click();
  await page.getByRole('button', { name: 'Finish lesson' }).waitFor();
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('link', { name: 'Continue' }).waitFor();
  await picture('home');
  await photographStudio(page, data);
  // High enough for the longest block, so that the foot hides nothing.
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1180, 1600);
  });
  await photographGallery(page);
} finally {
  await electron.close();
  rmSync(data, { recursive: true, force: true });
}

/** @param {string} name */
async function picture(name) {
  // Nothing under the pointer, nothing on the move.
  await page.mouse.move(1, 400);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
