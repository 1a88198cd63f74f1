// Starts the app and attaches Playwright to it, for the tests, the bench and the pictures.
import { _electron, errors } from '@playwright/test';
import { killFamily } from './process-family.mjs';

/**
 * About one start in a hundred hangs, more on a busy machine: Playwright has joined both debuggers
 * within a second and then waits for ever for an answer, whatever the app does. Nothing has been
 * asked of the app by then, so what hung is ended (a power cut, as far as the app is concerned) and
 * the start is done once more. A second hang is a failure. Only the attaching is repeated, never a
 * step of a test.
 * @param {Parameters<typeof _electron.launch>[0]} options
 */
export async function attach(options) {
  try {
    return await _electron.launch({ ...options, timeout: 30_000 });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    const hung = Number(/<launched> pid=(\d+)/.exec(error.message)?.[1]);
    if (hung) killFamily(hung);
    console.warn('Playwright could not attach to the app within 30 s; starting it once more.');
    return await _electron.launch({ ...options, timeout: 60_000 });
  }
}
