// Killed at any moment of writing or putting together, a process has lost nothing that it said was delivered.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ada, Desk } from '../../../../tests/unit/support/folder-desk';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import { builtProgram, killAfter } from '../../../../tests/unit/support/killed';
import { uuid } from '../../../../tests/unit/support/service';
import { personKey } from './layout';

const rounds = 24;
let script: string;

beforeAll(async () => {
  const source = new URL('../../../../tests/unit/support/sync-for-ever.ts', import.meta.url);
  script = await builtProgram(source);
}, 60_000);

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
    said.push(...(await killAfter(1 + ((round * 7) % 40), [script, ...args])));
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
    lost += (await lostIn(folder, await killAfter(1 + round * 5, [script, ...args]))).length;
  }
  expect(lost).toBeGreaterThan(0);
});
