// What the service asks of the network is answered over messages, and stopped when nobody waits.
import { expect, test } from 'vitest';
import type { FromService, ToService } from '../service/messages';
import { askWeb } from '../service/sync/ask-web';
import { type Web, WebFault, type WebRequest } from '../service/sync/web';
import { WebAnswers } from './web-answers';

const request = (url: string): WebRequest => ({ method: 'GET', url, headers: {} });
const never = new AbortController().signal;

/** Both ends, as if a process boundary lay between them. */
function desk(ask: Web) {
  const allowed: (readonly string[])[] = [];
  const told: ToService['type'][] = [];
  const shell = new WebAnswers(
    async () => ({ ask, allow: (origins) => void allowed.push(origins) }),
    (message) => {
      told.push(message.type);
      if (message.type === 'web-reply' || message.type === 'web-fault') {
        service.heard(structuredClone(message));
      }
    },
  );
  const toShell = (message: FromService) =>
    shell.hear(structuredClone(message) as Parameters<typeof shell.hear>[0]);
  const service = askWeb(toShell);
  return { ...service, shell, allowed, told, toShell };
}

test('replies find who asked, in any order', async () => {
  const waiting = new Map<string, () => void>();
  const { web } = desk(async ({ url }) => {
    await new Promise<void>((resolve) => waiting.set(url, resolve));
    return { status: 200, headers: { to: url }, body: new TextEncoder().encode(`ü ${url}`) };
  });
  const both = Promise.all([web(request('a'), never), web(request('b'), never)]);
  await expect.poll(() => waiting.size).toBe(2);
  waiting.get('b')?.();
  waiting.get('a')?.();
  const [a, b] = await both;
  expect([a, b].map(({ headers }) => headers.to)).toEqual(['a', 'b']);
  expect(new TextDecoder().decode(b.body)).toBe('ü b');
});

test('faults keep their kind, and what nobody foresaw is one, too', async () => {
  const { web } = desk(async ({ url }) => {
    throw url === 'known' ? new WebFault('certificate', 'not trusted') : new Error('a mistake');
  });
  const kindOf = (url: string) =>
    web(request(url), never).then(
      () => null,
      (error: unknown) => (error instanceof WebFault ? error.kind : error),
    );
  expect(await kindOf('known')).toBe('certificate');
  expect(await kindOf('unknown')).toBe('broken-off');
});

test('what nobody waits for is stopped at both ends', async () => {
  let stopped = false;
  const { web, told } = desk(
    (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          stopped = true;
          reject(new WebFault('broken-off', ''));
        });
      }),
  );
  const stopping = new AbortController();
  const asked = web(request('a'), stopping.signal);
  await new Promise(setImmediate);
  stopping.abort();
  await expect(asked).rejects.toMatchObject({ kind: 'broken-off' });
  await expect.poll(() => stopped).toBe(true);
  await expect(web(request('b'), stopping.signal)).rejects.toMatchObject({ kind: 'broken-off' });
  expect(told).toEqual([]);
});

test('when the service ends, all it asked for is stopped', async () => {
  const signals: AbortSignal[] = [];
  const { web, shell } = desk((_, signal) => {
    signals.push(signal);
    return new Promise(() => {});
  });
  void web(request('a'), never);
  void web(request('b'), never);
  await expect.poll(() => signals.length).toBe(2);
  shell.stopAll();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});

test('the origins that are switched on reach the way out', async () => {
  const { allowed, toShell } = desk(() => Promise.reject(new WebFault('offline', '')));
  toShell({ type: 'web-origins', origins: ['https://lrs.example'] });
  await expect.poll(() => allowed).toEqual([['https://lrs.example']]);
});

test('after a crash nothing may be asked until the next life of the service says what', async () => {
  const asked: string[] = [];
  const may = new Set<string>();
  let answers: (message: ToService) => void = () => {};
  const shell = new WebAnswers(
    async () => ({
      allow: (origins) => {
        may.clear();
        for (const each of origins) may.add(each);
      },
      ask: async ({ url }) => {
        if (!may.has(url)) throw new WebFault('not-allowed', url);
        asked.push(url);
        return { status: 200, headers: {}, body: new Uint8Array() };
      },
    }),
    (message) => answers(message),
  );
  /** One life of the service: what it knows of is all that it says. */
  const life = () => {
    const { web, heard } = askWeb((message) =>
      shell.hear(structuredClone(message) as Parameters<typeof shell.hear>[0]),
    );
    answers = (message) => {
      if (message.type === 'web-reply' || message.type === 'web-fault') heard(message);
    };
    return (url: string) =>
      web(request(url), never).then(
        ({ status }) => status,
        (error: unknown) => (error as WebFault).kind,
      );
  };
  const before = life();
  shell.hear({ type: 'web-origins', origins: ['https://old.example', 'https://kept.example'] });
  expect(await before('https://old.example')).toBe(200);

  shell.stopAll();
  const after = life();
  expect(await after('https://old.example')).toBe('not-allowed');
  expect(await after('https://kept.example')).toBe('not-allowed');
  shell.hear({ type: 'web-origins', origins: ['https://kept.example'] });
  expect(await after('https://old.example')).toBe('not-allowed');
  expect(await after('https://kept.example')).toBe(200);
  expect(asked).toEqual(['https://old.example', 'https://kept.example']);
});

test('a service that never had a server loads no way out, also when it crashes', () => {
  let loaded = 0;
  const shell = new WebAnswers(
    () => {
      loaded++;
      return Promise.reject(new Error('loaded'));
    },
    () => {},
  );
  shell.hear({ type: 'web-origins', origins: [] });
  shell.stopAll();
  expect(loaded).toBe(0);
});
