// Which file of a course a `course://` address names, and how it is answered.
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { assetPolicy } from './content-policy';

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

/** The file that a `course://` address names; undefined when it is not an asset of that course. */
export function assetFile(
  url: string,
  manifest: Manifest,
): { file: string; type: string } | undefined {
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

/** Sound and video are asked for in parts. A link put in a file's place since is not followed. */
export async function assetResponse(
  { file, type }: { file: string; type: string },
  range: string | null,
): Promise<Response> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await handle.stat();
    const headers = {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': assetPolicy,
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
