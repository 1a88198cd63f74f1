// `--screenshot FILE`: saves what the window shows once it is ready, then the app ends.
import { writeFile } from 'node:fs/promises';
import { app, type BrowserWindow } from 'electron';

const patienceMilliseconds = 30_000;

/** Returns what to call when the first screen stands. */
export function screenshotWhenReady(window: BrowserWindow, file: string): () => void {
  const giveUp = setTimeout(() => {
    console.error('The window was not ready within 30 seconds; there is no screenshot.');
    app.exit(1);
  }, patienceMilliseconds);
  return () => {
    clearTimeout(giveUp);
    window.webContents
      .capturePage()
      .then((image) => writeFile(file, image.toPNG()))
      .then(() => window.close())
      .catch((error: unknown) => {
        console.error(`The screenshot could not be saved: ${String(error)}`);
        app.exit(1);
      });
  };
}
