// Answers what the window asks of the shell: checks who asks, proves the input, names the error.
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { OperationError, type Reply } from '../../core/errors';
import { prove } from '../../core/inputs';
import type { Log } from './log';
import { shellHandlers } from './operations';
import type { Shell } from './operations/shell';

/** Only the main frame of our own window, showing our own page, is heard. */
function isOurs(event: IpcMainEvent | IpcMainInvokeEvent, { window }: Shell): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    frame === window.webContents.mainFrame &&
    frame.url.startsWith('app://deskwise/')
  );
}

const isShellOperation = (name: unknown): name is keyof typeof shellHandlers =>
  typeof name === 'string' && Object.hasOwn(shellHandlers, name);

export function answerWindow(shell: Shell, log: Log): void {
  ipcMain.on('deskwise:ready', (event) => {
    if (!isOurs(event, shell)) return;
    shell.service.serveWindow((port) => {
      if (!shell.window.isDestroyed()) {
        shell.window.webContents.postMessage('deskwise:port', null, [port]);
      }
    });
  });

  ipcMain.on('deskwise:dropped', (event, file: unknown) => {
    if (isOurs(event, shell) && typeof file === 'string') shell.service.readPack(file);
  });

  ipcMain.handle(
    'deskwise:ask',
    async (event, name: unknown, input: unknown): Promise<Reply<unknown>> => {
      try {
        if (!isOurs(event, shell) || !isShellOperation(name)) {
          throw new OperationError('bad-input', { what: 'operation' });
        }
        // The name decides the type of the input; the table of handlers has been checked against it.
        const value = await shellHandlers[name](prove(name, input) as never, shell);
        return { ok: true, value };
      } catch (error) {
        if (error instanceof OperationError) {
          return { ok: false, error: { kind: error.kind, values: error.values } };
        }
        log.error(
          `${String(name)} failed`,
          error instanceof Error ? (error.stack ?? '') : String(error),
        );
        return { ok: false, error: { kind: 'unexpected', values: {} } };
      }
    },
  );
}
