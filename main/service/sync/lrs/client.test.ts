// Finding out what a server is, signing in to it, and not being led elsewhere.
import { describe, expect, test } from 'vitest';
import { MemoryInbox, MemoryOutbox } from '../../../../tests/unit/support/sync-queue';
import { twin } from '../../../../tests/unit/support/twin';
import { type Web, WebFault, type WebFaultKind, type WebReply, type WebRequest } from '../web';
import { LrsProvider } from './provider';
import type { SignIn } from './target';

const endpoint = 'https://lrs.example/data/xapi/';
const id = '01900000-0000-7000-8000-000000000001';
const statement = {
  id,
  json: `{"id":"${id}","verb":{"id":"http://adlnet.gov/expapi/verbs/passed"}}`,
};
const basic: SignIn = { kind: 'basic', secret: 'lrs' };
const oauth: SignIn = {
  kind: 'oauth',
  tokenUrl: 'https://sign-in.example/token',
  secret: 'lrs',
  scope: 'xapi:all',
};
const json = { 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' };
const reply = (
  status: number,
  body: unknown = '',
  headers: Record<string, string> = json,
): WebReply => ({ status, headers, body: new TextEncoder().encode(JSON.stringify(body)) });
const html = { 'content-type': 'text/html' };

type Answer = (request: WebRequest, path: string) => WebReply | undefined;

interface Choices {
  signIn?: SignIn;
  at?: string;
  provider?: typeof LrsProvider;
  now?: () => number;
}

/** A store that takes everything, where `answer` has nothing else to say. */
function desk(answer: Answer = () => undefined, choices: Choices = {}) {
  const asked: WebRequest[] = [];
  const outbox = new MemoryOutbox([statement]);
  const web: Web = async (request) => {
    asked.push(request);
    const url = new URL(request.url);
    const path = url.pathname.replace('/data/xapi/', '');
    const said = answer(request, path);
    if (said) return said;
    if (path === 'about') return reply(200, { version: ['1.0.3'] });
    if (request.method === 'GET') return reply(200, { statements: [], more: '' });
    const all = JSON.parse(new TextDecoder().decode(request.body)) as { id: string }[];
    return reply(
      200,
      all.map((each) => each.id),
    );
  };
  const { signIn = basic, at = endpoint, provider = LrsProvider } = choices;
  const now = choices.now ?? (() => Date.parse('2026-11-20T08:00:00.000Z'));
  const one = new provider(
    { endpoint: at, signIn, people: () => [{ homePage: 'https://id.example', name: 'a' }] },
    { web, outbox, inbox: new MemoryInbox(), now, random: () => 0 },
  );
  return { asked, outbox, step: () => one.step(new AbortController().signal) };
}

const when = (path: string, said: WebReply): Answer => {
  return (_, asked) => (asked === path ? said : undefined);
};

describe('what is at the address', () => {
  test.each([
    [['1.0.3', '1.0.2'], '1.0.3'],
    [['2.0.0', '1.0.3'], '1.0.3'],
    [['1.0'], '1.0.3'],
    [['2.0.0'], '2.0.0'],
  ])('a store that speaks %j is spoken to as %s', async (version, spoken) => {
    const { asked, step } = desk(when('about', reply(200, { version })));
    expect(await step()).toEqual({ kind: 'sending', sent: 1, total: 1 });
    expect(asked.at(-1)?.headers['x-experience-api-version']).toBe(spoken);
  });

  test.each<[string, WebReply, string]>([
    ['a web page', reply(404, '', html), 'not-an-lrs'],
    ['something else that speaks JSON', reply(200, { name: 'a shop' }), 'not-an-lrs'],
    ['a store of long ago', reply(200, { version: ['0.95'] }), 'other-version'],
    ['the page of a hotel', reply(200, 'Welcome', html), 'captive-portal'],
    [
      'the door of a train',
      reply(302, '', { location: 'https://door.example/' }),
      'captive-portal',
    ],
    ['a network that wants a sign-in', reply(511, '', html), 'captive-portal'],
    ['a store that moved', reply(301, '', { location: 'https://new.example/xapi' }), 'redirected'],
    ['a proxy', reply(407, '', html), 'proxy-sign-in'],
  ])('%s', async (_, said, problem) => {
    const { outbox, step } = desk(when('about', said));
    expect(await step()).toEqual({ kind: 'problem', problem });
    expect(outbox.counts().waiting).toBe(1);
  });

  test.each(['http://lrs.example/xapi', 'ftp://lrs.example', 'lrs', 'https://me:pw@lrs.example/'])(
    'an address that may not be used asks nobody: %s',
    async (at) => {
      const { asked, step } = desk(undefined, { at });
      expect(await step()).toEqual({ kind: 'problem', problem: 'address' });
      expect(asked).toEqual([]);
    },
  );

  test.each<[WebFaultKind, unknown]>([
    ['offline', { kind: 'waiting', why: 'offline', until: '2026-11-20T08:00:01.000Z' }],
    ['timeout', { kind: 'waiting', why: 'trouble', until: '2026-11-20T08:00:01.000Z' }],
    ['certificate', { kind: 'problem', problem: 'certificate' }],
    ['proxy-sign-in', { kind: 'problem', problem: 'proxy-sign-in' }],
    ['not-allowed', { kind: 'problem', problem: 'address' }],
  ])('a network that says %s', async (kind, state) => {
    const { step } = desk(() => {
      throw new WebFault(kind, '');
    });
    expect(await step()).toEqual(state);
  });
});

describe('when the server asks to wait', () => {
  test.each([
    [429, '120', '2026-11-20T08:02:00.000Z'],
    [503, 'Fri, 20 Nov 2026 08:05:00 GMT', '2026-11-20T08:05:00.000Z'],
    [503, '86400', '2026-11-20T09:00:00.000Z'],
  ])('%i with %s', async (status, after, until) => {
    const said = reply(status, '', { ...json, 'retry-after': after });
    const { outbox, step } = desk(when('statements', said));
    expect(await step()).toEqual({ kind: 'waiting', why: 'asked', until });
    expect(outbox.counts().waiting).toBe(1);
  });
  test('without a time it is ours to choose', async () => {
    const { step } = desk(when('statements', reply(503, '')));
    expect(await step()).toMatchObject({ kind: 'waiting', why: 'trouble' });
  });
});

describe('redirects', () => {
  const elsewhere: Answer = (_, path) =>
    path === 'statements' ? reply(307, '', { location: 'https://thief.example/' }) : undefined;

  test('are followed where they stay at the origin', async () => {
    const { asked, outbox, step } = desk((request, path) =>
      path === 'statements' && request.method === 'POST'
        ? reply(308, '', { location: '/data/xapi/v1/statements' })
        : undefined,
    );
    expect(await step()).toMatchObject({ kind: 'sending' });
    expect(asked.at(-1)?.url).toBe('https://lrs.example/data/xapi/v1/statements');
    expect(outbox.counts().delivered).toBe(1);
  });

  test('take no statement and no secret elsewhere, and the broken twin does', async () => {
    const hosts = async (provider?: typeof LrsProvider) => {
      const { asked, step } = desk(elsewhere, { ...(provider && { provider }) });
      await step();
      return new Set(asked.map(({ url }) => new URL(url).host));
    };
    expect(await hosts()).toEqual(new Set(['lrs.example']));
    const { LrsProvider: broken } = await twin<{ LrsProvider: typeof LrsProvider }>(
      'lrs/provider.ts',
      {
        file: 'lrs/client.ts',
        protection: 'if (to?.origin !== from.origin) throw troubleOf(reply);',
        instead: 'if (!to) throw troubleOf(reply);',
      },
    );
    expect(await hosts(broken)).toContain('thief.example');
  });

  test('in a circle come to an end', async () => {
    const { asked, step } = desk(when('about', reply(302, '', { location: '/data/xapi/about' })));
    expect(await step()).toEqual({ kind: 'problem', problem: 'redirected' });
    expect(asked.length).toBeLessThan(6);
  });

  test('a next page is read at the same origin only', async () => {
    const more = 'https://thief.example/statements';
    const { asked, step } = desk((request, path) =>
      request.method === 'GET' && path === 'statements'
        ? reply(200, { statements: [], more })
        : undefined,
    );
    await step();
    await step();
    expect(await step()).toEqual({ kind: 'problem', problem: 'redirected' });
    expect(asked.map(({ url }) => new URL(url).host)).not.toContain('thief.example');
  });
});

describe('signing in', () => {
  test.each([401, 403])('%i stops and asks', async (status) => {
    const { asked, outbox, step } = desk(when('statements', reply(status, '')));
    expect(await step()).toEqual({ kind: 'sign-in-needed' });
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(outbox.counts().waiting).toBe(1);
  });

  test('credentials that may write and not read go on sending', async () => {
    const { asked, outbox, step } = desk((request, path) =>
      request.method === 'GET' && path === 'statements' ? reply(403, '') : undefined,
    );
    expect(await step()).toMatchObject({ kind: 'sending', sent: 1 });
    expect(await step()).toMatchObject({ kind: 'up-to-date', at: expect.any(String) });
    outbox.add({
      ...statement,
      id: id.replace(/1$/, '2'),
      json: statement.json.replace(id, id.replace(/1$/, '2')),
    });
    expect(await step()).toMatchObject({ kind: 'sending', sent: 1 });
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  test('what is on the way to the store and lets nobody read stops and asks', async () => {
    const { step } = desk((request, path) =>
      request.method === 'GET' && path === 'statements' ? reply(403, '', html) : undefined,
    );
    await step();
    expect(await step()).toEqual({ kind: 'sign-in-needed' });
  });

  /** Tokens are numbered; the store takes the ones that `isGood`. */
  const tokens = (isGood: (token: string) => boolean, seconds = 3600): Answer => {
    let given = 0;
    return (request) => {
      if (request.url === 'https://sign-in.example/token') {
        given += 1;
        return reply(200, { access_token: `t${given}`, token_type: 'Bearer', expires_in: seconds });
      }
      const { authorization = '' } = request.headers;
      const needs = !request.url.endsWith('/about');
      return needs && !isGood(authorization.replace('Bearer ', '')) ? reply(401, '') : undefined;
    };
  };
  const grants = (asked: readonly WebRequest[]) =>
    asked.filter(({ url }) => url === 'https://sign-in.example/token');

  test('the secret goes for a token, and the token to the store', async () => {
    const { asked, outbox, step } = desk(
      tokens((token) => token === 't1'),
      { signIn: oauth },
    );
    await step();
    await step();
    expect(outbox.counts().delivered).toBe(1);
    const [grant, ...more] = grants(asked);
    expect(more).toEqual([]);
    expect(new TextDecoder().decode(grant?.body)).toBe(
      'grant_type=client_credentials&scope=xapi%3Aall',
    );
    expect(grant?.secret).toBe('lrs');
    expect(asked.filter(({ secret }) => secret !== undefined)).toEqual([grant]);
  });

  test('a token that is refused is renewed once', async () => {
    const { asked, outbox, step } = desk(
      tokens((token) => token === 't2'),
      { signIn: oauth },
    );
    expect(await step()).toMatchObject({ kind: 'sending' });
    expect(grants(asked)).toHaveLength(2);
    expect(outbox.counts().delivered).toBe(1);
  });

  test('and not for ever', async () => {
    const { asked, step } = desk(
      tokens(() => false),
      { signIn: oauth },
    );
    expect(await step()).toEqual({ kind: 'sign-in-needed' });
    expect(grants(asked)).toHaveLength(2);
  });

  test('a token is renewed before it ends', async () => {
    let now = Date.parse('2026-11-20T08:00:00.000Z');
    const { asked, step } = desk(
      tokens(() => true, 120),
      { signIn: oauth, now: () => now },
    );
    await step();
    now += 91_000;
    await step();
    expect(grants(asked)).toHaveLength(2);
  });

  test.each([400, 401])('credentials that get no token (%i) stop and ask', async (status) => {
    const { step } = desk(
      (request) => (request.url.includes('sign-in') ? reply(status, {}) : undefined),
      { signIn: oauth },
    );
    expect(await step()).toEqual({ kind: 'sign-in-needed' });
  });
});

describe('a store that already has it', () => {
  const there = (statusOfRead: number, body: unknown): Answer => {
    return (request, path) => {
      if (path !== 'statements') return undefined;
      return request.method === 'POST' ? reply(409, '') : reply(statusOfRead, body);
    };
  };
  const own = JSON.parse(statement.json) as object;

  test('as we sent it: delivered', async () => {
    const { outbox, step } = desk(there(200, { ...own, stored: '2026-11-20T08:00:00Z' }));
    await step();
    expect(outbox.counts()).toEqual({ waiting: 0, delivered: 1, setAside: 0 });
  });

  test('and something else in it: set aside, and never sent under another id', async () => {
    const other = { ...own, verb: { id: 'http://adlnet.gov/expapi/verbs/failed' } };
    const { asked, outbox, step } = desk(there(200, other));
    await step();
    await step();
    expect(outbox.aside.get(id)?.reason).toBe('different-there');
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('and does not let us read it: set aside', async () => {
    const { outbox, step } = desk(there(403, ''));
    await step();
    expect(outbox.aside.get(id)?.reason).toBe('different-there');
  });

  test('and cannot find it: asked again before it is believed', async () => {
    const { outbox, step } = desk(there(404, ''));
    expect(await step()).toMatchObject({ kind: 'waiting', why: 'trouble' });
    await step();
    expect(outbox.counts().waiting).toBe(1);
    await step();
    expect(outbox.aside.get(id)?.reason).toBe('different-there');
  });

  test('a single statement that is too large is set aside with what the server said', async () => {
    const { outbox, step } = desk(when('statements', reply(413, 'at most 1 kB', html)));
    await step();
    expect(outbox.aside.get(id)).toEqual({ reason: 'too-large', detail: '413 "at most 1 kB"' });
  });
});
