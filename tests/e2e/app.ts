// Starts the packaged app with a data folder of its own, and stops it in the ways a computer can.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import { attach } from '../attach.mjs';
import { killFamily } from '../process-family.mjs';

/** The test flavour: the packaged app with the inspect fuse on, which Playwright needs. */
const packedApp = process.env.DESKWISE_PACKED_TEST ?? '';

export interface RunningApp {
  electron: ElectronApplication;
  page: Page;
  /** Words that went wrong in the window: nothing may be there at the end of a test. */
  complaints: string[];
  /** Closes the window, as a person does. */
  close(): Promise<void>;
  /** Ends all processes at once, as a power cut does. */
  kill(): Promise<void>;
}

export interface Launcher {
  /** Kept for the whole test, so that a second start finds what the first one left. */
  dataFolder: string;
  start(...args: string[]): Promise<RunningApp>;
  /** Another computer of the test: a data folder of its own, named. */
  startAt(computer: string, ...args: string[]): Promise<RunningApp>;
  /** The same by another program, which starts the app. */
  startAs(program: string, ...args: string[]): Promise<RunningApp>;
}

/** Chromium's sandbox refuses root; only the tests leave it out, never the app. */
export const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

async function start(
  program: string,
  dataFolder: string,
  args: readonly string[],
): Promise<RunningApp> {
  if (program === '') throw new Error('Run the end-to-end tests by npm test or npm run e2e.');
  const electron = await attach({
    executablePath: program,
    args: [...asRoot, '--data', dataFolder, ...args],
  });
  const page = await electron.firstWindow();
  // All windows of the tests are on one display, and only one has its focus: each shall think it has.
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    electron,
    page,
    complaints,
    close: () => electron.close(),
    kill: async () => {
      const ended = electron.waitForEvent('close');
      killFamily(electron.process().pid ?? 0);
      await ended;
    },
  };
}

export const test = base.extend<{ app: Launcher }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
  app: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'deskwise-e2e-'));
    const running: RunningApp[] = [];
    const startIn = async (data: string, program: string, args: readonly string[]) => {
      const app = await start(program, data, args);
      running.push(app);
      return app;
    };
    const startAs: Launcher['startAs'] = (program, ...args) => startIn(folder, program, args);
    await use({
      dataFolder: folder,
      start: (...args) => startAs(packedApp, ...args),
      startAt: (computer, ...args) => startIn(join(folder, computer), packedApp, args),
      startAs,
    });
    for (const app of running) await app.close().catch(() => {});
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
});

export { expect } from '@playwright/test';
