// The packaged app makes a package of a shipped course, and puts it where the person said.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Told } from '../../core/contract';
import type { Reply } from '../../core/errors';
import type { ExportView } from '../../core/player/formats';
import { expect, test } from './app';
import { beginAs } from './steps';

/** Asks the service over the window's own port, as a screen does. */
const ask = (page: Page, name: string, input: unknown): Promise<Reply<unknown>> =>
  page.evaluate(
    ([name, input]) =>
      new Promise<Reply<unknown>>((settle) => {
        window.addEventListener(
          'message',
          ({ ports: [port] }) => {
            const id = 1_000_000_007;
            port?.addEventListener('message', ({ data }: MessageEvent<Told>) => {
              if ('id' in data && data.id === id) settle(data.reply);
            });
            port?.postMessage({ id, name, input });
          },
          { once: true },
        );
        window.deskwise.ready();
      }),
    [name, input] as const,
  );

/** The dialog answers by itself. */
const answerDialog = (electron: ElectronApplication, filePath: string) =>
  electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === '', filePath });
  }, filePath);

test('a course goes into a package, and the package where the person said', async ({ app }) => {
  const { electron, page, complaints } = await app.start();
  await beginAs(page, 'Ada');
  const id = '01900000-0000-7000-8000-000000000001';
  const order = { export: id, course: 'phishing-lab', format: 'scorm2004', language: 'en' };
  expect(await ask(page, 'export.start', order)).toMatchObject({ ok: true });
  await expect
    .poll(() => ask(page, 'export.read', { export: id }))
    .toMatchObject({ value: { at: 'ready', name: 'phishing-lab-1.0.0-scorm-2004.zip' } });
  const { value } = (await ask(page, 'export.read', { export: id })) as {
    value: Extract<ExportView, { at: 'ready' }>;
  };

  const save = () => page.evaluate((id) => window.deskwise.ask('export.save', { export: id }), id);
  await answerDialog(electron, '');
  expect(await save()).toEqual({ ok: true, value: { saved: false } });
  const file = join(app.dataFolder, 'chosen.zip');
  await answerDialog(electron, file);
  expect(await save()).toEqual({ ok: true, value: { saved: true } });
  expect(statSync(file).size).toBe(value.bytes);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');

  expect(await ask(page, 'export.end', { export: id })).toMatchObject({ ok: true });
  expect(await save()).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  expect(complaints).toEqual([]);
});
