// Serves the window's own files (`app://`) and the assets of courses (`course://ID/STAMP/PATH`).
import { join } from 'node:path';
import { protocol } from 'electron';
import { assetFile, assetResponse, type Manifest } from './assets';
import { contentPolicy } from './content-policy';
import { pageFile } from './page-file';

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, stream: true, codeCache: true } },
    {
      scheme: 'course',
      // Captions come from another origin than the page: they are asked for with its name.
      privileges: { standard: true, secure: true, stream: true, corsEnabled: true },
    },
  ]);
}

/** Of Chromium's list of network errors. */
const fileNotFound = -6;

const notFound = (): Response => new Response('Not found', { status: 404 });

/**
 * Serves the window's files: a request can name one of them or nothing. By the older call, which is
 * told the path of a file: for the newer one, Node reads its whole `fetch` before the first page comes.
 */
export function servePages(folder: string): void {
  protocol.registerFileProtocol('app', (request, answer) => {
    const file = pageFile(request.url);
    if (!file) return answer({ error: fileNotFound });
    answer({
      path: join(folder, file.path),
      headers: {
        'content-type': file.type,
        'content-security-policy': contentPolicy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      },
    });
  });
}

/** `next`: resolves when there may be another manifest. */
export function serveAssets(manifest: () => Manifest, next: () => Promise<void>): void {
  protocol.handle('course', async (request) => {
    let asset = assetFile(request.url, manifest());
    if (!asset) {
      await next();
      asset = assetFile(request.url, manifest());
    }
    if (!asset) return notFound();
    try {
      return await assetResponse(asset, request.headers.get('range'));
    } catch {
      // Gone since the library was read; the window shows the picture's words.
      return notFound();
    }
  });
}
