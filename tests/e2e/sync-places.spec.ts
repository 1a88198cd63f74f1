// Places that want more than a name and a password: tokens of OAuth 2, a proxy that asks, a folder that was changed.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { madeUpCertificate, openProxy } from './proxy';
import { deskCourses } from './screens';
import { SmallStore, TokenServer } from './small-store';
import { beginAs, expectNoSidewaysScrolling, goTo, title } from './steps';
import {
  answer,
  begin,
  beginFolder,
  everyStep,
  fillOAuth,
  fillServer,
  found,
  picture,
  press,
  signInToProxy,
  stands,
} from './sync-steps';

async function narrow(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 400, height: 800 });
  await expectNoSidewaysScrolling(page);
  await picture(page, `${name}-narrow`);
  await page.setViewportSize({ width: 1180, height: 800 });
}

test('a server that wants tokens: a wrong secret in words, with what to do; the right one, and it goes on', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const store = new SmallStore('token-7');
  const tokens = new TokenServer({ name: 'key', secret: 'right secret' }, 'token-7');
  try {
    const [address, tokenUrl] = [await store.start(), await tokens.start()];
    const given = { address, tokenUrl, scope: 'statements/write' };
    const { page, complaints } = await begin(app, 'desk', 'Amina');
    await answer(page, 0);

    await fillOAuth(page, { ...given, tokenUrl: 'tokens', secret: 'wrong' });
    await press(page, 'Test the connection');
    await expect(page.getByText('Enter the address of the tokens; it begins with')).toBeVisible();
    expect(tokens.asked).toEqual([]);

    await fillOAuth(page, { ...given, secret: 'wrong' });
    await press(page, 'Test the connection');
    await stands(page, 'The server does not accept the name and password');
    await expect(page.getByText('Enter them again, or ask your training office')).toBeVisible();
    await picture(page, 'oauth-wrong');
    expect(await found(page)).toEqual([]);
    await everyStep(page);
    await press(page, 'Begin');
    // The same words stand where it was tested.
    await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
    await stands(page, 'The server does not accept the name and password');
    await picture(page, 'oauth-sign-in');
    expect(store.held).toEqual([]);

    await page.getByLabel('Name or key').fill('key');
    await page.getByLabel('Password or secret').fill('right secret');
    await press(page, 'Sign in');
    await stands(page, 'Up to date since');
    expect(store.held.length).toBeGreaterThan(0);
    // What the form asked for, and the secret for nobody but who gives out tokens.
    expect(new Set(tokens.asked)).toEqual(
      new Set(['grant_type=client_credentials&scope=statements%2Fwrite']),
    );
    expect(store.shown).toEqual(new Set(['Bearer token-7']));
    expect(complaints).toEqual([]);
  } finally {
    store.close();
    tokens.close();
  }
});

test('the same with the right secret at once is tested without sending anything', async ({
  app,
}) => {
  const store = new SmallStore('token-8');
  const tokens = new TokenServer({ name: 'key', secret: 'right secret' }, 'token-8');
  try {
    const [address, tokenUrl] = [await store.start(), await tokens.start()];
    const { page } = await begin(app, 'desk', 'Amina');
    await answer(page, 0);
    await fillOAuth(page, { address, tokenUrl, scope: '', secret: 'right secret' });
    await press(page, 'Test the connection');
    await stands(page, 'The server answers and lets you in. Nothing was sent.');
    await picture(page, 'oauth-right');
    expect([store.held, tokens.asked]).toEqual([[], ['grant_type=client_credentials']]);
  } finally {
    store.close();
    tokens.close();
  }
});

test('a proxy that asks who somebody is: a form where the server is tried, and where it is on', async ({
  app,
}) => {
  test.skip(process.platform !== 'linux', 'the proxy of the system is told by variables on Linux');
  test.setTimeout(120_000);
  // Behind the proxy stands one whom nobody vouches for: that it is met at all shows who let us through.
  const secure = createSecureServer(madeUpCertificate('lrs.example'), (_, answered) =>
    answered.end('hello'),
  );
  secure.listen(0, '127.0.0.1');
  await new Promise((resolve) => secure.once('listening', resolve));
  const proxy = await openProxy((secure.address() as AddressInfo).port);
  try {
    const program = join(app.dataFolder, 'behind-the-proxy.sh');
    const variables = `http_proxy='${proxy.url}' https_proxy='${proxy.url}' no_proxy=''`;
    const packed = process.env.DESKWISE_PACKED_TEST ?? '';
    writeFileSync(program, `#!/bin/sh\n${variables} exec '${packed}' "$@"\n`);
    chmodSync(program, 0o755);
    const { page } = await app.startAs(program, '--lang', 'en', '--courses', deskCourses);
    await beginAs(page, 'Amina');
    await answer(page, 0);
    await fillServer(page, 'https://lrs.example/xapi');
    await press(page, 'Test the connection');
    await stands(page, 'The proxy of your network asks who you are');
    await page.getByLabel('Password for the proxy').scrollIntoViewIfNeeded();
    await picture(page, 'proxy-set-up');
    await narrow(page, 'proxy-set-up');
    expect(await found(page)).toEqual([]);
    await press(page, 'Sign in');
    await expect(page.getByText('Enter the name or key you were given.')).toBeVisible();

    // The Enter key signs in to the proxy, and does not begin sync.
    await page.getByLabel('Name for the proxy').fill('clerk');
    await page.getByLabel('Password for the proxy').fill('wrong');
    await page.keyboard.press('Enter');
    await expect.poll(() => proxy.asked.length).toBeGreaterThan(1);
    await stands(page, 'The proxy of your network asks who you are');
    expect(new Set(proxy.asked)).toEqual(new Set(['lrs.example:443 false']));

    await press(page, 'Begin');
    await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
    await stands(page, 'The proxy of your network asks who you are');
    await picture(page, 'proxy-on');
    expect(await found(page)).toEqual([]);
    await signInToProxy(page, 'clerk', 'open');
    await stands(page, 'The server cannot prove who it is');
    expect(proxy.asked).toContain('lrs.example:443 true');
  } finally {
    proxy.server.closeAllConnections();
    proxy.server.close();
    secure.close();
  }
});

test('a folder that was emptied is begun anew; one that was set back mends itself; what is torn is told', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const folder = join(app.dataFolder, 'shared');
  mkdirSync(folder, { recursive: true });
  const root = join(folder, 'deskwise', '1');
  const desk = await begin(app, 'desk', 'Amina');
  const { page, complaints } = desk;
  await answer(page, 0);
  await beginFolder(desk, folder, null);
  const files = (): string[] =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => join(root, name));
  /** Ids in all files, each once. */
  const ids = (): string[] => {
    const lines = files().flatMap((file) => readFileSync(file, 'utf8').split('\n'));
    const all = lines.flatMap((line) => /"statement":\{"id":"([^"]+)"/.exec(line)?.[1] ?? []);
    return [...new Set(all)].sort();
  };
  const before = ids();
  expect(before.length).toBeGreaterThan(0);
  const backup = files().map((file) => [file, readFileSync(file)] as const);

  // Emptied, by whoever tidies up the share: it says so, and writes nothing before the person decides.
  rmSync(join(folder, 'deskwise'), { recursive: true });
  await press(page, 'Look for news');
  await stands(page, 'The folder is not there');
  await expect(page.getByText('begin anew: everything is written').first()).toBeVisible();
  await picture(page, 'folder-gone');
  await narrow(page, 'folder-gone');
  expect(await found(page)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
  await press(page, 'Begin anew in this folder');
  await stands(page, 'Up to date since');
  expect(ids()).toEqual(before);

  // Set back to yesterday's copy: what is missing since is written again, without a word.
  await answer(page, 1);
  await goTo(page, '/sync');
  await expect.poll(() => ids().length).toBeGreaterThan(before.length);
  const after = ids();
  await stands(page, 'Up to date since');
  for (const file of files()) rmSync(file);
  for (const [file, bytes] of backup) writeFileSync(file, bytes);
  await press(page, 'Look for news');
  await expect.poll(ids).toEqual(after);
  await stands(page, 'Up to date since');
  await expect(page.getByText('Not everything in the folder could be read')).toHaveCount(0);

  // A conflict copy that is torn, and a file that is not downloaded yet.
  const [file = ''] = files();
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file.replace('.jsonl', ' (copy).jsonl'), `${whole.slice(0, 60)}\n${whole}`);
  writeFileSync(file.replace('.jsonl', ' (phone).jsonl.nextcloud'), ' ');
  await press(page, 'Look for news');
  await stands(page, 'Not everything in the folder could be read');
  await expect(page.getByText('Torn lines that were passed over: 1.')).toBeVisible();
  await expect(page.getByText('cannot be opened just now: 1.')).toBeVisible();
  await page.getByText('Torn lines that were passed over: 1.').scrollIntoViewIfNeeded();
  await picture(page, 'folder-unread');
  await narrow(page, 'folder-unread');
  expect(await found(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('who makes two profiles one is told where the work of each goes from then on', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const places = ['amina', 'sam'].map((name) => join(app.dataFolder, `shared by ${name}`));
  for (const place of places) mkdirSync(place, { recursive: true });
  const desk = await begin(app, 'desk', 'Amina');
  const { page, complaints } = desk;
  await answer(page, 0);
  await beginFolder(desk, places[0] ?? '', null);
  await goTo(page, '/profiles');
  await page.getByRole('button', { name: 'New profile' }).click();
  await page.getByRole('textbox').fill('Sam');
  await page.getByRole('button', { name: 'Make profile' }).click();
  await expect(title(page)).toContainText('Sam');
  await goTo(page, '/sync');
  await press(page, 'This is me');
  const dialog = page.getByRole('alertdialog');
  // Sam sends nothing yet, but will, to where Amina sends.
  const mine = dialog.getByText('What you do from now on is also sent where');
  const theirs = dialog.getByText('What the other profile does from now on is also sent where');
  await expect(mine).toBeVisible();
  await expect(dialog.getByText(`${places[0]}`)).toBeVisible();
  await expect(theirs).toHaveCount(0);
  await press(page, 'Leave it as it is');

  await beginFolder(desk, places[1] ?? '', null);
  await press(page, 'This is me');
  await expect(theirs).toBeVisible();
  await expect(dialog.getByText(`${places[1]}`)).toBeVisible();
  await expect(dialog.getByText('(Every step)')).toHaveCount(2);
  await dialog.scrollIntoViewIfNeeded();
  await picture(page, 'join');
  expect(await found(page)).toEqual([]);
  await narrow(page, 'join');
  await press(page, 'Make them one');
  await expect(page.getByText('Counts as you.')).toBeVisible();
  expect(complaints).toEqual([]);
});
