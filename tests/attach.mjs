// Starts the app and attaches Playwright to it, for the tests, the bench and the pictures.
import { _electron, errors } from '@playwright/test';
import { killFamily } from './process-family.mjs';

/** Milliseconds that each try may take; attaching takes about one second. */
const patience = [15_000, 15_000, 60_000];

/**
 * A few starts in a hundred hang, more on a busy machine: Playwright has joined both debuggers within
 * a second and then waits for ever for an answer, whatever the app does. Nothing has been asked of the
 * app by then, so what hung is ended (a power cut, as far as the app is concerned) and the start is
 * done once more. A third hang is a failure. Only the attaching is repeated, never a step of a test.
 * @param {Parameters<typeof _electron.launch>[0]} options
 * @param {number[]} [tries] how long each may take
 * @returns {Promise<import('@playwright/test').ElectronApplication>}
 */
export async function attach(options, [timeout = 60_000, ...later] = patience) {
  try {
    return await _electron.launch({ ...options, timeout });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError) || later.length === 0) throw error;
    const hung = Number(/<launched> pid=(\d+)/.exec(error.message)?.[1]);
    if (hung) killFamily(hung);
    console.warn('Playwright could not attach to the app; starting it once more.');
    return attach(options, later);
  }
}
