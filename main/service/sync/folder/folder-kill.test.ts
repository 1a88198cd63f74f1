// Killed at any moment of writing or putting together, a process has lost nothing that it said was delivered.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { ada, Desk } from '../../../../tests/unit/support/folder-desk';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import { uuid } from '../../../../tests/unit/support/service';
import { personKey } from './layout';

const rounds = 24;
let script: string;

beforeAll(async () => {
  const outDir = temporaryFolder();
  const url = new URL('../../../../tests/unit/support/sync-for-ever.ts', import.meta.url);
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(url),
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'sync-for-ever.mjs', format: 'es' } },
    },
  });
  script = join(outDir, 'sync-for-ever.mjs');
}, 60_000);

/** Lets it write until it has said so often that something was delivered, kills it, gives what it said. */
function killAfter(lines: number, ...args: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length > lines) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== null) reject(new Error(`it ended by itself with ${code}`));
      else resolve(said.split('\n').slice(0, -1));
    });
  });
}

async function lostIn(folder: string, said: readonly string[]): Promise<string[]> {
  const reader = new Desk(folder);
  await reader.settle();
  expect(reader.inbox.refused).toEqual([]);
  return said.filter((id) => !reader.inbox.statements.has(id));
}

test(`killed ${rounds} times while it writes, it has lost nothing that it said was delivered`, async () => {
  const folder = temporaryFolder();
  const args = [folder, uuid(), join(temporaryFolder(), 'cursor.json')];
  const said: string[] = [];
  for (let round = 0; round < rounds; round++) {
    said.push(...(await killAfter(1 + ((round * 7) % 40), ...args)));
    expect(await lostIn(folder, said)).toEqual([]);
  }
  expect(said.length).toBeGreaterThan(rounds * 10);
  // What it left was put together between two of its ends.
  const files = readdirSync(join(folder, 'deskwise', '1', personKey(ada)));
  expect(files.length).toBeLessThan(rounds - 4);
});

test('the broken twin that says so before it is true loses some, and this test sees it', async () => {
  let lost = 0;
  for (let round = 0; round < 20 && lost === 0; round++) {
    const folder = temporaryFolder();
    const args = [folder, uuid(), join(temporaryFolder(), 'cursor.json'), 'early'];
    lost += (await lostIn(folder, await killAfter(1 + round * 5, ...args))).length;
  }
  expect(lost).toBeGreaterThan(0);
});
