// The app opens no network socket: watched at the system calls of all its processes.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asRoot, expect, test } from './app';
import { deskCourses, screens, show, startWithHistory } from './screens';
import { canWatch, SocketWatch } from './sockets';
import { title } from './steps';

const release = process.env.DESKWISE_PACKED_RELEASE ?? '';
const project = join(import.meta.dirname, '..', '..');

test.skip(!canWatch, 'system calls are watched with strace, which only Linux has');

let watch: SocketWatch;
test.beforeEach(() => {
  watch = new SocketWatch();
});
test.afterEach(() => watch.remove());

test('not one socket from start to end, first run and lesson', async ({ app }) => {
  const { page, close } = await app.start('--lang', 'en');
  await page.getByRole('textbox').fill('Amina');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(title(page)).toContainText('Amina');
  await close();
  for (const open of ['phishing-lab', 'phishing-lab/anatomy-of-a-lure']) {
    const picture = join(watch.folder, 'picture.png');
    const args = [...asRoot, '--data', app.dataFolder, '--open', open, '--screenshot', picture];
    expect(await watch.run(release, args)).toBe(0);
    expect(existsSync(picture)).toBe(true);
  }
  expect(watch.calls()).toEqual([]);
});

test('a whole session over every screen connects to nothing', async ({ app }) => {
  test.setTimeout(300_000);
  const { close } = await startWithHistory(app, '--lang', 'en');
  await close();
  const { page, close: end } = await app.startAs(
    watch.wrapped(process.env.DESKWISE_PACKED_TEST ?? ''),
    ...['--lang', 'en', '--courses', deskCourses],
  );
  for (const screen of screens) await show(page, screen);
  await end();
  // The test itself steers the app through two ports on which the app listens; it calls nobody.
  const calls = watch.calls().filter((call) => /^(connect|send\w*)\(/.test(call));
  expect(calls).toEqual([]);
});

test('the watch itself: the same app with a leak is caught', async ({ app }) => {
  const args = [
    ...['-r', join(project, 'tests', 'e2e', 'leaky', 'leak.cjs'), ...asRoot, project],
    ...['--data', app.dataFolder, '--screenshot', join(watch.folder, 'picture.png')],
  ];
  await watch.run(process.env.DESKWISE_ELECTRON ?? '', args);
  expect(watch.calls().some((call) => /^connect\(.*127\.0\.0\.1/.test(call))).toBe(true);
});
