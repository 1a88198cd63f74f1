// Reaches the network for the service: the proxy and the certificates of the system, no cookies, no
// cache, only servers that are switched on. Secrets are put in here, and go to their own server only.
import {
  app,
  type ClientRequest,
  type IncomingMessage,
  net,
  type Session,
  session,
} from 'electron';
import { readWebAddress } from '../../core/sync/web-address';
import { type Web, WebFault, type WebReply, type WebRequest } from '../service/sync/web';
import { faultKind } from './web-errors';
import type { WebSecrets } from './web-secrets';

/** In memory: its name does not begin with `persist:`. */
const partition = 'deskwise-web';

export interface WebLimits {
  /** Bytes of a reply, unpacked. */
  reply: number;
  /** Milliseconds without a byte. */
  silence: number;
  /** Milliseconds for the whole. */
  whole: number;
}

const usual: WebLimits = { reply: 16 * 1024 * 1024, silence: 30_000, whole: 5 * 60_000 };

/** Of these, Chromium decides. */
const ownHeaders: ReadonlySet<string> = new Set(['cookie', 'host', 'proxy-authorization']);

interface ProxyAccount {
  user: string;
  password: string;
}

export class WebAccess {
  private origins: ReadonlySet<string> = new Set();
  private opened: Promise<Session> | undefined;
  private proxyAccount: ProxyAccount | null = null;

  constructor(
    private readonly secrets: Pick<WebSecrets, 'reveal'>,
    private readonly limits: WebLimits = usual,
  ) {}

  /** The origins that may be asked from now on; what else is on its way is broken off. */
  allow(origins: readonly string[]): void {
    const safe = origins.flatMap((each) => readWebAddress(each)?.origin ?? []);
    const fewer = [...this.origins].some((each) => !safe.includes(each));
    this.origins = new Set(safe);
    if (fewer) void this.opened?.then((opened) => opened.closeAllConnections());
  }

  /** For a proxy that asks; known until the app ends. */
  signInToProxy(user: string, password: string): void {
    this.proxyAccount = { user, password };
  }

  /** Throws WebFault, and nothing else. */
  readonly ask: Web = async (asked, signal) => {
    const url = readWebAddress(asked.url);
    if (!url || !this.origins.has(url.origin)) {
      throw new WebFault('not-allowed', 'no target that is switched on');
    }
    const headers = await this.headersFor(asked, url.origin);
    if (!headers) return { status: 401, headers: {}, body: new Uint8Array() };
    this.opened ??= this.open();
    const opened = await this.opened;
    if (signal.aborted) throw new WebFault('broken-off', 'stopped');
    return this.exchange(opened, { ...asked, url: url.href, headers }, signal);
  };

  /** Null without the secret: as if the server had refused it, so that somebody signs in again. */
  private async headersFor(
    asked: WebRequest,
    origin: string,
  ): Promise<Record<string, string> | null> {
    const given = Object.entries(asked.headers).filter(
      ([name]) => !ownHeaders.has(name.toLowerCase()),
    );
    const headers = { ...Object.fromEntries(given), 'user-agent': `Deskwise/${app.getVersion()}` };
    if (asked.secret === undefined) return headers;
    const secret = await this.secrets.reveal(asked.secret, origin);
    if (secret === null) return null;
    return { ...headers, authorization: `Basic ${Buffer.from(secret).toString('base64')}` };
  }

  private async open(): Promise<Session> {
    const opened = session.fromPartition(partition, { cache: false });
    opened.setSpellCheckerEnabled(false);
    // As in lock-down.ts: without a window, too, a session fetches dictionaries.
    opened.setSpellCheckerLanguages([]);
    opened.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    opened.setPermissionCheckHandler(() => false);
    // Whoever else came by this session would get no further than `ask` does.
    opened.webRequest.onBeforeRequest((details, answer) => {
      const url = readWebAddress(details.url);
      answer({ cancel: !url || !this.origins.has(url.origin) });
    });
    await opened.setProxy({ mode: 'system' });
    return opened;
  }

  private exchange(opened: Session, asked: WebRequest, signal: AbortSignal): Promise<WebReply> {
    const { method, url, headers, body } = asked;
    return new Promise((resolve, reject) => {
      const request = net.request({ method, url, session: opened, redirect: 'manual' });
      const settle = (finish: () => void): void => {
        clearTimeout(whole);
        clearTimeout(silence);
        signal.removeEventListener('abort', stop);
        finish();
      };
      const fail = (fault: WebFault): void => {
        settle(() => reject(fault));
        request.abort();
      };
      const stop = (): void => fail(new WebFault('broken-off', 'stopped'));
      const late = (): void => fail(new WebFault('timeout', 'no answer in time'));
      const whole = setTimeout(late, this.limits.whole);
      let silence = setTimeout(late, this.limits.silence);
      signal.addEventListener('abort', stop, { once: true });
      for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);

      this.answerLogins(request, fail);
      request.on('redirect', (status, _method, _to, given) => {
        // Not followed here: who asked decides, and is given where it leads.
        settle(() => resolve({ status, headers: flat(given), body: new Uint8Array() }));
        request.abort();
      });
      request.on('response', (response) => {
        const alive = (): void => {
          clearTimeout(silence);
          silence = setTimeout(late, this.limits.silence);
        };
        this.read(response, { alive, fail, done: (reply) => settle(() => resolve(reply)) });
      });
      request.on('error', (error) => {
        settle(() => reject(new WebFault(faultKind(error.message), error.message)));
      });
      if (body) request.write(Buffer.from(body));
      request.end();
    });
  }

  private answerLogins(request: ClientRequest, fail: (fault: WebFault) => void): void {
    let tried = false;
    request.on('login', ({ isProxy }, answer) => {
      // A server that wants a sign-in answers 401, which means something to who asked.
      if (!isProxy) return answer();
      const account = this.proxyAccount;
      if (account && !tried) {
        tried = true;
        return answer(account.user, account.password);
      }
      // What it did not take is not tried again: accounts get locked that way.
      this.proxyAccount = null;
      fail(new WebFault('proxy-sign-in', 'the proxy asks who we are'));
    });
  }

  private read(
    response: IncomingMessage,
    told: {
      alive(): void;
      fail(fault: WebFault): void;
      done(reply: WebReply): void;
    },
  ): void {
    const parts: Buffer[] = [];
    let size = 0;
    const headers = flat(response.headers);
    const tooLarge = new WebFault('too-large', `more than ${this.limits.reply} bytes`);
    if (Number(headers['content-length']) > this.limits.reply) {
      told.fail(tooLarge);
      return;
    }
    response.on('data', (part) => {
      told.alive();
      size += part.length;
      if (size > this.limits.reply) told.fail(tooLarge);
      else parts.push(part);
    });
    response.on('end', () => {
      told.done({ status: response.statusCode, headers, body: Buffer.concat(parts) });
    });
    const broken = (): void => told.fail(new WebFault('broken-off', 'the reply broke off'));
    response.on('aborted', broken);
    response.on('error', broken);
  }
}

/** Lower-case names; what came several times is one list, as HTTP means it. */
function flat(headers: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
