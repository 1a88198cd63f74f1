// The whole bridge into the window: one question to the shell, and the port to the service.
import { contextBridge, ipcRenderer, webUtils } from 'electron';

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

// A file from outside is dropped on the window. Its path goes to the shell and never to the page:
// that the person dropped it is what allows to read it.
const holdsFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

window.addEventListener('dragover', (event) => {
  if (holdsFiles(event)) event.preventDefault();
});
window.addEventListener('drop', (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  const path = event.isTrusted && file ? webUtils.getPathForFile(file) : '';
  if (path !== '') ipcRenderer.send('deskwise:dropped', path);
});
