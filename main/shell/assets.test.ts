import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../../tests/unit/support/course-files';
import { bytesBelow, temporaryFolder } from '../../tests/unit/support/folders';
import { assetFile, assetResponse, type Manifest } from './assets';

// Two courses, each with files that are listed and one that is not, and secrets all around.
const folder = temporaryFolder();
writeFiles(folder, {
  'secret.svg': 'secret above',
  'one/secret.svg': 'not listed',
  'one/assets/desk.svg': '<svg><title>Desk</title></svg>',
  'one/assets/Ünï çödé 50% #1.png': 'a picture',
  'one/assets/sound.mp3': '0123456789',
  'one/assets/empty.mp3': '',
  'one/assets/checklist.pdf': 'a download',
  'one/assets/trick.html': '<script>',
  'one/01-first.md': 'a lesson',
  'one/es/assets/desk.svg': '<svg><title>Mesa</title></svg>',
  'two/assets/other.svg': '<svg><title>Other</title></svg>',
});
const listed = {
  one: [
    '01-first.md',
    'assets/desk.svg',
    'assets/Ünï çödé 50% #1.png',
    'assets/sound.mp3',
    'assets/empty.mp3',
    'assets/checklist.pdf',
    'assets/trick.html',
    'es/assets/desk.svg',
  ],
  two: ['assets/other.svg'],
};
const manifest: Manifest = new Map(
  Object.entries(listed).map(([id, files]) => [
    id,
    { root: join(folder, id), files: new Set(files) },
  ]),
);

type Find = (url: string, manifest: Manifest) => { file: string; type: string } | undefined;

/** What must never happen: a file named that is not listed for just that course, or of no allowed type. */
function mistakeIn(find: Find, url: string): string | undefined {
  const found = find(url, manifest);
  if (!found) return undefined;
  const path = relative(folder, found.file).replaceAll('\\', '/');
  const [course = '', ...rest] = path.split('/');
  const isListed = listed[course as 'one']?.includes(rest.join('/'));
  // As it is written, without name and port.
  const host = /^course:\/\/(?:[^/@]*@)?([^/:@]*)/.exec(url)?.[1];
  const isOfCourse = host !== undefined && decodeURIComponent(host) === course;
  const isShown = /^(image|audio|video)\//.test(found.type) || found.type.startsWith('text/vtt');
  return isListed && isOfCourse && isShown ? undefined : `${url} names ${found.file}`;
}

const nasty = [
  '../secret.svg',
  '../two/assets/other.svg',
  'assets/../../secret.svg',
  'assets/../secret.svg',
  'assets/./desk.svg',
  'assets//desk.svg',
  '/assets/desk.svg',
  '%2e%2e/secret.svg',
  '%2E%2E%2Fsecret.svg',
  '..%2Fsecret.svg',
  '..%5Csecret.svg',
  '..\\secret.svg',
  'assets\\desk.svg',
  'assets%5Cdesk.svg',
  '%252e%252e%252fsecret.svg',
  '..%00/secret.svg',
  'assets/desk.svg%00',
  'assets/desk.svg%00.png',
  'assets/desk.svg\0.png',
  'assets/desk.svg/',
  'assets/desk.svg/../../../secret.svg',
  'assets/DESK.SVG',
  'Assets/desk.svg',
  'assets/desk.svg.',
  'assets/desk.svg ',
  'assets/desk.svg::$DATA',
  'assets/desk.svg;x',
  '%c0%ae%c0%ae/secret.svg',
  '%u002e%u002e/secret.svg',
  '．．/secret.svg',
  '..;/secret.svg',
  '....//secret.svg',
  'secret.svg',
  '~/secret.svg',
  'file:///etc/passwd',
  '//etc/passwd',
  'C:/secret.svg',
  'C:%5Csecret.svg',
  '\\\\server\\share\\secret.svg',
  'con.svg',
  'assets/%E0%A4%A.svg',
  'assets/trick.html',
  'assets/checklist.pdf',
  '01-first.md',
  '',
  '.',
  '..',
  '%',
  '__proto__',
  'constructor',
];
const hosts = [
  ...['one', 'two', 'ONE', 'three', '', '.', '..', 'one.', 'one:80', 'user@one', 'one%2e'],
  ...['__proto__', 'constructor', '%6fne', 'one\\..', '[::1]'],
];
const stamps = ['1', '0', '', '..', '%2e%2e', '1/2', 'x', '-1'];

/** A joining of paths, as it is usually written: this is what must be caught. */
const joining: Find = (url, courses) => {
  try {
    const { hostname, pathname } = new URL(url);
    const course = courses.get(hostname);
    const path = decodeURIComponent(pathname.split('/').slice(2).join('/'));
    if (!course || !extname(path)) return undefined;
    const file = join(course.root, path);
    readFileSync(file);
    return { file, type: 'image/svg+xml' };
  } catch {
    return undefined;
  }
};

const piece = fc.oneof(
  fc.constantFrom('assets/desk.svg', 'es/assets/', 'assets/other.svg', '../', 'secret.svg'),
  fc.constantFrom(
    ...['..', '.', '%2e%2e', '%2E%2e', '/', '\\', '%2f', '%5c', '%00', '\0', 'assets', 'es'],
    ...['desk.svg', 'secret.svg', 'other.svg', 'one', 'two', 'sound.mp3', '//', ' ', '?', '#', ':'],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const address = fc
  .tuple(
    fc.oneof(fc.constantFrom('one', 'two'), fc.constantFrom(...hosts)),
    fc.oneof(fc.constant('1'), fc.constantFrom(...stamps)),
    fc.array(piece, { maxLength: 6 }),
    fc.constantFrom('', '/'),
  )
  .map(([host, stamp, pieces, slash]) => `course://${host}/${stamp}/${pieces.join(slash)}`);

describe('what an address names', () => {
  test.each([
    ['assets/desk.svg', 'image/svg+xml'],
    ['assets/%C3%9Cn%C3%AF%20%C3%A7%C3%B6d%C3%A9%2050%25%20%231.png', 'image/png'],
    ['assets/sound.mp3', 'audio/mpeg'],
    ['es/assets/desk.svg', 'image/svg+xml'],
    ['assets%2Fdesk.svg', 'image/svg+xml'],
  ])('%s is shown as %s', (path, type) => {
    const found = assetFile(`course://one/1763/${path}`, manifest);
    expect(found).toEqual({ file: join(folder, 'one', decodeURIComponent(path)), type });
  });

  test('the stamp is anything, and no part of the name', () => {
    for (const stamp of ['1', '2', 'x']) {
      expect(assetFile(`course://two/${stamp}/assets/other.svg`, manifest)).toBeDefined();
    }
    expect(assetFile('course://two/assets/other.svg', manifest)).toBe(undefined);
  });

  test.each(['assets/checklist.pdf', 'assets/trick.html', '01-first.md'])(
    '%s is listed, and yet never shown',
    (path) => {
      expect(listed.one).toContain(path);
      expect(assetFile(`course://one/1/${path}`, manifest)).toBe(undefined);
    },
  );

  test('what is not listed, what is another’s and what is no address', () => {
    expect(assetFile('course://one/1/secret.svg', manifest)).toBe(undefined);
    expect(assetFile('course://two/1/assets/desk.svg', manifest)).toBe(undefined);
    expect(assetFile('course://three/1/assets/desk.svg', manifest)).toBe(undefined);
    expect(assetFile('no address', manifest)).toBe(undefined);
    expect(assetFile('course://one/1/%E0%A4%A', manifest)).toBe(undefined);
  });

  test('a list of nasty ones, with every host and stamp', () => {
    const urls = hosts.flatMap((host) =>
      stamps.flatMap((stamp) => nasty.map((path) => `course://${host}/${stamp}/${path}`)),
    );
    expect(urls.length).toBeGreaterThan(5000);
    expect(urls.map((url) => mistakeIn(assetFile, url)).filter(Boolean)).toEqual([]);
    const caught = urls.filter((url) => mistakeIn(joining, url));
    expect(caught.length).toBeGreaterThan(0);
    expect(caught).toContain('course://one/1/..%2Fsecret.svg');
  });

  test('25,000 of any kind name nothing outside the list', () => {
    let named = 0;
    fc.assert(
      fc.property(address, (url) => {
        if (assetFile(url, manifest)) named++;
        expect(mistakeIn(assetFile, url)).toBe(undefined);
      }),
      { numRuns: 25_000 },
    );
    // Else nothing would have been tried that comes near.
    expect(named).toBeGreaterThan(100);
  });

  test('a handler that joins paths is caught by the same search', () => {
    const result = fc.check(
      fc.property(address, (url) => mistakeIn(joining, url) === undefined),
      { numRuns: 25_000 },
    );
    expect(result.failed).toBe(true);
  });
});

describe('how it is answered', () => {
  const sound = { file: join(folder, 'one', 'assets', 'sound.mp3'), type: 'audio/mpeg' };
  const svg = { file: join(folder, 'one', 'assets', 'desk.svg'), type: 'image/svg+xml' };

  test('whole, with its type and nothing allowed to it', async () => {
    const response = await assetResponse(svg, null);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<svg><title>Desk</title></svg>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
  });

  test.each([
    ['bytes=0-', '0123456789', 'bytes 0-9/10'],
    ['bytes=3-5', '345', 'bytes 3-5/10'],
    ['bytes=9-9', '9', 'bytes 9-9/10'],
    ['bytes=5-999', '56789', 'bytes 5-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
  ])('%s in part', async (range, text, said) => {
    const response = await assetResponse(sound, range);
    expect(response.status).toBe(206);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-range')).toBe(said);
    expect(response.headers.get('content-length')).toBe(String(text.length));
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['bytes=10-', 'bytes=5-3', 'bytes=99-100', 'bytes=-0'])(
    '%s is not there',
    async (range) => {
      const response = await assetResponse(sound, range);
      expect(response.status).toBe(416);
      expect(response.headers.get('content-range')).toBe('bytes */10');
    },
  );

  test.each(['bytes=-', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,3-4', ''])(
    '%s is not understood: whole',
    async (range) => {
      const response = await assetResponse(sound, range);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('0123456789');
    },
  );

  test('captions may be read by the pages of the app, and by no others', async () => {
    const response = await assetResponse(sound, null);
    expect(response.headers.get('access-control-allow-origin')).toBe('app://deskwise');
  });

  test('a large file is handed out piece by piece, every byte once, from anywhere', async () => {
    const file = join(temporaryFolder(), 'large.webm');
    const bytes = Buffer.from(Array.from({ length: 1_000_003 }, (_, at) => at % 251));
    writeFileSync(file, bytes);
    const large = { file, type: 'video/webm' };
    const whole = await assetResponse(large, 'bytes=0-');
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const end = await assetResponse(large, 'bytes=700001-');
    expect(Buffer.from(await end.arrayBuffer()).equals(bytes.subarray(700_001))).toBe(true);
    let pieces = 0;
    for await (const piece of (await assetResponse(large, null)).body ?? []) {
      expect(piece.length).toBeLessThanOrEqual(256 * 1024);
      pieces++;
    }
    expect(pieces).toBe(4);
  });

  test.skipIf(process.platform !== 'linux')('no file is left open', async () => {
    const openFiles = () => readdirSync('/proc/self/fd').length;
    const file = join(temporaryFolder(), 'large.webm');
    writeFileSync(file, Buffer.alloc(600_000));
    const large = { file, type: 'video/webm' };
    const before = openFiles();
    for (let n = 0; n < 20; n++) {
      await (await assetResponse(large, null)).arrayBuffer();
      await assetResponse(large, 'bytes=900000-');
      const dropped = (await assetResponse(large, 'bytes=0-')).body?.getReader();
      await dropped?.read();
      await dropped?.cancel();
    }
    expect(openFiles()).toBeLessThan(before + 20);
  });

  test('an empty file is empty', async () => {
    const empty = { ...sound, file: join(folder, 'one', 'assets', 'empty.mp3') };
    expect(await (await assetResponse(empty, null)).text()).toBe('');
    expect((await assetResponse(empty, 'bytes=0-')).status).toBe(416);
  });

  test.skipIf(process.platform === 'win32')(
    'a link put in the place of a file is not followed, and no file is left open',
    async () => {
      const own = temporaryFolder();
      mkdirSync(join(own, 'assets'));
      const file = join(own, 'assets', 'desk.svg');
      writeFileSync(file, '<svg/>');
      expect((await assetResponse({ ...svg, file }, null)).status).toBe(200);
      rmSync(file);
      await expect(assetResponse({ ...svg, file }, null)).rejects.toThrow('ENOENT');
      symlinkSync(join(folder, 'secret.svg'), file);
      await expect(assetResponse({ ...svg, file }, null)).rejects.toThrow('ELOOP');
    },
  );
});

test('the folder is as it was', () => {
  expect(bytesBelow(folder).size).toBe(11);
});
