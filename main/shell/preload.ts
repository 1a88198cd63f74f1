// The whole bridge into the window: one question to the shell, and the port to the service.
import { contextBridge, ipcRenderer, webUtils } from 'electron';

contextBridge.exposeInMainWorld('deskwise', {
  /** Asks an operation of the shell; settles with a Reply. */
  ask: (name: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke('deskwise:ask', String(name), input),
  /** The page listens: now ports may come. */
  ready: (): void => {
    isListening = true;
    handOver();
  },
});

// The way to the service is laid while the page is still being read.
let isListening = false;
let port: MessagePort | undefined;
ipcRenderer.on('deskwise:port', (event) => {
  port = event.ports[0];
  handOver();
});
ipcRenderer.send('deskwise:ready');

function handOver(): void {
  if (!isListening || !port) return;
  window.postMessage('deskwise:port', window.origin, [port]);
  port = undefined;
}

// A file from outside is dropped on the window. Its path goes to the shell and never to the page:
// that the person dropped it is what allows to read it.
const holdsFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

// What lies under the pointer may change at any moment, and a drop right after that counts by its enter.
for (const type of ['dragenter', 'dragover'] as const) {
  window.addEventListener(type, (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
}
window.addEventListener('drop', (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  const path = event.isTrusted && file ? webUtils.getPathForFile(file) : '';
  if (path !== '') ipcRenderer.send('deskwise:dropped', path);
});
