// Serves the window's own files (`app://`) and the assets of courses (`course://ID/STAMP/PATH`).
import { readFile } from 'node:fs/promises';
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

/**
 * Node reads what answers requests at the first touch, which takes a while: touched while the window's
 * own process begins, it is there when that asks for its page.
 */
export const getReadyToAnswer = (): void => void Response;

const notFound = (): Response => new Response('Not found', { status: 404 });

/** Serves the window's files: a request can name one of them or nothing. */
export function servePages(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = pageFile(request.url);
    if (!file) return notFound();
    const bytes = await readFile(join(folder, file.path)).catch(() => null);
    if (!bytes) return notFound();
    return new Response(bytes, {
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
