// What content and the window may not do, on the packaged app.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from './app';
import { deskCourses, deskItems } from './screens';
import { itemAt } from './solve';
import { beginAs, goTo, title } from './steps';

test('the fuses of the release are as they must be', async () => {
  const wire = await getCurrentFuseWire(process.env.DESKWISE_PACKED_RELEASE ?? '');
  // Fuses are written as the digits 0 and 1.
  const isOn = (fuse: FuseV1Options) => wire[fuse] === '1'.charCodeAt(0);
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocolExtras: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    asarIntegrity: true,
    onlyAsar: true,
    fileProtocolExtras: false,
  });
});

test('the window has no Node, no network, no other window, no way to leave', async ({ app }) => {
  const { electron, page } = await app.start('--lang', 'en');
  await expect(title(page)).toBeVisible();
  const powers = await page.evaluate(async () => {
    const refused = async (work: () => unknown) => {
      try {
        return (await work()) === null;
      } catch {
        return true;
      }
    };
    return {
      node: 'process' in window || 'require' in window || 'Buffer' in window,
      bridge: Object.keys(window.deskwise).sort(),
      fetch: await refused(() => fetch('https://deskwise.example/')),
      own: await refused(() => fetch('app://deskwise/index.html')),
      // Later, since what the test itself runs may do all.
      eval: await refused(
        () =>
          new Promise((resolve, reject) => {
            setTimeout(() => {
              try {
                resolve(Function('return 1')());
              } catch (error) {
                reject(error);
              }
            });
          }),
      ),
      html: await refused(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      window: await refused(() => window.open('https://deskwise.example/')),
      camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
      notification: (await Notification.requestPermission()) === 'denied',
    };
  });
  expect(powers).toEqual({
    node: false,
    bridge: ['ask', 'ready'],
    fetch: true,
    own: true,
    eval: true,
    html: true,
    window: true,
    camera: true,
    notification: true,
  });
  await page.evaluate(() => {
    window.location.href = 'https://deskwise.example/';
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://deskwise.example/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
  });
  // Asked of the shell: Playwright waits for navigations that were refused.
  const urls = await electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
  expect(urls).toEqual([expect.stringMatching(/^app:\/\/deskwise\/index\.html/)]);
});

test('HTML and scripts in a course are words', async ({ app }) => {
  const courses = join(app.dataFolder, 'hostile');
  cpSync(deskCourses, courses, { recursive: true });
  const file = join(courses, '01-safe-desk', '01-locks.md');
  const hostile = [
    '<script>window.owned = 1</script>',
    '<img src="x" onerror="window.owned = 2">',
    '[click](javascript:window.owned=3)',
    '![picture](https://tracker.example/pixel.png)',
    '<iframe src="https://deskwise.example"></iframe>',
    '<svg onload="window.owned = 4"></svg>',
  ].join('\n\n');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n\n${hostile}\n`);
  writeFileSync(
    join(courses, '01-safe-desk', 'assets', 'desk.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"><script>parent.owned = 5</script></svg>',
  );
  const { page } = await app.start('--lang', 'en', '--courses', courses);
  await beginAs(page, 'Amina');
  await goTo(page, '/course/safe-desk/lesson/locks');
  await expect(page.getByText('<script>window.owned = 1</script>', { exact: true })).toBeVisible();
  const found = await page.evaluate(() => ({
    owned: 'owned' in window,
    elements: document.querySelectorAll('iframe, .prose script, .prose svg[onload]').length,
    handlers: document.querySelectorAll('[onerror], [onload]').length,
    links: [...document.querySelectorAll('a')].filter((a) => a.href.startsWith('javascript:'))
      .length,
    remote: [...document.querySelectorAll('img')].filter((img) => !img.src.startsWith('course:'))
      .length,
  }));
  expect(found).toEqual({ owned: false, elements: 0, handlers: 0, links: 0, remote: 0 });
});

test('no right answer is in the window before it is due', async ({ app }) => {
  const { page } = await app.start('--lang', 'en', '--courses', deskCourses);
  await beginAs(page, 'Amina');
  await goTo(page, '/course/safe-desk/lesson/locks');
  await expect(itemAt(page, deskItems.length - 1)).toBeVisible();
  const page0 = await page.content();
  // Feedback, hints, explanations and the answers to gaps are words that stand nowhere else.
  const secret = ['Feedback-', 'Hint-', 'Why-', 'badge'];
  expect(secret.filter((word) => page0.includes(word))).toEqual([]);

  // Wrong in one place: only what is said about that place is due.
  const first = itemAt(page, 0);
  await first.getByRole('radio', { name: 'Turn the brightness down' }).check({ force: true });
  await first.getByRole('button', { name: 'Check answer' }).click();
  await expect(first).toContainText('Feedback-leaving-dark');
  const after = await page.content();
  expect(
    ['Feedback-leaving-lock', 'Feedback-leaving-ask', 'Why-'].filter((word) =>
      after.includes(word),
    ),
  ).toEqual([]);
});

test('a link is opened only after the person has seen where it leads', async ({ app }) => {
  const courses = join(app.dataFolder, 'links');
  cpSync(deskCourses, courses, { recursive: true });
  const file = join(courses, '01-safe-desk', '01-locks.md');
  const link = '[the ministry](https://ministry.example.sign-in.test/path)';
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n\nSee ${link}.\n`);
  const { electron, page } = await app.start('--lang', 'en', '--courses', courses);
  await beginAs(page, 'Amina');
  await goTo(page, '/course/safe-desk/lesson/locks');

  await electron.evaluate(({ dialog, shell }) => {
    const seen = { asked: [] as string[], opened: [] as string[], answer: 0 };
    Object.assign(globalThis, { seen });
    dialog.showMessageBox = async (...args: unknown[]) => {
      seen.asked.push((args.at(-1) as { detail: string }).detail);
      return { response: seen.answer, checkboxChecked: false };
    };
    shell.openExternal = async (url: string) => {
      seen.opened.push(url);
    };
  });
  type Seen = { asked: string[]; opened: string[]; answer: number };
  const seen = () => electron.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

  await page
    .getByRole('button', { name: /^the ministry/ })
    .or(page.getByRole('link', { name: /^the ministry/ }))
    .click();
  await expect.poll(async () => (await seen()).asked).toHaveLength(1);
  expect((await seen()).asked[0]).toContain('ministry.example.sign-in.test');
  expect((await seen()).asked[0]).toContain('Registered name: sign-in.test');
  expect((await seen()).opened).toEqual([]);

  await electron.evaluate(() => {
    (globalThis as unknown as { seen: Seen }).seen.answer = 1;
  });
  await page
    .getByRole('button', { name: /^the ministry/ })
    .or(page.getByRole('link', { name: /^the ministry/ }))
    .click();
  await expect
    .poll(async () => (await seen()).opened)
    .toEqual(['https://ministry.example.sign-in.test/path']);
});
