// Serves the window's own files (`app://`) and the assets of courses (`course://ID/STAMP/PATH`).
import { constants, readdirSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol } from 'electron';

export const pageUrl = 'app://deskwise/index.html';

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' course:",
  'media-src course:',
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const pageTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** What a course may show; anything else is only ever saved as a download. */
const assetTypes: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt',
};

/** Which files each course has; the service tells the shell. */
export type Manifest = ReadonlyMap<string, { root: string; files: ReadonlySet<string> }>;

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, stream: true, codeCache: true } },
    { scheme: 'course', privileges: { standard: true, secure: true, stream: true } },
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

/** The file that a `course://` address names; undefined when it is not an asset of that course. */
export function assetFile(url: string, manifest: Manifest): { file: string; type: string } | undefined {
  let parsed: URL;
  let path: string;
  try {
    parsed = new URL(url);
    // The first part is the stamp: it only makes changed files new to the cache.
    path = decodeURIComponent(parsed.pathname.split('/').slice(2).join('/'));
  } catch {
    return undefined;
  }
  const course = manifest.get(parsed.hostname);
  const type = assetTypes[extname(path).toLowerCase()];
  if (!course?.files.has(path) || !type) return undefined;
  return { file: join(course.root, path), type };
}

export function serveAssets(manifest: () => Manifest): void {
  protocol.handle('course', async (request) => {
    const asset = assetFile(request.url, manifest());
    if (!asset) return notFound();
    try {
      return await assetResponse(asset, request.headers.get('range'));
    } catch {
      // Gone since the library was read; the window shows the picture's words.
      return notFound();
    }
  });
}

/** Sound and video are asked for in parts. A link put in a file's place since is not followed. */
async function assetResponse(
  { file, type }: { file: string; type: string },
  range: string | null,
): Promise<Response> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await handle.stat();
    const headers = {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'accept-ranges': 'bytes',
    };
    const wanted = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
    if (!wanted) return new Response(await handle.readFile(), { headers });
    const from = Number(wanted[1]);
    const to = Math.min(size - 1, wanted[2] ? Number(wanted[2]) : size - 1);
    if (from > to) return new Response(null, { status: 416 });
    const bytes = Buffer.alloc(to - from + 1);
    await handle.read(bytes, 0, bytes.length, from);
    return new Response(bytes, {
      status: 206,
      headers: { ...headers, 'content-range': `bytes ${from}-${to}/${size}` },
    });
  } finally {
    await handle.close();
  }
}
