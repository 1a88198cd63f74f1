// The whole bridge into the window: one question to the shell, and the port to the service.
import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('deskwise', {
  /** Asks an operation of the shell; settles with a Reply. */
  ask: (name: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke('deskwise:ask', String(name), input),
  /** The window listens: now the port may come. */
  ready: (): void => ipcRenderer.send('deskwise:ready'),
});

ipcRenderer.on('deskwise:port', (event) => {
  window.postMessage('deskwise:port', window.origin, event.ports);
});
