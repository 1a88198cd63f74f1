// Work sheets and answer sheets as PDF: saved where the person says, tagged, titled, in the course's language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app';
import { beginAs, goTo } from './steps';

const answerDialog = (electron: ElectronApplication, filePath: string) =>
  electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async (...given: unknown[]) => {
      const options = given.at(-1) as { defaultPath?: string };
      (globalThis as { asked?: string }).asked = options.defaultPath ?? '';
      return { canceled: false, filePath };
    };
  }, filePath);

const askedFor = (electron: ElectronApplication) =>
  electron.evaluate(() => (globalThis as { asked?: string }).asked ?? '');

test('a course is printed as a work sheet and as an answer sheet', async ({ app }) => {
  const { electron, page, complaints } = await app.start();
  await beginAs(page, 'Ada');
  await electron.evaluate(({ app: running }) => {
    const seen: unknown[] = [];
    (globalThis as { printing?: unknown[] }).printing = seen;
    running.on('browser-window-created', (_, { webContents }) => {
      const { javascript, sandbox, contextIsolation, nodeIntegration, preload } = (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      seen.push({ javascript, sandbox, contextIsolation, nodeIntegration, preload });
    });
  });
  await goTo(page, '/course/gallery/share');
  await expect(page.getByRole('heading', { name: 'On paper' })).toBeVisible();
  for (const [choice, ending] of [
    ['Work sheet', 'work-sheet.pdf'],
    ['Answer sheet, with explanations', 'answer-sheet.pdf'],
  ] as const) {
    const file = join(app.dataFolder, ending);
    await answerDialog(electron, file);
    await page.getByText(choice, { exact: true }).click();
    // The sheet that was saved before does not pass for the one that is chosen now.
    await expect(page.getByText('Saved', { exact: true })).toBeHidden();
    await page.getByRole('button', { name: 'Make the PDF' }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
    expect(await askedFor(electron)).toContain(ending);
    const pdf = readFileSync(file, 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Outlines');
    expect(pdf).toMatch(/\/Lang \(en\)/);
    expect(pdf).not.toMatch(/\/JavaScript|\/Launch/);
  }
  const closed = {
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  };
  const printing = await electron.evaluate(() => (globalThis as { printing?: unknown[] }).printing);
  expect(printing).toEqual([expect.objectContaining(closed), expect.objectContaining(closed)]);
  // Nobody sees the window that prints, and none is left.
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
    1,
  );
  expect(complaints).toEqual([]);
});
