// A course outside Deskwise: one page from a file, and packages in a learning platform, in real Chromium.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect, type FrameLocator, type Page } from '@playwright/test';
import { attach } from '../attach.mjs';
import { type Lrs, startLrs } from '../lrs/start.mjs';
import { asRoot } from './app';
import { exported } from './elsewhere-course';
import { heldBy, openPlatform, type Platform } from './elsewhere-server';

type Frame = Page | FrameLocator;

interface Chromium {
  page: Page;
  /** Addresses that were asked for, other than what a page holds in itself. */
  requests: string[];
  complaints: string[];
}

const test = base.extend<{
  chromium: Chromium;
  platform: (zip: string, store?: string) => Promise<Platform>;
  store: Lrs;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
  chromium: async ({}, use) => {
    const data = mkdtempSync(join(tmpdir(), 'deskwise-browser-'));
    const app = await attach({
      executablePath: process.env.DESKWISE_ELECTRON ?? '',
      args: [...asRoot, join(import.meta.dirname, 'browser')],
      env: { ...(process.env as Record<string, string>), BROWSER_DATA: data },
    });
    const page = await app.firstWindow();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await use({ page, requests, complaints });
    await app.close();
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  platform: async ({}, use) => {
    const opened: Platform[] = [];
    await use(async (zip, store) => {
      const platform = await openPlatform(zip, store);
      opened.push(platform);
      return platform;
    });
    for (const each of opened) await each.close();
  },
  store: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const store = await startLrs();
      await use(store);
      await store.close();
    },
    // The first time it is fetched.
    { timeout: 600_000 },
  ],
});

/** Chromium lets no pointer into a frame that has only just come: it is tried until one arrives. */
async function untilReached(frame: Frame): Promise<void> {
  const heading = frame.getByRole('heading', { level: 1 });
  await heading.evaluate((element) => {
    element.addEventListener('pointerdown', () => element.setAttribute('data-reached', ''));
  });
  await expect(async () => {
    await heading.click({ timeout: 2000 });
    await expect(heading).toHaveAttribute('data-reached', { timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

/** Opens the first lesson of a course that was just opened. */
async function openFirst(frame: Frame): Promise<void> {
  await untilReached(frame);
  await frame.getByRole('link', { name: /Locks$/ }).click();
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Locks');
}

async function answerFirst(frame: Frame, option: string): Promise<void> {
  await openFirst(frame);
  await frame.getByText(option, { exact: true }).click();
  await frame.getByRole('button', { name: 'Check answer' }).click();
  await expect(frame.getByText('It needs no watching.')).toBeVisible();
}

const finish = (frame: Frame) => frame.getByRole('button', { name: 'Finish lesson' }).click();

async function doTheRest(frame: Frame, judgement: 'True' | 'False'): Promise<void> {
  await finish(frame);
  await frame.getByRole('link', { name: 'Next lesson: Words' }).click();
  await frame.getByText(judgement, { exact: true }).click();
  await frame.getByRole('button', { name: 'Check answer' }).first().click();
  await expect(frame.getByText('Each sign counts.')).toBeVisible();
  await frame.getByRole('textbox').fill('lock');
  await frame.getByRole('button', { name: 'Check answer' }).click();
  await expect(frame.getByText('It is a habit.')).toBeVisible();
  await finish(frame);
  await frame.getByRole('link', { name: 'See your result' }).click();
}

test('one page opens from a file, asks nobody anything, and knows its answers again', async ({
  chromium,
}) => {
  const { page, requests, complaints } = chromium;
  const address = pathToFileURL(await exported('html')).href;
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A safe desk');
  await answerFirst(page, 'Lock the screen');
  const picture = page.getByRole('img', { name: 'A desk with a locked screen' });
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400);

  await page.goto('about:blank');
  await page.goto(address);
  await openFirst(page);
  await expect(page.getByText('It needs no watching.')).toBeVisible();
  expect(new Set(requests.map((each) => each.replace(/#.*/, '')))).toEqual(new Set([address]));
  expect(complaints).toEqual([]);
});

/** The frame goes, as when somebody leaves the course; the platform keeps what it was told. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('iframe')?.remove());
}

const refusedBy = (page: Page) =>
  page.evaluate(() => (window as unknown as { refused: unknown[] }).refused);

test('SCORM 1.2: score, status, interactions and a second visit', async ({
  chromium,
  platform,
}) => {
  const { page, complaints } = chromium;
  const lms = await platform(await exported('scorm12'));
  await page.goto(`${lms.address}/scorm12`);
  const frame = page.frameLocator('iframe');
  await answerFirst(frame, 'Turn it down');
  await frame.getByRole('textbox').fill('Only for me');
  await leave(page);
  await expect
    .poll(() => lms.committed())
    .toMatchObject({
      core: {
        lesson_status: 'incomplete',
        score: { raw: '0', min: '0', max: '100' },
        exit: 'suspend',
      },
    });
  expect(JSON.stringify(lms.committed())).not.toContain('Only for me');

  await page.goto(`${lms.address}/scorm12`);
  await openFirst(frame);
  await expect(frame.getByText('Whoever sits down turns it up.')).toBeVisible();
  await doTheRest(frame, 'True');
  await expect(frame.getByText('67%')).toBeVisible();
  expect(await refusedBy(page)).toEqual([]);
  await leave(page);
  await expect
    .poll(() => lms.committed())
    .toMatchObject({
      core: { lesson_status: 'passed', score: { raw: '66.67' }, exit: 'suspend' },
      interactions: {
        0: { id: 'locks/leaving', type: 'choice', student_response: '1', result: 'wrong' },
        1: { id: 'words/long', type: 'true-false', student_response: 't', result: 'correct' },
        2: { id: 'words/gap', type: 'fill-in', student_response: 'lock', result: 'correct' },
      },
    });

  lms.forget();
  await page.goto(`${lms.address}/scorm12`);
  await openFirst(frame);
  await expect(frame.getByRole('button', { name: 'Check answer' })).toBeVisible();
  await leave(page);
  await expect.poll(() => lms.committed()?.suspend_data).not.toBe('');
  expect(lms.committed()).toMatchObject({ core: { lesson_status: 'passed' } });
  expect(complaints).toEqual([]);
});

test('SCORM 2004: score, completion, success, interactions and a second visit', async ({
  chromium,
  platform,
}) => {
  const { page, complaints } = chromium;
  const lms = await platform(await exported('scorm2004'));
  await page.goto(`${lms.address}/scorm2004`);
  const frame = page.frameLocator('iframe');
  await answerFirst(frame, 'Turn it down');
  await leave(page);
  await expect
    .poll(() => lms.committed())
    .toMatchObject({
      completion_status: 'incomplete',
      success_status: 'unknown',
      score: { scaled: '0' },
      exit: 'suspend',
    });

  await page.goto(`${lms.address}/scorm2004`);
  await openFirst(frame);
  await expect(frame.getByText('Whoever sits down turns it up.')).toBeVisible();
  await doTheRest(frame, 'False');
  expect(await refusedBy(page)).toEqual([]);
  await leave(page);
  await expect
    .poll(() => lms.committed())
    .toMatchObject({
      completion_status: 'completed',
      success_status: 'failed',
      progress_measure: '1',
      score: { scaled: '0.3333333' },
      exit: 'suspend',
      interactions: {
        0: { id: 'locks/leaving', type: 'choice', learner_response: '1', result: 'incorrect' },
        1: { id: 'words/long', type: 'true-false', learner_response: 'false', result: 'incorrect' },
        2: { id: 'words/gap', type: 'fill-in', learner_response: 'lock', result: 'correct' },
      },
    });
  expect(complaints).toEqual([]);
});

const verbsOf = ({ statements }: Platform): string[] =>
  statements.map(({ verb }) => verb.id.slice(verb.id.lastIndexOf('/') + 1));

test('cmi5: statements that a real store takes, in their order, and a second visit', async ({
  chromium,
  platform,
  store,
}) => {
  const { page } = chromium;
  const lms = await platform(await exported('cmi5'), store.endpoint);
  const registration = '01900000-0000-4000-8000-00000000aaaa';
  lms.states.set(
    '/xapi/activities/stateLMS.LaunchData',
    JSON.stringify({
      launchMode: 'Normal',
      moveOn: 'CompletedAndPassed',
      masteryScore: 0.6,
      returnURL: `${lms.address}/home`,
      contextTemplate: {
        contextActivities: { grouping: [{ id: 'urn:deskwise:desk:all' }] },
        extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'one' },
      },
    }),
  );
  const launch = new URLSearchParams({
    endpoint: `${lms.address}/xapi`,
    fetch: `${lms.address}/fetch`,
    actor: JSON.stringify({
      objectType: 'Agent',
      account: { homePage: 'https://agency.example', name: 'somebody' },
    }),
    registration,
    activityId: 'https://agency.example/au/1',
  });
  const address = `${lms.address}/package/index.html?${launch}`;
  await page.goto(address);
  await answerFirst(page, 'Turn it down');
  await page.goto('about:blank');
  await expect.poll(() => verbsOf(lms)).toEqual(['initialized', 'answered', 'terminated']);

  await page.goto(address);
  await openFirst(page);
  await expect(page.getByText('Whoever sits down turns it up.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Back to your learning platform' })).toBeVisible();
  await doTheRest(page, 'True');
  await expect(page.getByText('67%')).toBeVisible();
  await page.goto('about:blank');
  await expect
    .poll(() => verbsOf(lms).slice(3))
    .toEqual(['initialized', 'answered', 'answered', 'completed', 'passed', 'terminated']);
  expect(lms.refused).toEqual([]);
  const held = await heldBy(store.endpoint, registration);
  const idsOf = (statements: readonly { id: string }[]) => statements.map(({ id }) => id).sort();
  expect(idsOf(held)).toEqual(idsOf(lms.statements));
  const passed = held.find(({ verb }) => verb.id.endsWith('/passed'));
  expect(passed?.result).toMatchObject({ success: true, score: { scaled: 2 / 3 } });
  expect(passed?.context.registration).toBe(registration);
  expect(passed?.context.contextActivities?.category?.map(({ id }) => id)).toEqual([
    'https://w3id.org/xapi/cmi5/context/categories/cmi5',
    'https://w3id.org/xapi/cmi5/context/categories/moveon',
  ]);
});
