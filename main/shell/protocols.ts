// Serves the window's own files (`app://`) and the assets of courses (`course://ID/STAMP/PATH`).
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol } from 'electron';
import { assetFile, assetResponse, type Manifest } from './assets';
import { contentPolicy } from './content-policy';

export const pageUrl = 'app://deskwise/index.html';

const pageTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

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

const notFound = (): Response => new Response('Not found', { status: 404 });

/** The pages are a closed set, listed once: a request can name one of them or nothing. */
export function servePages(folder: string): void {
  const files = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => [
      `/${path.split(sep).join('/')}`,
      join(folder, path),
    ]),
  );
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === 'deskwise' ? files.get(pathname) : undefined;
    const type = file && pageTypes[extname(file)];
    if (!file || !type) return notFound();
    return new Response(await readFile(file), {
      headers: {
        'content-type': type,
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
