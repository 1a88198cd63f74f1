// Prints a page of ours as PDF, in a window that nobody sees and in which nothing can run.
import { BrowserWindow, session } from 'electron';
import { lockContents, lockSession } from './lock-down';

const address = 'app://deskwise/sheet.html';

/** A session of its own, in memory: it knows this one page, and nothing of ours. */
const partition = 'sheet';

let count = 0;

/** From Chromium 131 on the style of the page says what stands at its foot. */
const hasMarginBoxes = Number.parseInt(process.versions.chrome, 10) >= 131;

/** Filled in by Chromium; it holds no words of a course. */
const footerTemplate =
  '<div style="display:flex;justify-content:space-between;inline-size:100%;margin:0 16mm;font:8.5pt sans-serif;color:#545c64"><span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>';

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
      ...(hasMarginBoxes
        ? {}
        : { displayHeaderFooter: true, headerTemplate: '<i></i>', footerTemplate }),
    });
  } finally {
    window.destroy();
    closed.protocol.unhandle('app');
  }
}
