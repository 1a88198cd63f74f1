// Asks a learning record store: signs in, names the version of xAPI, stays at its origin.

import { readWebAddress } from '../../../../core/sync/web-address';
import { z } from '../../../../core/zod';
import { Trouble, troubleOf } from '../trouble';
import type { Web, WebReply, WebRequest } from '../web';
import { jsonOf } from './reply';
import type { LrsTarget } from './target';
import { Token } from './token';

const about = z.object({ version: z.array(z.string()) });

/** What we write is right in both; the older one is what most stores speak. */
function spokenVersion(offered: readonly string[]): string | null {
  if (offered.some((each) => /^1\.0(\.|$)/.test(each))) return '1.0.3';
  return offered.some((each) => /^2\.0(\.|$)/.test(each)) ? '2.0.0' : null;
}

const mostRedirects = 3;
/** These keep the method and the body; the others do only for what has none. */
const keepsMethod: ReadonlySet<number> = new Set([307, 308]);
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const problem = (name: 'address' | 'not-an-lrs' | 'other-version', detail: string): Trouble =>
  new Trouble({ kind: 'problem', problem: name }, detail);

export class LrsClient {
  private version: string | null = null;
  private readonly base: URL | null;
  private readonly token: Token | null;

  constructor(
    private readonly web: Web,
    private readonly target: LrsTarget,
    now: () => number,
  ) {
    const { endpoint, signIn } = target;
    this.base = readWebAddress(endpoint.endsWith('/') ? endpoint : `${endpoint}/`);
    this.token =
      signIn.kind === 'oauth' && readWebAddress(signIn.tokenUrl)
        ? new Token(web, signIn, now)
        : null;
  }

  /** What was learned about the store is asked again: it may have changed. */
  forget(): void {
    this.version = null;
    this.token?.forget();
  }

  /**
   * POST to a resource below the endpoint. Any status comes back, but 401 only after a new token was
   * tried. Throws Trouble and WebFault.
   */
  post(resource: string, json: string, signal: AbortSignal): Promise<WebReply> {
    return this.ask('POST', this.at(resource), signal, new TextEncoder().encode(json));
  }

  /** GET of a resource below the endpoint, with a query. Throws as `post` does. */
  get(resource: string, query: Record<string, string>, signal: AbortSignal): Promise<WebReply> {
    const url = this.at(resource);
    url.search = new URLSearchParams(query).toString();
    return this.ask('GET', url, signal);
  }

  /** GET of the next page, as a store names it: a path from the root. Throws as `post` does. */
  getMore(more: string, signal: AbortSignal): Promise<WebReply> {
    return this.ask('GET', this.sameOrigin(more, this.at('')), signal);
  }

  private at(resource: string): URL {
    if (!this.base) throw problem('address', 'the address is not https');
    return new URL(resource, this.base);
  }

  /** Throws Trouble where an address leads to somebody else. */
  private sameOrigin(address: string, from: URL): URL {
    const url = URL.canParse(address, from.href) ? new URL(address, from) : null;
    if (url?.origin === from.origin && url.username === '' && url.password === '') return url;
    throw new Trouble({ kind: 'problem', problem: 'redirected' }, 'the store points elsewhere');
  }

  private async ask(
    method: 'GET' | 'POST',
    url: URL,
    signal: AbortSignal,
    body?: Uint8Array,
  ): Promise<WebReply> {
    this.version ??= await this.readVersion(signal);
    const headers: Record<string, string> = {
      accept: 'application/json',
      'x-experience-api-version': this.version,
      ...(body && { 'content-type': 'application/json' }),
    };
    const request: WebRequest = { method, url: url.href, headers, ...(body && { body }) };
    const reply = await this.signedIn(request, signal);
    if (reply.status !== 401 || !this.token) return reply;
    this.token.forget();
    return this.signedIn(request, signal);
  }

  private async signedIn(request: WebRequest, signal: AbortSignal): Promise<WebReply> {
    const { signIn } = this.target;
    if (signIn.kind === 'basic') {
      return this.followed({ ...request, secret: signIn.secret }, signal);
    }
    if (!this.token) throw problem('address', 'the address of the tokens is not https');
    const authorization = `Bearer ${await this.token.get(signal)}`;
    return this.followed({ ...request, headers: { ...request.headers, authorization } }, signal);
  }

  private async followed(request: WebRequest, signal: AbortSignal): Promise<WebReply> {
    let asked = request;
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const reply = await this.web(asked, signal);
      const { status, headers } = reply;
      if (!redirects.has(status)) return reply;
      const mayFollow = keepsMethod.has(status) || asked.method === 'GET';
      if (!mayFollow || headers.location === undefined) throw troubleOf(reply);
      const from = new URL(asked.url);
      const to = URL.canParse(headers.location, from.href) ? new URL(headers.location, from) : null;
      if (to?.origin !== from.origin) throw troubleOf(reply);
      asked = { ...asked, url: to.href };
    }
    throw new Trouble({ kind: 'problem', problem: 'redirected' }, 'redirected in a circle');
  }

  private async readVersion(signal: AbortSignal): Promise<string> {
    const reply = await this.followed(
      {
        method: 'GET',
        url: this.at('about').href,
        headers: { accept: 'application/json', 'x-experience-api-version': '1.0.3' },
      },
      signal,
    );
    // xAPI asks for no sign-in here; a gateway before the store may. Then the store shows itself later.
    if (reply.status === 401 || reply.status === 403) return '1.0.3';
    if (reply.status !== 200) throw troubleOf(reply);
    const said = about.safeParse(jsonOf(reply));
    if (!said.success) {
      const trouble = troubleOf(reply);
      throw trouble.standing.kind === 'problem'
        ? trouble
        : problem('not-an-lrs', 'what is there says nothing about xAPI');
    }
    const version = spokenVersion(said.data.version);
    if (!version) throw problem('other-version', 'no version of xAPI in common');
    return version;
  }
}
