// What goes wrong outside the app: the service dies, the record cannot be opened.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from '../process-family.mjs';
import { expect, test } from './app';
import { deskCourses, deskItems } from './screens';
import { itemAt, solve } from './solve';
import { beginAs, goTo, title } from './steps';

/** The service is the only process below the shell that runs our own script in a utility process. */
function serviceOf(pid: number): number {
  const found = familyOf(pid).find((each) =>
    readFileSync(`/proc/${each}/cmdline`, 'utf8').includes('node.mojom.NodeService'),
  );
  if (!found) throw new Error('no service runs');
  return found;
}

test('the service is killed again and again while questions are answered', async ({ app }) => {
  const { electron, page } = await app.start('--lang', 'en', '--courses', deskCourses);
  await beginAs(page, 'Amina');
  await goTo(page, '/course/safe-desk/lesson/locks');
  for (const [at, item] of deskItems.entries()) {
    await itemAt(page, at).scrollIntoViewIfNeeded();
    process.kill(serviceOf(electron.process().pid ?? 0), 'SIGKILL');
    // The learner just goes on.
    await solve(itemAt(page, at), item, true);
  }
  await page.getByRole('button', { name: 'Finish lesson' }).click();
  await expect(page.getByRole('heading', { name: 'Lesson done' })).toBeVisible();
  await expect(page.getByText('You have 7 of 7 points.')).toBeVisible();
});

test('a damaged record is left alone, and the person is told what to do', async ({ app }) => {
  writeFileSync(join(app.dataFolder, 'learn.db'), 'this is no database'.repeat(1000));
  const { page } = await app.start('--lang', 'en');
  await expect(title(page)).toHaveText('Deskwise could not open your learning record');
  await expect(page.getByText('The file is damaged. It was left untouched.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});
