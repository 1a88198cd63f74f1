// Passwords for servers: sealed on disk, given out for their own server only, gone when forgotten.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/unit/support/folders';
import { WebSecrets } from './web-secrets';

const lrs = 'https://lrs.example';

/** Sealing that can be seen to have happened. */
function desk({ canKeep = true, folder = temporaryFolder() } = {}) {
  const credentials = {
    canKeepSecrets: async () => canKeep,
    seal: async (secret: string) => Buffer.from([...Buffer.from(secret)].map((byte) => byte ^ 90)),
    unseal: async (sealed: Buffer) => {
      if (!canKeep) throw new Error('another account of the system');
      return Buffer.from([...sealed].map((byte) => byte ^ 90)).toString();
    },
  };
  const open = () => new WebSecrets(folder, async () => credentials);
  const everything = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  return { folder, open, everything };
}

test('a secret outlives the app, and is nowhere to be read', async () => {
  const { open, everything } = desk();
  expect(await open().keep('lrs', lrs, 'clerk', 'open:sesame')).toBe(true);
  expect(await open().reveal('lrs', lrs)).toBe('clerk:open:sesame');
  expect(everything()).not.toMatch(/clerk|sesame/);
});

test('it is for its own server only', async () => {
  const { open } = desk();
  const secrets = open();
  await secrets.keep('lrs', lrs, 'clerk', 'sesame');
  expect(await secrets.reveal('lrs', 'https://thief.example')).toBeNull();
  expect(await secrets.reveal('other', lrs)).toBeNull();
});

test('without a key ring it is known until the app ends, and nothing is written', async () => {
  const { folder, open } = desk({ canKeep: false });
  const secrets = open();
  expect(await secrets.keep('lrs', lrs, 'clerk', 'sesame')).toBe(false);
  expect(await secrets.reveal('lrs', lrs)).toBe('clerk:sesame');
  expect(await secrets.reveal('lrs', 'https://thief.example')).toBeNull();
  expect(await open().reveal('lrs', lrs)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('what was sealed elsewhere, or torn, is as if there were none', async () => {
  const { folder, open } = desk();
  await open().keep('lrs', lrs, 'clerk', 'sesame');
  expect(await desk({ canKeep: false, folder }).open().reveal('lrs', lrs)).toBeNull();
  writeFileSync(join(folder, 'web-secrets.json'), '{"lrs":');
  expect(await open().reveal('lrs', lrs)).toBeNull();
  expect(await open().keep('lrs', lrs, 'clerk', 'sesame')).toBe(true);
  expect(await open().reveal('lrs', lrs)).toBe('clerk:sesame');
});

test('forgotten is gone, the others stay', async () => {
  const { folder, open } = desk();
  await open().keep('lrs', lrs, 'clerk', 'sesame');
  await open().keep('catalogue', 'https://courses.example', 'clerk', 'other');
  await open().forget('lrs');
  expect(await open().reveal('lrs', lrs)).toBeNull();
  expect(await open().reveal('catalogue', 'https://courses.example')).toBe('clerk:other');
  expect(existsSync(join(folder, 'web-secrets.json.new'))).toBe(false);
});

test('several that are kept and forgotten at the same time do not bring each other back', async () => {
  const { open } = desk();
  const secrets = open();
  const names = ['desk', 'home', 'train', 'catalogue'];
  await Promise.all(names.map((name) => secrets.keep(name, lrs, 'clerk', name)));
  const kept = await Promise.all(names.map((name) => open().reveal(name, lrs)));
  expect(kept).toEqual(names.map((name) => `clerk:${name}`));
  await Promise.all(names.slice(1).map((name) => secrets.forget(name)));
  const left = await Promise.all(names.map((name) => open().reveal(name, lrs)));
  expect(left).toEqual(['clerk:desk', null, null, null]);
  // Whoever leaves while it is being kept.
  await Promise.all([secrets.keep('train', lrs, 'clerk', 'train'), secrets.forget('train')]);
  expect(await open().reveal('train', lrs)).toBeNull();
});

test('all of one kind are forgotten together, also where none is written', async () => {
  for (const canKeep of [true, false]) {
    const secrets = desk({ canKeep }).open();
    for (const name of ['team https://a.example', 'team https://b.example', 'other']) {
      await secrets.keep(name, lrs, 'clerk', 'sesame');
    }
    await secrets.forgetAll('team ');
    expect(await secrets.reveal('team https://a.example', lrs)).toBeNull();
    expect(await secrets.reveal('team https://b.example', lrs)).toBeNull();
    expect(await secrets.reveal('other', lrs)).toBe('clerk:sesame');
  }
});
