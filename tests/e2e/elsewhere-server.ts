// A learning platform for the tests: it serves a package, plays it in a frame, and keeps what it is told.
// SCORM is spoken by scorm-again. For cmi5, statements go on to a real learning record store, and have
// to pass xapi-validation, which knows the specification; what else cmi5 keeps is kept here.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import type validateStatement from 'xapi-validation';
import { openPromise } from 'yauzl';

// An older CommonJS module: Node's import and a bundler's do not agree about its default.
const { default: validate } = createRequire(import.meta.url)('xapi-validation') as {
  default: typeof validateStatement;
};

/** The store of the tests takes any. */
const signIn = `Basic ${Buffer.from('key:secret').toString('base64')}`;

const again = join(import.meta.dirname, '..', '..', 'node_modules', 'scorm-again', 'dist');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const scormPage = (edition: '12' | '2004'): string => `<!doctype html>
<title>A platform</title>
<script src="/again/scorm${edition}.js"></script>
<script>
  const api = new Scorm${edition}API({ autocommit: false, lmsCommitUrl: '/commit', logLevel: 5 });
  window.${edition === '12' ? 'API' : 'API_1484_11'} = api;
  window.refused = [];
  api.on('${edition === '12' ? 'LMSSetValue' : 'SetValue'}.*', (name, value) => {
    const code = api.${edition === '12' ? 'LMSGetLastError' : 'GetLastError'}();
    if (code !== '0' && code !== 0) window.refused.push([name, value, code]);
  });
  const begin = async () => {
    const kept = await (await fetch('/kept')).json();
    if (kept) {
      // What the exit says of this visit decides how the next one begins.
      const core = kept.core ?? kept;
      core.entry = core.exit === 'suspend' ? 'resume' : 'ab-initio';
      api.loadFromJSON(kept);
    }
    const frame = document.createElement('iframe');
    frame.src = '/package/index.html';
    frame.width = 900;
    frame.height = 800;
    document.body.append(frame);
  };
  addEventListener('load', begin);
</script>
<body></body>`;

export interface Statement {
  id: string;
  verb: { id: string };
  object: { id: string; definition?: { interactionType?: string } };
  result?: {
    score?: { scaled: number };
    success?: boolean;
    completion?: boolean;
    duration?: string;
    response?: string;
  };
  context: { registration: string; contextActivities?: { category?: { id: string }[] } };
}

export interface Platform {
  address: string;
  /** What the frame committed last: the data model of SCORM as JSON. */
  committed(): Record<string, never> | null;
  /** Loses what the course put there to go on from. */
  forget(): void;
  statements: Statement[];
  /** What the specification or the store would not take, and why. */
  refused: unknown[];
  states: Map<string, string>;
  close(): Promise<void>;
}

/** `store` is the endpoint of a learning record store, for packages that need one. */
export async function openPlatform(zip: string, store?: string): Promise<Platform> {
  const files = await unzipped(zip);
  let kept: Record<string, never> | null = null;
  const statements: Statement[] = [];
  const refused: unknown[] = [];
  const states = new Map<string, string>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
    const json = (value: unknown): void => send(200, 'application/json', JSON.stringify(value));
    const path = decodeURIComponent(url.pathname);
    if (path === '/scorm12' || path === '/scorm2004') {
      return send(200, types['.html'] ?? '', scormPage(path === '/scorm12' ? '12' : '2004'));
    }
    if (path.startsWith('/again/')) {
      return send(200, types['.js'] ?? '', readFileSync(join(again, path.slice(7))));
    }
    if (path === '/kept') return json(kept);
    if (path === '/commit') {
      kept = (JSON.parse(await text(request)) as { cmi: typeof kept }).cmi;
      return json({ result: 'true', errorCode: 0 });
    }
    if (path.startsWith('/package/')) {
      const found = files.get(path.slice(9));
      return found
        ? send(200, types[extname(path)] ?? 'application/octet-stream', found)
        : send(404, 'text/plain', 'no such file');
    }
    if (path === '/fetch') return json({ 'auth-token': 'c2VjcmV0' });
    // From here on it is the store.
    if (request.headers.authorization !== 'Basic c2VjcmV0') return send(401, 'text/plain', '');
    if (request.headers['x-experience-api-version'] === undefined) {
      return send(400, 'text/plain', 'which version?');
    }
    if (path === '/xapi/statements') {
      const batch = await text(request);
      const reply = await fetch(`${store}/statements`, {
        method: 'POST',
        headers: {
          authorization: signIn,
          'content-type': String(request.headers['content-type']),
          'x-experience-api-version': String(request.headers['x-experience-api-version']),
        },
        body: batch,
      });
      const said = await reply.text();
      if (reply.status !== 200) refused.push([batch, said]);
      for (const each of JSON.parse(batch) as Statement[]) {
        const errors = validate({ ...each, version: '1.0.3' });
        if (errors.length > 0) refused.push([each, errors]);
        else if (!statements.some(({ id }) => id === each.id)) statements.push(each);
      }
      return send(reply.status, 'application/json', said);
    }
    const key = `${path}${url.searchParams.get('stateId') ?? url.searchParams.get('profileId')}`;
    if (request.method === 'PUT') {
      states.set(key, await text(request));
      return void response.writeHead(204).end();
    }
    const found = states.get(key);
    return found === undefined
      ? send(404, 'text/plain', 'no such document')
      : send(200, 'application/json', found);
  };

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) =>
      response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    committed: () => kept,
    forget: () => {
      kept = kept && { ...kept, suspend_data: '' as never };
    },
    statements,
    refused,
    states,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** All that a store holds of one registration. */
export async function heldBy(store: string, registration: string): Promise<Statement[]> {
  const reply = await fetch(`${store}/statements?registration=${registration}&ascending=true`, {
    headers: { authorization: signIn, 'x-experience-api-version': '1.0.3' },
  });
  return ((await reply.json()) as { statements: Statement[] }).statements;
}

async function unzipped(zip: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const opened = await openPromise(zip);
  for await (const entry of opened.eachEntry()) {
    const stream = await opened.openReadStreamPromise(entry);
    files.set(entry.fileName, await buffer(stream));
  }
  return files;
}
