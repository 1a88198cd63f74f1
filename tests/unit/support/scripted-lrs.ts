// A learning record store in memory that does what networks and stores do on bad days, by a script.
import { isDeepStrictEqual } from 'node:util';
import {
  type Web,
  WebFault,
  type WebFaultKind,
  type WebReply,
  type WebRequest,
} from '../../../main/service/sync/web';
import type { VirtualClock } from './virtual-clock';

export interface Statement {
  id: string;
  stored?: string;
  [key: string]: unknown;
}

export const faults = [
  /** Never arrives. */
  'drop',
  /** Arrives, and the reply is lost. */
  'reply-lost',
  /** Takes longer than anybody waits; arrives after all. */
  'too-slow',
  'slow',
  /** The reply is torn. */
  'half',
  'error-500',
  'gateway-502',
  'busy-503',
  'busy-429',
  /** Somebody has to sign in again. */
  'sign-in',
  'too-large',
  /** It says that it took something else. */
  'other-ids',
  'portal-page',
  'portal-redirect',
  'portal-511',
  /** Something on the way sends it twice. */
  'twice',
  /** Something on the way refuses, and knows nothing of statements. */
  'proxy-400',
] as const;
export type Fault = (typeof faults)[number];

interface Script {
  clock: VirtualClock;
  /** What happens to this request. */
  fault?(request: WebRequest): Fault | null;
  /** Statements that this store never takes. */
  refuses?: ReadonlySet<string>;
  /** As some stores do: a known id is refused, whatever it says. */
  refusesRepeats?: boolean;
  /** Milliseconds from a request to its reply. */
  latency?(): number;
  /** As 2.0 or as none. */
  versions?: readonly string[];
  /** Pages no larger than this. */
  pageLimit?: number;
  /** The way to the next page is wrong. */
  breaksMore?: boolean;
  /** How far behind what it shows is, in milliseconds. */
  lag?: number;
}

const encoder = new TextEncoder();
const json = 'application/json; charset=utf-8';

export class ScriptedLrs {
  readonly endpoint = 'https://lrs.example/data/xapi';
  readonly held = new Map<string, Statement>();
  /** The text of each batch that was taken, as it came. */
  readonly bodies: string[] = [];
  readonly requests: WebRequest[] = [];
  /** In the order in which they came. */
  private readonly order: Statement[] = [];

  constructor(private readonly script: Script) {}

  readonly web: Web = async (request, signal) => {
    this.requests.push(request);
    const { clock, fault, latency } = this.script;
    const broken = (): never => {
      throw new WebFault('broken-off', 'stopped');
    };
    if (signal.aborted) broken();
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new WebFault('broken-off', 'stopped')));
    });
    const answered = (async () => {
      await clock.wait(latency?.() ?? 0);
      return this.meet(fault?.(request) ?? null, request);
    })();
    // It goes on there, whoever stopped listening here.
    answered.catch(() => {});
    return Promise.race([answered, stopped]);
  };

  /** Puts something there that came from elsewhere. */
  put(statement: Statement): void {
    const stored = statement.stored ?? new Date(this.script.clock.now()).toISOString();
    const held = { ...statement, stored, authority: { mbox: 'mailto:lrs@lrs.example' } };
    this.held.set(statement.id, held);
    this.order.push(held);
  }

  private async meet(fault: Fault | null, request: WebRequest): Promise<WebReply> {
    const { clock } = this.script;
    const breakOff = (kind: WebFaultKind): never => {
      throw new WebFault(kind, fault ?? '');
    };
    switch (fault) {
      case null:
        return this.answer(request);
      case 'drop':
        return breakOff('offline');
      case 'reply-lost':
        this.answer(request);
        return breakOff('broken-off');
      case 'too-slow':
        await clock.wait(30_000);
        this.answer(request);
        return breakOff('timeout');
      case 'slow':
        await clock.wait(4000);
        return this.answer(request);
      case 'half': {
        const reply = this.answer(request);
        return { ...reply, body: reply.body.subarray(0, reply.body.length / 2) };
      }
      case 'error-500':
        return this.reply(500, { message: 'the disk is full' });
      case 'gateway-502':
        return page(502);
      case 'busy-503':
        return this.reply(503, {}, { 'retry-after': '7' });
      case 'busy-429': {
        const date = new Date(clock.now() + 9000).toUTCString();
        return this.reply(429, {}, { 'retry-after': date });
      }
      case 'sign-in':
        return this.reply(401, {});
      case 'too-large':
        return statementsIn(request).length > 1 ? page(413) : this.answer(request);
      case 'other-ids': {
        const ids = statementsIn(request).map(() => '00000000-0000-4000-8000-000000000000');
        return this.reply(200, ids);
      }
      case 'portal-page':
        return page(200);
      case 'portal-redirect':
        return page(302, { location: 'https://portal.example/welcome' });
      case 'portal-511':
        return page(511);
      case 'twice':
        this.answer(request);
        return this.answer(request);
      case 'proxy-400':
        return page(400);
    }
  }

  private answer(request: WebRequest): WebReply {
    const url = new URL(request.url);
    if (url.pathname === '/data/xapi/about') {
      return this.reply(200, { version: this.script.versions ?? ['1.0.3', '1.0.2'] });
    }
    if (url.pathname !== '/data/xapi/statements') return page(404);
    return request.method === 'POST' ? this.take(request) : this.show(url);
  }

  private take(request: WebRequest): WebReply {
    const { refuses, refusesRepeats } = this.script;
    const all = statementsIn(request);
    if (all.some(({ id }) => refuses?.has(id))) return this.reply(400, ['not a statement']);
    for (const each of all) {
      const held = this.held.get(each.id);
      if (held && (refusesRepeats || !isDeepStrictEqual(bare(held), each))) {
        return this.reply(409, { message: `${each.id} is conflicting` });
      }
    }
    this.bodies.push(new TextDecoder().decode(request.body));
    for (const each of all) if (!this.held.has(each.id)) this.put(each);
    return this.reply(
      200,
      all.map(({ id }) => id),
    );
  }

  private show(url: URL): WebReply {
    const query = url.searchParams;
    const id = query.get('statementId');
    if (id !== null) {
      const held = this.held.get(id);
      return held ? this.reply(200, held) : this.reply(404, {});
    }
    if (query.has('voidedStatementId')) return this.reply(404, {});
    const { clock, lag = 0, pageLimit = 500, breaksMore } = this.script;
    const since = Date.parse(query.get('since') ?? '1970-01-01T00:00:00Z');
    const shown = this.order.filter(({ stored = '' }) => Date.parse(stored) <= clock.now() - lag);
    const found = shown.filter(({ stored = '' }) => Date.parse(stored) > since);
    const from = Number(query.get('from') ?? 0);
    const limit = Math.min(Number(query.get('limit')) || pageLimit, pageLimit);
    const next = new URLSearchParams({ ...Object.fromEntries(query), from: String(from + limit) });
    const hasMore = from + limit < found.length;
    const more = breaksMore ? '/data/xapi/statements?agent=[object Object]&broken=1' : '';
    if (query.has('broken')) return this.reply(400, {});
    return this.reply(
      200,
      {
        statements: found.slice(from, from + limit),
        more: hasMore ? more || `/data/xapi/statements?${next}` : '',
      },
      { 'x-experience-api-consistent-through': new Date(clock.now() - lag).toISOString() },
    );
  }

  private reply(status: number, body: unknown, headers: Record<string, string> = {}): WebReply {
    return {
      status,
      headers: { 'content-type': json, 'x-experience-api-version': '1.0.3', ...headers },
      body: encoder.encode(JSON.stringify(body)),
    };
  }
}

/** What something on the way says. */
function page(status: number, headers: Record<string, string> = {}): WebReply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    body: encoder.encode('<!doctype html><title>Welcome</title>'),
  };
}

function statementsIn({ body }: WebRequest): Statement[] {
  return body ? (JSON.parse(new TextDecoder().decode(body)) as Statement[]) : [];
}

function bare({ stored, authority, ...statement }: Statement): Statement {
  return statement;
}
