// A small learning record store and the server that gives out tokens for it, for the tests of signing in.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Takes what is sent by whoever has the token. */
export class SmallStore {
  /** Ids of what was taken. */
  readonly held: string[] = [];
  /** The authorization of each request that needs one. */
  readonly shown = new Set<string>();
  private readonly server: Server;

  constructor(private readonly token: string) {
    this.server = createServer((asked, answered) => void this.answer(asked, answered));
  }

  async start(): Promise<string> {
    return `${await listening(this.server)}/xapi`;
  }

  close(): void {
    shut(this.server);
  }

  private async answer(asked: IncomingMessage, answered: ServerResponse): Promise<void> {
    const body = await text(asked);
    if (asked.url?.endsWith('/about')) return say(answered, 200, { version: ['1.0.3'] });
    const { authorization = '' } = asked.headers;
    this.shown.add(authorization);
    if (authorization !== `Bearer ${this.token}`) return say(answered, 401, {});
    if (asked.method !== 'POST') return say(answered, 200, { statements: [] });
    const ids = (JSON.parse(body) as { id: string }[]).map(({ id }) => id);
    this.held.push(...ids);
    return say(answered, 200, ids);
  }
}

/** Gives the token to one client, as RFC 6749 has it. */
export class TokenServer {
  /** What was asked for, form by form. */
  readonly asked: string[] = [];
  private readonly server: Server;

  constructor(
    private readonly client: { name: string; secret: string },
    private readonly token: string,
  ) {
    this.server = createServer((asked, answered) => void this.answer(asked, answered));
  }

  async start(): Promise<string> {
    return `${await listening(this.server)}/oauth/token`;
  }

  close(): void {
    shut(this.server);
  }

  private async answer(asked: IncomingMessage, answered: ServerResponse): Promise<void> {
    this.asked.push(await text(asked));
    const { name, secret } = this.client;
    const right = `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
    if (asked.headers.authorization !== right)
      return say(answered, 400, { error: 'invalid_client' });
    say(answered, 200, { access_token: this.token, token_type: 'Bearer', expires_in: 3600 });
  }
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function shut(server: Server): void {
  server.closeAllConnections();
  server.close();
}

function say(answered: ServerResponse, status: number, body: unknown): void {
  answered.writeHead(status, {
    'content-type': 'application/json',
    'x-experience-api-version': '1.0.3',
  });
  answered.end(JSON.stringify(body));
}
