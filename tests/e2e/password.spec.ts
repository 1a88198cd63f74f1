// The promise of the kind `password`: nothing of what is typed leaves its field. Looked for in every
// file of the data folder and in the whole memory of the service, with a control that it would be found.
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from '../process-family.mjs';
import { expect, test } from './app';
import { check, itemAt } from './solve';
import { beginAs, goTo } from './steps';

const course = join(import.meta.dirname, '..', 'fixtures', 'service', 'hands-on');

/** Put together here, so that no file of the app or of this test holds it in one piece. */
const phrase = ['zebrafinch', 'oxidises', 'marmalade', 'kwijt', '7341'].join('~');
/** Pieces too, in case only a part was kept. */
const secrets = [phrase, phrase.slice(0, 17), phrase.slice(-15)];
const name = 'Quintessa Fjordvik';

const encodings = (text: string): Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
];

const holds = (bytes: Buffer, text: string): boolean =>
  encodings(text).some((each) => bytes.includes(each));

/** Every file below a folder, as it lies on disk, and its name. */
function filesBelow(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      try {
        return [{ path, bytes: readFileSync(path) }];
      } catch {
        // It went while we looked: temporary files of the store.
        return [];
      }
    });
}

const filesWith = (folder: string, text: string): string[] =>
  filesBelow(folder)
    .filter(({ path, bytes }) => path.includes(text) || holds(bytes, text))
    .map(({ path }) => path);

function serviceOf(pid: number): number {
  const found = familyOf(pid).find((each) =>
    readFileSync(`/proc/${each}/cmdline`, 'utf8').includes('node.mojom.NodeService'),
  );
  if (!found) throw new Error('no service runs');
  return found;
}

/** Which of the texts stand in the memory of a process, and how much of it was read. */
function inMemory(pid: number, texts: readonly string[]): { found: Set<string>; read: number } {
  const found = new Set<string>();
  const longest = Math.max(...texts.flatMap(encodings).map((each) => each.length));
  const piece = 16 * 1024 * 1024;
  const buffer = Buffer.alloc(piece + longest);
  let read = 0;
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from, to, rights, rest = ''] =
        /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
      if (!from || !to || !rights?.startsWith('r') || /^\[v(var|syscall)/.test(rest)) continue;
      const end = Number.parseInt(to, 16);
      for (let at = Number.parseInt(from, 16); at < end; at += piece) {
        const wanted = Math.min(piece + longest, end - at);
        let got = 0;
        try {
          got = readSync(memory, buffer, 0, wanted, at);
        } catch {
          // Reserved and never used: there is nothing in it.
          continue;
        }
        read += Math.min(got, piece);
        const bytes = buffer.subarray(0, got);
        for (const text of texts) if (holds(bytes, text)) found.add(text);
      }
    }
  } finally {
    closeSync(memory);
  }
  return { found, read };
}

test('no letter of a phrase leaves its field', async ({ app }) => {
  test.setTimeout(300_000);
  test.skip(process.platform !== 'linux', 'memory is read as Linux shows it');
  const { electron, page, complaints, close } = await app.start(
    '--lang',
    'en',
    '--courses',
    course,
  );
  await beginAs(page, name);
  await goTo(page, '/course/hands-on/lesson/phrase');
  const item = itemAt(page, 0);
  const field = item.getByLabel('The phrase', { exact: true });
  await expect(item.getByText('What you type here stays in this field.')).toBeVisible();
  await expect(field).toHaveAttribute('type', 'password');
  await expect(field).toHaveAttribute('autocomplete', 'off');

  // A wrong try first, so that drafts and events of both are written.
  await field.pressSequentially(phrase.slice(0, 3));
  await expect(item.getByRole('meter')).toHaveAttribute('aria-valuenow', '1', { timeout: 60_000 });
  await check(item);
  await expect(item.locator('.verdict__title')).toHaveText('Not quite');
  await field.fill('');
  await field.pressSequentially(phrase);
  await expect(item.getByRole('meter')).toHaveAttribute('aria-valuenow', '5');
  await item.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(field).toHaveAttribute('type', 'text');
  // The draft is saved when the learner pauses.
  const drafted = () => filesWith(app.dataFolder, '"reached":true').length;
  await expect.poll(drafted).toBeGreaterThan(0);

  const service = serviceOf(electron.process().pid ?? 0);
  const searched = [...secrets, name];
  const whileTyped = inMemory(service, searched);
  expect([...whileTyped.found]).toEqual([name]);

  await check(item);
  await expect(item.locator('.verdict__title')).toHaveText('Right');
  await expect(item.getByText('What you typed has been removed from the field.')).toBeVisible();
  await expect(page.getByText(phrase)).toHaveCount(0);

  const afterwards = inMemory(service, searched);
  expect([...afterwards.found], 'the service').toEqual([name]);
  expect(afterwards.read).toBeGreaterThan(10_000_000);
  // While it runs the journal is there too.
  for (const secret of secrets) expect(filesWith(app.dataFolder, secret)).toEqual([]);
  expect(filesWith(app.dataFolder, name).length).toBeGreaterThan(0);

  await close();
  for (const secret of secrets) expect(filesWith(app.dataFolder, secret)).toEqual([]);
  expect(filesWith(app.dataFolder, name).length).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('the field is empty when the learner comes back, and nothing counts as reached', async ({
  app,
}) => {
  const { page } = await app.start('--lang', 'en', '--courses', course);
  await beginAs(page, name);
  await goTo(page, '/course/hands-on/lesson/phrase');
  const item = itemAt(page, 0);
  const field = item.getByLabel('The phrase', { exact: true });
  await field.fill(phrase);
  await expect(item.getByRole('meter')).toHaveAttribute('aria-valuenow', '5', { timeout: 60_000 });
  await goTo(page, '/course/hands-on/lesson/guess');
  await expect(item.getByRole('slider')).toBeVisible();
  await goTo(page, '/course/hands-on/lesson/phrase');
  await expect(field).toHaveValue('');
  await check(item);
  await expect(item.locator('.item__missing')).toHaveText(/Type a phrase/);
  await expect(field).toBeFocused();
  // Enter asks for the verdict on what stands there at that moment.
  await field.fill(phrase);
  await page.keyboard.press('Enter');
  await expect(item.locator('.verdict__title')).toHaveText('Right');
});
