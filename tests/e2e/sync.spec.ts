// Sync as people meet it, on real apps: two by a real learning record store, two by a folder, and the bad days.
import { existsSync, mkdirSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Lrs, startLrs } from '../lrs/start.mjs';
import { expect, test } from './app';
import { policyOf } from './policy-file';
import { deskCourses, deskItems } from './screens';
import { beginAs, expectNoSidewaysScrolling, goTo, setting, title } from './steps';
import {
  answer,
  begin,
  beginFolder,
  codeOn,
  enterCode,
  everyStep,
  fillServer,
  found,
  lesson,
  look,
  lookAtAll,
  picture,
  press,
  progress,
  stands,
} from './sync-steps';

test.describe('a learning record store', () => {
  let lrs: Lrs;
  test.beforeAll(async () => {
    test.setTimeout(600_000);
    lrs = await startLrs();
  });
  test.afterAll(() => lrs?.close());

  test('two computers learn alone, then meet, and stand alike', async ({ app }) => {
    test.setTimeout(240_000);
    const desk = await begin(app, 'desk', 'Amina');
    const home = await begin(app, 'home', 'Amina H');
    await answer(desk.page, 0, 1);
    await answer(home.page, 3);
    expect(await progress(desk.page)).not.toBe(await progress(home.page));

    // From Settings, as somebody finds it.
    await goTo(desk.page, '/settings');
    await desk.page.getByRole('link', { name: 'Show or change' }).click();
    await expect(title(desk.page)).toHaveText('Other computers and your organisation');
    await stands(desk.page, 'Nothing leaves this computer');
    await picture(desk.page, 'off');
    await fillServer(desk.page, lrs.endpoint);
    await press(desk.page, 'Test the connection');
    await stands(desk.page, 'The server answers and lets you in');
    // The lowest level until somebody chooses otherwise.
    await expect(setting(desk.page, 'How much is sent', 'Finished courses')).toBeChecked();
    await everyStep(desk.page);
    await desk.page.getByText('See exactly what would be sent').click();
    await expect(desk.page.locator('.statement').first()).toBeVisible();
    await picture(desk.page, 'set-up');
    expect(await found(desk.page)).toEqual([]);
    await press(desk.page, 'Begin');
    await stands(desk.page, 'Up to date since');
    await picture(desk.page, 'on');
    expect(await found(desk.page)).toEqual([]);

    await fillServer(home.page, lrs.endpoint);
    await enterCode(home.page, await codeOn(desk.page));
    await everyStep(home.page);
    await press(home.page, 'Begin');
    await stands(home.page, 'Up to date since');

    const goal = async (page: Page): Promise<string | null> => {
      await look(page);
      return progress(page);
    };
    await expect.poll(() => goal(desk.page), { timeout: 60_000 }).toBe(await goal(home.page));
    expect(await progress(desk.page)).toContain('3');

    // Who came from the other computer is told, can be split off, and joined again.
    const before = await progress(home.page);
    await goTo(home.page, '/sync');
    await expect(home.page.getByText('Counts as you.')).toBeVisible();
    await picture(home.page, 'me-too');
    await press(home.page, 'This is not me');
    await press(home.page, 'Separate them');
    await expect(home.page.getByText('Counts as you.')).toHaveCount(0);
    expect(await progress(home.page)).not.toBe(before);
    await goTo(home.page, '/sync');
    await press(home.page, 'This is me');
    await press(home.page, 'Make them one');
    await expect(home.page.getByText('Counts as you.')).toBeVisible();
    expect(await progress(home.page)).toBe(before);

    // What left is told, to the very characters.
    await goTo(desk.page, '/sync');
    await desk.page.getByRole('link', { name: 'What left this computer' }).click();
    await expect(desk.page.locator('.statement').first()).toBeVisible();
    await desk.page.locator('.statement summary').first().click();
    await expect(desk.page.locator('.statement pre').first()).toContainText('"actor"');
    await picture(desk.page, 'sent');
    expect(await found(desk.page)).toEqual([]);
    expect(desk.complaints).toEqual([]);
    expect(home.complaints).toEqual([]);
  });

  test('three computers, of which one knows only a folder, stand alike', async ({ app }) => {
    test.setTimeout(300_000);
    const folder = join(app.dataFolder, 'shared');
    mkdirSync(folder, { recursive: true });
    const desk = await begin(app, 'desk', 'Amina');
    const home = await begin(app, 'home', 'Amina H');
    const train = await begin(app, 'train', 'Amina on the train');
    // Each alone for a while, each with something that the others have not.
    await answer(desk.page, 0);
    await answer(home.page, 1);
    await answer(train.page, 3);

    await fillServer(desk.page, lrs.endpoint);
    await everyStep(desk.page);
    await press(desk.page, 'Begin');
    await stands(desk.page, 'Up to date since');
    await fillServer(home.page, lrs.endpoint);
    await enterCode(home.page, await codeOn(desk.page));
    await everyStep(home.page);
    await press(home.page, 'Begin');
    await stands(home.page, 'Up to date since');

    // The computer at the desk has both, and passes on what comes by the one to the other.
    await beginFolder(desk, folder, null);
    await goTo(desk.page, '/sync');
    await picture(desk.page, 'three-desk');
    const codes = await desk.page.locator('.sync__code code').allTextContents();
    await beginFolder(train, folder, codes.at(-1) ?? '');

    const all = [desk, home, train];
    await expect
      .poll(
        async () => {
          for (const { page } of all) await lookAtAll(page);
          const seen = new Set<string | null>();
          for (const { page } of all) seen.add(await progress(page));
          return seen.size;
        },
        { timeout: 120_000 },
      )
      .toBe(1);
    for (const { page, complaints } of all) {
      await goTo(page, lesson);
      // All three answers, wherever they were given.
      await expect(page.getByRole('button', { name: 'Check answer' })).toHaveCount(
        deskItems.length - 3,
      );
      expect(complaints).toEqual([]);
    }
    for (const [at, { page }] of all.entries()) {
      await goTo(page, '/course/safe-desk');
      await picture(page, `three-course-${at}`);
      await goTo(page, '/sync');
      await picture(page, `three-sync-${at}`);
    }
  });

  test('pausing, going on, and an end that takes back', async ({ app }) => {
    const { page, complaints } = await begin(app, 'desk', 'Amina');
    await answer(page, 0);
    await fillServer(page, lrs.endpoint);
    await everyStep(page);
    await press(page, 'Begin');
    await stands(page, 'Up to date since');
    await press(page, 'Pause');
    await stands(page, 'Paused');
    await answer(page, 1);
    await goTo(page, '/sync');
    await stands(page, 'Paused');
    await press(page, 'Go on');
    await stands(page, 'Up to date since');
    await press(page, 'End');
    await picture(page, 'end');
    await press(page, 'End and ask the server to take back');
    await stands(page, 'Nothing leaves this computer');
    await expect(page.getByText('The server is being asked')).toHaveCount(0, { timeout: 30_000 });
    await page.getByRole('link', { name: 'What left this computer' }).click();
    await expect(page.getByText(/was asked to take it back/).first()).toBeVisible();
    expect(complaints).toEqual([]);
  });
});

test('two computers meet by a folder', async ({ app }) => {
  test.setTimeout(180_000);
  const folder = join(app.dataFolder, 'shared');
  mkdirSync(folder, { recursive: true });
  const desk = await begin(app, 'desk', 'Amina');
  const home = await begin(app, 'home', 'Amina H');
  await answer(desk.page, 0, 1);
  await answer(home.page, 3);

  await beginFolder(desk, folder, null);
  await beginFolder(home, folder, await codeOn(desk.page));
  const goal = async (page: Page): Promise<string | null> => {
    await look(page);
    return progress(page);
  };
  await expect.poll(() => goal(desk.page), { timeout: 60_000 }).toBe(await goal(home.page));
  expect([...desk.complaints, ...home.complaints]).toEqual([]);

  // It goes on by itself after the next start, and brings what the other did meanwhile.
  await desk.close();
  await answer(home.page, 2);
  const ahead = await progress(home.page);
  await look(home.page);
  await stands(home.page, 'Up to date since');
  const again = await app.startAt('desk', '--lang', 'en', '--courses', deskCourses);
  await expect.poll(() => progress(again.page), { timeout: 60_000 }).toBe(ahead);
  await goTo(again.page, '/sync');
  await stands(again.page, 'Up to date since');
});

test('what the organisation decides is filled in, locked, and says so; it begins nothing', async ({
  app,
}) => {
  const target = { kind: 'folder', folder: app.dataFolder, level: 'completion' };
  const policy = policyOf(app, {
    SyncTarget: target,
    SyncLevel: { most: 'score', fixed: true },
  });
  const args = ['--policy', policy, '--lang', 'en', '--courses', deskCourses];
  const { page } = await app.startAt('desk', ...args);
  await beginAs(page, 'Amina');
  await goTo(page, '/sync');
  await stands(page, 'Your organisation has chosen this place');
  await expect(page.getByRole('link', { name: 'Set up a server' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Set up a folder' }).click();
  await expect(page.locator('.sync__chosen')).toContainText(app.dataFolder);
  await expect(page.getByRole('button', { name: 'Choose another folder' })).toHaveCount(0);
  await expect(setting(page, 'How much is sent', 'Results')).toBeChecked();
  await expect(setting(page, 'How much is sent', 'Every step')).toHaveCount(0);
  await expect(page.getByText('Set by your organisation').first()).toBeVisible();
  expect(await found(page)).toEqual([]);
  expect(existsSync(join(app.dataFolder, 'deskwise'))).toBe(false);
  await press(page, 'Begin');
  await stands(page, 'Up to date since');
  expect(existsSync(join(app.dataFolder, 'deskwise'))).toBe(true);
});

test.describe('bad days', () => {
  let server: Server;
  let reply: RequestListener;
  let address: string;
  test.beforeEach(async () => {
    server = createServer((asked, answered) => reply(asked, answered));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi`;
  });
  test.afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const json =
    (status: number, body: unknown): RequestListener =>
    (_, answered) => {
      answered.writeHead(status, {
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
      });
      answered.end(JSON.stringify(body));
    };
  const about = json(200, { version: ['1.0.3'] });

  test('a wrong password, a portal, a server that is gone: each in words, with what to do', async ({
    app,
  }) => {
    test.setTimeout(120_000);
    const { page } = await begin(app, 'desk', 'Amina');
    await answer(page, 0);
    let isLetIn = false;
    const held: string[] = [];
    const whole: RequestListener = (asked, answered) => {
      if (asked.url?.endsWith('/about')) return about(asked, answered);
      if (!isLetIn) return json(401, {})(asked, answered);
      const parts: Buffer[] = [];
      asked.on('data', (part: Buffer) => parts.push(part));
      asked.on('end', () => {
        if (asked.method !== 'POST') return json(200, { statements: [] })(asked, answered);
        const sent = JSON.parse(Buffer.concat(parts).toString()) as { id: string }[];
        held.push(...sent.map(({ id }) => id));
        json(
          200,
          sent.map(({ id }) => id),
        )(asked, answered);
      });
    };
    reply = whole;

    await fillServer(page, address, 'wrong');
    await press(page, 'Test the connection');
    await stands(page, 'The server does not accept the name and password');
    reply = (_, answered) => {
      answered.writeHead(200, { 'content-type': 'text/html' });
      answered.end('<!doctype html><title>Welcome aboard</title>');
    };
    await press(page, 'Test the connection');
    await stands(page, 'A page of this network answers in place of the server');
    await picture(page, 'portal');

    // Begun all the same: nothing is lost, the frame has a sign, and signing in mends it.
    reply = whole;
    await everyStep(page);
    await press(page, 'Begin');
    await stands(page, 'The server does not accept the name and password');
    await picture(page, 'sign-in');
    expect(await found(page)).toEqual([]);
    await goTo(page, '/');
    await expect(page.getByRole('link', { name: 'Settings. Sync needs you.' })).toBeVisible();
    await goTo(page, '/sync');
    isLetIn = true;
    await page.getByLabel('Name or key').fill('key');
    await page.getByLabel('Password or secret').fill('right');
    await press(page, 'Sign in');
    await stands(page, 'Up to date since');
    // The form is gone, and the focus is where it says what came of it.
    const standing = page.locator('[id^="state-"]');
    await expect(standing).toBeFocused();
    expect(held.length).toBeGreaterThan(0);
    await expect(page.getByRole('link', { name: 'Settings. Sync needs you.' })).toHaveCount(0);

    server.closeAllConnections();
    server.close();
    await press(page, 'Look for news');
    await stands(page, 'next try');
    await expect(standing).toBeFocused();
    await picture(page, 'gone');
    await page.setViewportSize({ width: 400, height: 800 });
    await expectNoSidewaysScrolling(page);
    await picture(page, 'narrow');
    await press(page, 'End');
    await press(page, 'End');
    await stands(page, 'Nothing leaves this computer');
    await expect(page.getByRole('heading', { name: 'Ended' })).toBeFocused();
  });

  test('what the server refuses lies aside, and is shown with the reason', async ({ app }) => {
    const { page } = await begin(app, 'desk', 'Amina');
    await answer(page, 0);
    reply = (asked, answered) => {
      if (asked.url?.endsWith('/about')) return about(asked, answered);
      asked.resume();
      asked.on('end', () =>
        (asked.method === 'POST' ? json(400, ['no']) : json(200, { statements: [] }))(
          asked,
          answered,
        ),
      );
    };
    await fillServer(page, address);
    await everyStep(page);
    await press(page, 'Begin');
    await expect(page.getByText(/entr(y|ies) set aside/)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('the server refused it').first()).toBeVisible();
    await page.getByText('Show them', { exact: true }).click();
    await expect(page.locator('.statement').first()).toBeVisible();
    await picture(page, 'aside');
    expect(await found(page)).toEqual([]);
  });
});
