// Which file of a course a `course://` address names, and how it is answered.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { assetTypes } from '../../core/course/asset-types';
import { assetPolicy } from './content-policy';

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

/** The pages that may read captions, which count as data where pictures and sound do not. */
const pageOrigin = 'app://deskwise';

/**
 * Sound and video are asked for in parts, and may be larger than what should lie in memory: a file
 * is read as it is taken. A link put in a file's place since is not followed.
 */
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
      'access-control-allow-origin': pageOrigin,
      'accept-ranges': 'bytes',
    };
    const part = wantedPart(range, size);
    if (part === 'nowhere') {
      await handle.close();
      const said = { ...headers, 'content-range': `bytes */${size}` };
      return new Response(null, { status: 416, headers: said });
    }
    const { from, to } = part ?? { from: 0, to: size - 1 };
    return new Response(bytesOf(handle, from, to), {
      status: part ? 206 : 200,
      headers: {
        ...headers,
        'content-length': String(to - from + 1),
        ...(part && { 'content-range': `bytes ${from}-${to}/${size}` }),
      },
    });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** First and last byte of the one part asked for; undefined where the whole file is meant. */
function wantedPart(
  range: string | null,
  size: number,
): { from: number; to: number } | 'nowhere' | undefined {
  const wanted = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  const [, first = '', last = ''] = wanted ?? [];
  if (!wanted || (first === '' && last === '')) return undefined;
  // `bytes=-500` are the last 500.
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  return from <= to ? { from, to } : 'nowhere';
}

const chunkBytes = 256 * 1024;

/** Closes the file when all is read, or nobody wants the rest. */
function bytesOf(handle: FileHandle, from: number, to: number): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream<Uint8Array>({
    async pull(stream) {
      try {
        const wanted = Math.min(chunkBytes, to - at + 1);
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, at);
        at += bytesRead;
        if (bytesRead > 0) stream.enqueue(buffer.subarray(0, bytesRead));
        if (bytesRead > 0 && at <= to) return;
        await handle.close();
        stream.close();
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    cancel: () => handle.close(),
  });
}
