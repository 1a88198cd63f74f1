// A catalogue made, checked, copied and installed from by the commands and a real web server, nginx.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { catalogueLimits } from '../../core/catalogue/limits';
import { outcomeOf } from '../../main/service/command-line/command-line';
import { nodeWeb } from '../../main/service/library/catalogue/node-web';
import { CatalogueDesk } from './support/catalogue-desk';
import { bytesBelow, temporaryFolder } from './support/folders';
import { hasNginx, Nginx } from './support/nginx';
import { deskCourse } from './support/pack-desk';

const film = Buffer.alloc(catalogueLimits.pieceBytes * 3 + 5, 'film');
const servers: Nginx[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

/** A computer whose network is the real one. */
class RealDesk extends CatalogueDesk {
  override readonly web = nodeWeb;
}

/** What a command said, as JSON, where it went well. */
async function run(folder: string, ...argv: string[]): Promise<Record<string, unknown>> {
  const { status, output, mistake } = await outcomeOf(['catalogue', ...argv, '--json'], folder);
  if (status !== 0) throw new Error(`${status}: ${mistake}${output}`);
  return JSON.parse(output);
}

async function publisher() {
  const folder = temporaryFolder();
  const desk = new RealDesk(folder);
  await desk.pack('desk', '1.0.0', { ...deskCourse(), 'assets/film.bin': film });
  const { publicKey } = (await run(folder, 'key', 'catalogue.key')) as { publicKey: string };
  const build = (...more: string[]) =>
    run(folder, 'build', 'packs', '--to', 'site', '--key', 'catalogue.key', ...more);
  await build('--name', 'Courses of the city');
  const server = new Nginx(temporaryFolder(), desk.site);
  servers.push(server);
  // A new desk, now that there is a site.
  desk.start();
  return { folder, desk, build, server, publicKey };
}

const bodyBytes = (server: Nginx): number =>
  server.served().reduce((sum, { bytes }) => sum + bytes, 0);

describe.skipIf(!hasNginx)('over nginx', () => {
  test('a course is installed, and of its update only what changed comes', async () => {
    const { desk, build, server } = await publisher();
    await desk.trust(await server.start());
    const indexBytes = desk.published().length;
    expect(bodyBytes(server)).toBe(indexBytes);
    // Nothing is new: the server says so in no bytes at all.
    expect(await desk.check()).toBe('taken');
    expect(server.served()).toEqual([{ path: '/catalogue.json', status: 304, bytes: 0 }]);

    expect(await desk.get()).toBe('installed 1.0.0');
    const served = server.served();
    expect(served.filter(({ status }) => status === 206)).toHaveLength(4);
    expect(served.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(desk.offer().bytes);
    expect(readFileSync(join(desk.own, 'desk', 'assets', 'film.bin')).equals(film)).toBe(true);

    await desk.pack('desk', '1.1.0', { ...deskCourse('1.1.0'), 'assets/film.bin': film });
    await build();
    expect(await desk.check()).toBe('taken');
    server.served();
    expect(await desk.get()).toBe('installed 1.1.0');
    const changed = ['course.md', 'es/course.md'].map((path) =>
      Buffer.byteLength(deskCourse('1.1.0')[path] ?? ''),
    );
    expect(bodyBytes(server)).toBe(changed.reduce((sum, bytes) => sum + bytes, 0));
  });

  test('a download that broke goes on after the server, and the app, came back', async () => {
    const { desk, server } = await publisher();
    await desk.trust(await server.start());
    await server.stop();
    // Two requests for parts, then none: what the server had to send is not all there.
    await server.start('location / { if ($http_range ~ "^bytes=4") { return 444; } }');
    expect(await desk.get()).toBe('broken-off');
    await server.stop();
    expect(await desk.get()).toMatch(/^(offline|broken-off)$/);
    desk.start();
    await server.start();
    expect(await desk.get()).toBe('installed 1.0.0');
    const parts = server.served().filter(({ status }) => status === 206);
    expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(
      film.length - 2 * catalogueLimits.pieceBytes,
    );
  });

  test('a copy for a site without a network is the same catalogue, and stays so', async () => {
    const { folder, desk, build, server, publicKey } = await publisher();
    const address = await server.start();
    const first = await outcomeOf(['catalogue', 'mirror', address, '--to', 'copy'], folder);
    expect(first.status).toBe(1);
    expect(first.mistake).toContain(publicKey);
    const mirrored = await run(folder, 'mirror', address, '--to', 'copy', '--key', publicKey);
    expect(mirrored).toMatchObject({ name: 'Courses of the city', version: 1 });
    const contents = (place: string) =>
      [...bytesBelow(join(folder, place))].map(([path, bytes]) => [
        path.slice(join(folder, place).length),
        bytes.toString('base64'),
      ]);
    expect(contents('copy')).toEqual(contents('site'));
    expect(await run(folder, 'check', 'copy', '--key', publicKey)).toMatchObject({
      version: 1,
      hasExpired: false,
      courses: [{ id: 'desk', version: '1.0.0' }],
      problems: [],
    });

    const old = readFileSync(join(folder, 'site', 'catalogue.json'));
    await desk.pack('desk', '1.1.0', { ...deskCourse('1.1.0'), 'assets/film.bin': film });
    await build();
    server.served();
    // The key is that of the copy now.
    await run(folder, 'mirror', address, '--to', 'copy');
    expect(bodyBytes(server)).toBeLessThan(film.length / 10);
    writeFileSync(join(folder, 'site', 'catalogue.json'), old);
    const back = await outcomeOf(['catalogue', 'mirror', address, '--to', 'copy'], folder);
    expect(back).toMatchObject({ status: 1, output: '' });
    expect(back.mistake).toMatch(/older than the copy/);

    await desk.trust(join(folder, 'copy'));
    expect(await desk.get()).toBe('installed 1.1.0');
  });

  test('is checked over the network, file by file', async () => {
    const { folder, desk, server } = await publisher();
    const address = await server.start();
    const [gone, wrong] = desk.index().courses[0]?.files ?? [];
    rmSync(desk.content(gone?.sha256 ?? ''));
    writeFileSync(desk.content(wrong?.sha256 ?? ''), Buffer.alloc(wrong?.bytes ?? 0, 'x'));
    const { status, output } = await outcomeOf(['catalogue', 'check', address], folder);
    expect(status).toBe(1);
    expect(output).toMatch(/\.bin: this file is missing\n/);
    expect(output).toMatch(/\.bin: this file is not what the catalogue says\n/);
    await server.stop();
    expect(await outcomeOf(['catalogue', 'check', address], folder)).toMatchObject({ status: 2 });
  });
});
