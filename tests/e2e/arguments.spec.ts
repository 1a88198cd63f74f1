// The command line of the packaged release.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { asRoot, expect, test } from './app';
import { deskCourses } from './screens';
import { beginAs, title } from './steps';

const release = process.env.DESKWISE_PACKED_RELEASE ?? '';
const root = join(import.meta.dirname, '..', '..');

/** What was parsed since the app was built. */
function parsedIn(dataFolder: string): string[] {
  const file = join(dataFolder, 'cache', 'parsed.db');
  if (!existsSync(file)) return [];
  const cache = new Database(file, { readonly: true });
  const kept = cache.prepare<[], { key: string }>('SELECT key FROM parsed').all();
  cache.close();
  return kept.map(({ key }) => key).filter((key) => !key.includes('/trace/'));
}

test('--screenshot saves what the window shows, in the look that was asked for', async ({
  app,
}) => {
  const pictures = ['light', 'dark'].map((theme) => {
    const file = join(app.dataFolder, `${theme}.png`);
    const args = ['--data', app.dataFolder, '--theme', theme, '--lang', 'ar', '--screenshot', file];
    const { status } = spawnSync(release, [...asRoot, ...args], { timeout: 60_000 });
    expect(status).toBe(0);
    expect(existsSync(file)).toBe(true);
    return readFileSync(file);
  });
  // The courses came parsed with the app: nobody waits for it at the first start, which at most notes,
  // once the window stands, how the files lie there.
  expect(parsedIn(app.dataFolder)).toEqual([]);
  const [light, dark] = pictures;
  expect(light?.subarray(1, 4).toString()).toBe('PNG');
  expect(light?.equals(dark ?? Buffer.alloc(0))).toBe(false);
});

for (const [wrong, words] of [
  [['--theme', 'pink'], '--theme takes one of system, light, dark, contrast, not pink.'],
  [['--open', '../etc'], '--open takes COURSE, COURSE/LESSON or COURSE/LESSON#BLOCK, not ../etc.'],
  [['--lang'], '--lang needs a language tag, for example --lang es.'],
] as const) {
  test(`${wrong.join(' ')} ends with a clear word`, ({ app }) => {
    const args = [...asRoot, '--data', app.dataFolder, ...wrong];
    const { status, stderr } = spawnSync(release, args, { encoding: 'utf8', timeout: 60_000 });
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
}

test('--check checks courses: no window, no profile, no display', ({ app }) => {
  const home = join(app.dataFolder, 'home');
  mkdirSync(home, { recursive: true });
  const check = (...argv: string[]) => {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    return spawnSync(release, [...asRoot, '--check', ...argv], {
      cwd: root,
      env: { ...env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, LOCALAPPDATA: home },
      encoding: 'utf8',
      timeout: 60_000,
    });
  };
  const right = check('courses', '--format', 'json');
  expect(right.status).toBe(0);
  const { counts } = JSON.parse(right.stdout) as { counts: Record<string, number> };
  const shipped = readdirSync(join(root, 'courses'), { withFileTypes: true });
  const courses = shipped.filter((entry) => entry.isDirectory()).length;
  expect(counts).toMatchObject({ courses, errors: 0 });
  const wrong = check('tests/fixtures/broken-course');
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toMatch(/^tests\/fixtures\/broken-course\/02-blocks\.md:\d+:\d+ error/m);
  const nowhere = check('nowhere');
  expect([nowhere.status, nowhere.stdout]).toEqual([2, '']);
  expect(nowhere.stderr).toContain('There is no nowhere.');
  expect(readdirSync(home)).toEqual([]);
});

test('--open goes to the block, --courses adds a folder', async ({ app }) => {
  const first = await app.start('--lang', 'en', '--courses', deskCourses);
  await beginAs(first.page, 'Amina');
  await first.close();
  const { page } = await app.start(
    ...['--lang', 'en', '--courses', deskCourses, '--open', 'safe-desk/locks#after-lunch'],
  );
  await expect(title(page)).toHaveText('Locks and screens');
  await expect(page.locator('#item-after-lunch')).toBeFocused();
  await expect(page.locator('#item-after-lunch')).toBeInViewport();
});

test('a second start brings the open window to the front instead of a second one', async ({
  app,
}) => {
  const { electron, page } = await app.start('--lang', 'en');
  await expect(title(page)).toBeVisible();
  const args = [...asRoot, '--data', app.dataFolder];
  const { status } = spawnSync(process.env.DESKWISE_PACKED_TEST ?? '', args, { timeout: 60_000 });
  expect(status).toBe(0);
  expect(electron.windows()).toHaveLength(1);
});
