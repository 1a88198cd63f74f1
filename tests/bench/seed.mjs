// A data folder as it is after the first run: one learner, and nothing cached.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { attach } from '../attach.mjs';

const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Starts the test flavour on a data folder.
 * @param {string} data
 * @param {string[]} args
 */
export async function launch(data, ...args) {
  const electron = await attach({
    executablePath: process.env.DESKWISE_PACKED_TEST ?? '',
    args: [...asRoot, '--data', data, ...args],
  });
  return { electron, page: await electron.firstWindow() };
}

/** @returns {Promise<string>} the folder; whoever asked removes it */
export async function seededData() {
  const data = mkdtempSync(path.join(tmpdir(), 'deskwise-seed-'));
  const { electron, page } = await launch(data);
  await page.getByRole('textbox').fill('Amina');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('heading', { level: 1, name: /Amina/ }).waitFor();
  await electron.close();
  for (const part of ['cache', 'window', 'logs']) {
    rmSync(path.join(data, part), { recursive: true, force: true });
  }
  return data;
}
