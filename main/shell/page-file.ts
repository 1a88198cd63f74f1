// Which file of the window an `app://` address names: one of the build's own, or none.
import { extname } from 'node:path';

export const pageUrl = 'app://deskwise/index.html';

const pageTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** All lie in one folder and in its `assets`, under names that the build gave them. */
const pagePath = /^\/(?:assets\/)?[\w-]+(?:\.[\w-]+)*\.[a-z0-9]+$/;

/** The path below the folder of the window's files, and its MIME type; undefined for what cannot be one. */
export function pageFile(url: string): { path: string; type: string } | undefined {
  const { host, pathname } = new URL(url);
  const type = pageTypes[extname(pathname)];
  if (host !== 'deskwise' || !type || !pagePath.test(pathname)) return undefined;
  return { path: pathname.slice(1), type };
}
