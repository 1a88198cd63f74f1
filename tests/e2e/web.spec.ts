// The one way out, in real Electron: what it sends, what it never does, and what goes wrong on the way.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { test as base, expect } from '@playwright/test';
import { build } from 'vite';
import { attach } from '../attach.mjs';
import { asRoot } from './app';
import { madeUpCertificate, openProxy } from './proxy';
import type { Asked, Steer } from './web/main';

const project = join(import.meta.dirname, '..', '..');

/** Words of web.ts, each with what a broken twin reads instead. */
type Broken = Readonly<Record<string, string>>;

/** Builds the steered app; a broken twin has one protection taken out. */
async function built(into: string, broken?: Broken): Promise<void> {
  const missing = new Set(Object.keys(broken ?? {}));
  await build({
    configFile: false,
    logLevel: 'warn',
    root: project,
    build: {
      ssr: true,
      outDir: into,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        input: ['main', 'service'].map((name) => join(import.meta.dirname, 'web', `${name}.ts`)),
        external: ['electron'],
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: ['zod'] },
    plugins: [
      {
        name: 'broken-twin',
        enforce: 'pre',
        transform(code, id) {
          if (!broken || !id.endsWith('main/shell/web.ts')) return;
          return Object.entries(broken).reduce((changed, [protection, instead]) => {
            if (changed.includes(protection)) missing.delete(protection);
            return changed.replaceAll(protection, instead);
          }, code);
        },
      },
    ],
  });
  if (missing.size > 0) throw new Error('a twin must not be the original');
  writeFileSync(join(into, 'package.json'), '{ "name": "web", "main": "main.mjs" }');
}

interface Start {
  broken?: Broken;
  limits?: { reply?: number; silence?: number; whole?: number };
  /** The origin that the secret is for. */
  origin?: string;
  env?: Record<string, string>;
}

interface Way {
  ask(asked: Partial<Asked> & { url: string }): Promise<{
    status: number;
    headers: Record<string, string>;
    body: string;
  }>;
  /** What it fails with. */
  fault(asked: Partial<Asked> & { url: string }): Promise<unknown>;
  allow(...origins: string[]): Promise<void>;
  signInToProxy(user: string, password: string): Promise<void>;
}

interface Heard {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

const test = base.extend<{
  way: (start?: Start) => Promise<Way>;
  server: (answer?: RequestListener) => Promise<{ origin: string; port: number; heard: Heard[] }>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
  way: async ({}, use) => {
    const ends: (() => Promise<void>)[] = [];
    await use(async ({ broken, limits, origin, env } = {}) => {
      // Inside the project, where Electron finds nothing but what was built.
      const folder = mkdtempSync(join(project, 'out', 'web-'));
      ends.push(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
      await built(folder, broken);
      const whole = { reply: 1_000_000, silence: 30_000, whole: 60_000, ...limits };
      const app = await attach({
        executablePath: process.env.DESKWISE_ELECTRON ?? '',
        args: [...asRoot, folder],
        env: {
          ...(process.env as Record<string, string>),
          WEB_DATA: join(folder, 'data'),
          WEB_LIMITS: JSON.stringify(whole),
          WEB_ORIGIN: origin ?? '',
          ...env,
        },
      });
      ends.unshift(() => app.close());
      const ask = (asked: Partial<Asked> & { url: string }) =>
        app.evaluate(
          (_, each) => (globalThis as unknown as { steer: Steer }).steer.ask(each as Asked),
          { method: 'GET' as const, headers: {}, ...asked },
        );
      return {
        ask: async (asked) => {
          const reply = await ask(asked);
          if (typeof reply === 'string') throw new Error(reply);
          return { ...reply, body: Buffer.from(reply.body, 'base64').toString() };
        },
        fault: async (asked) => {
          const reply = await ask(asked);
          return typeof reply === 'string' ? reply : reply.status;
        },
        allow: (...origins) =>
          app.evaluate(
            (_, all) => (globalThis as unknown as { steer: Steer }).steer.allow(all),
            origins,
          ),
        signInToProxy: (user, password) =>
          app.evaluate(
            (_, [name, word]) =>
              (globalThis as unknown as { steer: Steer }).steer.signInToProxy(name, word),
            [user, password] as const,
          ),
      };
    });
    for (const end of ends) await end();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  server: async ({}, use) => {
    const opened: Server[] = [];
    await use(async (answer) => {
      const heard: Heard[] = [];
      const server = createServer(async (request, response) => {
        const { method = '', url = '', headers } = request;
        heard.push({ method, url, headers, body: await buffer(request) });
        if (answer) answer(request, response);
        else response.setHeader('set-cookie', 'seen=1; Max-Age=9999').end('hello');
      });
      opened.push(server);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      return { origin: `http://127.0.0.1:${port}`, port, heard };
    });
    for (const each of opened) {
      each.closeAllConnections();
      each.close();
    }
  },
});

test('sends what it was given, with the secret of that server, and keeps nothing', async ({
  way,
  server,
}) => {
  const { origin, heard } = await server((_, response) => {
    response.setHeader('set-cookie', 'seen=1; Max-Age=9999');
    response.setHeader('cache-control', 'max-age=9999');
    response.setHeader('x-experience-api-version', '1.0.3');
    response.end('["é"]');
  });
  const { ask, allow } = await way({ origin });
  await allow(origin);
  const body = Buffer.from('[{"ä":"\u{1F600}"}]');
  const url = `${origin}/xapi/statements?a=b`;
  const headers = { 'content-type': 'application/json', cookie: 'mine=1' };
  const reply = await ask({
    ...{ method: 'POST', url, headers, secret: 'lrs' },
    body: body.toString('base64'),
  });
  expect(reply).toMatchObject({ status: 200, body: '["é"]' });
  expect(reply.headers['x-experience-api-version']).toBe('1.0.3');
  const [sent] = heard;
  expect(sent?.body.equals(body)).toBe(true);
  expect(sent).toMatchObject({ method: 'POST', url: '/xapi/statements?a=b' });
  expect(sent?.headers).toMatchObject({
    'content-type': 'application/json',
    authorization: `Basic ${Buffer.from('me:sesame').toString('base64')}`,
  });
  expect(sent?.headers['user-agent']).toMatch(/^Deskwise\/[\d.]+$/);
  await ask({ url });
  await ask({ url });
  expect(heard.map(({ headers: each }) => each.cookie)).toEqual([undefined, undefined, undefined]);
  expect(heard[2]?.headers.authorization).toBeUndefined();
});

test('asks only servers that are switched on, and gives a secret to its own only', async ({
  way,
  server,
}) => {
  const on = await server();
  const off = await server();
  const { ask, fault, allow } = await way({ origin: on.origin });
  expect(await fault({ url: on.origin })).toBe('not-allowed');
  await allow(on.origin);
  expect((await ask({ url: on.origin })).body).toBe('hello');
  expect(await fault({ url: off.origin })).toBe('not-allowed');
  expect(await fault({ url: `http://localhost:${on.port}/` })).toBe('not-allowed');
  // Without https nobody but this computer is asked, whatever is switched on.
  await allow(on.origin, off.origin, 'http://192.0.2.1');
  expect(await fault({ url: 'http://192.0.2.1/' })).toBe('not-allowed');
  expect(await fault({ url: 'file:///etc/passwd' })).toBe('not-allowed');
  expect(await fault({ url: off.origin, secret: 'lrs' })).toBe(401);
  expect(off.heard).toEqual([]);
  await allow();
  expect(await fault({ url: on.origin })).toBe('not-allowed');
  expect(on.heard).toHaveLength(1);
});

test('gives a redirect back, and does not go there', async ({ way, server }) => {
  const there = await server();
  const here = await server((_, response) =>
    response.writeHead(307, { location: `${there.origin}/thief` }).end(),
  );
  const { ask, allow } = await way({ origin: here.origin });
  await allow(here.origin, there.origin);
  const reply = await ask({ url: here.origin, secret: 'lrs' });
  expect([reply.status, reply.headers.location]).toEqual([307, `${there.origin}/thief`]);
  expect(there.heard).toEqual([]);
});

test('says what goes wrong on the way', async ({ way, server }) => {
  const { origin } = await server((request, response) => {
    if (request.url === '/silent') return;
    if (request.url === '/wants-sign-in') {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    } else if (request.url === '/large') response.end(Buffer.alloc(1_000_001));
    else if (request.url === '/endless') {
      response.writeHead(200);
      const more = setInterval(() => response.write(Buffer.alloc(100_000)), 5);
      response.on('close', () => clearInterval(more));
    } else {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setTimeout(() => response.destroy(), 100);
    }
  });
  // Nobody listens there any more.
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const closed = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
  gone.close();
  // Chromium never asks there.
  const unsafe = 'http://127.0.0.1:9';
  const { fault, allow } = await way({ limits: { silence: 1500 } });
  await allow(origin, closed, unsafe);
  expect({
    silent: await fault({ url: `${origin}/silent` }),
    stopped: await fault({ url: `${origin}/silent`, stopAfter: 200 }),
    signIn: await fault({ url: `${origin}/wants-sign-in` }),
    large: await fault({ url: `${origin}/large` }),
    endless: await fault({ url: `${origin}/endless` }),
    half: await fault({ url: `${origin}/half` }),
    nobody: await fault({ url: closed }),
    unsafe: await fault({ url: unsafe }),
  }).toEqual({
    silent: 'timeout',
    stopped: 'broken-off',
    signIn: 401,
    large: 'too-large',
    endless: 'too-large',
    half: 'broken-off',
    nobody: 'offline',
    unsafe: 'not-allowed',
  });
});

test('goes through the proxy of the system, which wants a sign-in, and trusts no made-up certificate', async ({
  way,
}) => {
  test.skip(process.platform !== 'linux', 'the proxy of the system is told by variables on Linux');
  let reached = 0;
  const secure = createSecureServer(madeUpCertificate('lrs.example'), (_, response) => {
    reached += 1;
    response.end('hello');
  });
  secure.listen(0, '127.0.0.1');
  await once(secure, 'listening');
  const proxy = await openProxy((secure.address() as AddressInfo).port);
  try {
    const { fault, allow, signInToProxy } = await way({
      env: { http_proxy: proxy.url, https_proxy: proxy.url, no_proxy: '' },
    });
    await allow('https://lrs.example');
    const url = 'https://lrs.example/xapi/about';
    expect(await fault({ url })).toBe('proxy-sign-in');
    await signInToProxy('clerk', 'wrong');
    expect(await fault({ url })).toBe('proxy-sign-in');
    await signInToProxy('clerk', 'open');
    expect(await fault({ url })).toBe('certificate');
    expect(new Set(proxy.asked)).toEqual(
      new Set(['lrs.example:443 false', 'lrs.example:443 true']),
    );
    expect(reached).toBe(0);
  } finally {
    proxy.server.closeAllConnections();
    proxy.server.close();
    secure.close();
  }
});

const twins: Record<string, Broken> = {
  'asks whom it is not told to': { '!url || !this.origins.has(url.origin)': '!url' },
  'follows where it is led': {
    "redirect: 'manual'": "redirect: 'follow'",
    "request.on('redirect'": "request.on('never' as 'redirect'",
  },
};

for (const [name, broken] of Object.entries(twins)) {
  test(`the broken twin that ${name} is caught`, async ({ way, server }) => {
    const there = await server();
    const here = await server((_, response) =>
      response.writeHead(307, { location: there.origin }).end(),
    );
    const { fault, allow } = await way({ broken });
    const follows = name.startsWith('follows');
    await allow(here.origin, ...(follows ? [there.origin] : []));
    await fault({ url: follows ? here.origin : there.origin });
    expect(there.heard).toHaveLength(1);
  });
}
