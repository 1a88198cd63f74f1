// Prints a page of ours as PDF, in a window that nobody sees and in which nothing can run.
import { BrowserWindow, session } from 'electron';
import { lockContents, lockSession } from './lock-down';

const address = 'app://deskwise/sheet.html';

/** A session of its own, in memory: it knows this one page, and nothing of ours. */
const partition = 'sheet';

let count = 0;

/** The bytes of a tagged PDF with the title and the outline of the page. Sizes are those of its style. */
export async function printPage(html: string): Promise<Uint8Array> {
  const own = `${partition}-${++count}`;
  const closed = session.fromPartition(own);
  lockSession(closed);
  closed.protocol.handle('app', ({ url }) =>
    url === address
      ? new Response(html, {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy':
              "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox",
            'x-content-type-options': 'nosniff',
          },
        })
      : new Response('Not found', { status: 404 }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition: own,
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      navigateOnDragDrop: false,
    },
  });
  lockContents(window.webContents);
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    window.destroy();
    closed.protocol.unhandle('app');
  }
}
