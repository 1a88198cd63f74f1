// The app opens no network socket: watched at the system calls of all its processes.
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { asRoot, expect, test } from './app';
import { deskCourses, screens, show, startWithHistory } from './screens';
import { canWatch, SocketWatch } from './sockets';
import { goTo, title } from './steps';

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

/** Nobody listens there, and Chromium does not refuse to call. */
const nobodysPort = 47_999;

/** Sync with a server at which nobody answers, begun and paused again. */
async function pauseSync(page: Page): Promise<void> {
  await goTo(page, '/sync/begin/lrs');
  await page.getByLabel('Address of the server').fill(`http://127.0.0.1:${nobodysPort}/xapi`);
  await page.getByLabel('Name or key').fill('key');
  await page.getByLabel('Password or secret').fill('secret');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Go on', exact: true })).toBeVisible();
}

test('sync that is paused asks nobody; the same sync going on is caught', async ({ app }) => {
  test.setTimeout(180_000);
  const { page, close } = await startWithHistory(app, '--lang', 'en');
  await pauseSync(page);
  await close();
  const program = watch.wrapped(process.env.DESKWISE_PACKED_TEST ?? '');
  const toNobody = () => watch.lines(/^connect\(.*sin_port=htons\(47999\)/);

  const paused = await app.startAs(program, '--lang', 'en', '--courses', deskCourses);
  for (const screen of screens.slice(0, 6)) await show(paused.page, screen);
  await goTo(paused.page, '/sync');
  await expect(paused.page.getByText('Paused').first()).toBeVisible();
  expect(toNobody()).toEqual([]);
  await paused.page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect.poll(toNobody, { timeout: 60_000 }).not.toEqual([]);
  await paused.close();
});

/** What no guard of requests hears of: names looked up ahead, and calls from browser to browser. */
async function tryEverything(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const [rel, href] of [
      ['dns-prefetch', '//one.tell-tale.invalid'],
      ['preconnect', 'https://two.tell-tale.invalid'],
      ['preconnect', 'http://127.0.0.1:9'],
    ] as const) {
      document.head.append(Object.assign(document.createElement('link'), { rel, href }));
    }
    const account = { username: 'u', credential: 'p' };
    const call = new RTCPeerConnection({
      iceServers: [
        { urls: 'stun:127.0.0.1:9' },
        { urls: 'stun:three.tell-tale.invalid:9' },
        { urls: 'turn:four.tell-tale.invalid:9?transport=tcp', ...account },
      ],
    });
    call.createDataChannel('data');
    await call.setLocalDescription(await call.createOffer());
    const gathered = new Promise<void>((resolve) => {
      const look = () => call.iceGatheringState === 'complete' && resolve();
      call.addEventListener('icegatheringstatechange', look);
      look();
    });
    // Locked, it has nobody to ask and is done at once; the twin would wait for who never answers.
    await Promise.race([gathered, new Promise((resolve) => setTimeout(resolve, 5000))]);
  });
  // Each is asked of another process, in turn with what was asked before.
  for (let turn = 0; turn < 5; turn++) await page.reload();
}

test('a script in the window reaches nobody by what no guard of requests hears of', async ({
  app,
}) => {
  const program = watch.wrapped(process.env.DESKWISE_PACKED_TEST ?? '');
  const { page, close } = await app.startAs(program, '--lang', 'en');
  await expect(page.getByRole('textbox')).toBeVisible();
  await tryEverything(page);
  await close();
  expect(watch.lines(/tell-tale|sin_port=htons\(9\)/)).toEqual([]);
});

test('and the same app without these locks is caught', async ({ app }) => {
  const unlocked = join(watch.folder, 'unlocked.sh');
  const unlock = join(project, 'tests', 'e2e', 'leaky', 'unlock.cjs');
  const electron = process.env.DESKWISE_ELECTRON ?? '';
  writeFileSync(unlocked, `#!/bin/sh\nexec '${electron}' -r '${unlock}' '${project}' "$@"\n`);
  chmodSync(unlocked, 0o755);
  const { page, close } = await app.startAs(watch.wrapped(unlocked), '--lang', 'en');
  await expect(page.getByRole('textbox')).toBeVisible();
  await tryEverything(page);
  await close();
  expect(watch.lines(/one.{1,3}tell-tale/)).not.toEqual([]);
  expect(watch.lines(/^send.*sin_port=htons\(9\)/)).not.toEqual([]);
});

test('the watch itself: the same app with a leak is caught', async ({ app }) => {
  const args = [
    ...['-r', join(project, 'tests', 'e2e', 'leaky', 'leak.cjs'), ...asRoot, project],
    ...['--data', app.dataFolder, '--screenshot', join(watch.folder, 'picture.png')],
  ];
  await watch.run(process.env.DESKWISE_ELECTRON ?? '', args);
  expect(watch.calls().some((call) => /^connect\(.*127\.0\.0\.1/.test(call))).toBe(true);
});
