// The token that OAuth 2 gives for client credentials: kept in memory only, and renewed before it ends.
import { z } from '../../../../core/zod';
import { Trouble, troubleOf } from '../trouble';
import type { Web } from '../web';
import { jsonOf } from './reply';
import type { SignIn } from './target';

const grant = z.object({
  access_token: z.string().min(1).max(20_000),
  token_type: z.string().regex(/^bearer$/i),
  /** Seconds. */
  expires_in: z.coerce.number().positive().optional(),
});

/** A token is not used in its last moments: the way to the server takes time. */
const spare = 30_000;
/** Where the server does not say how long a token lives. */
const unknownLife = 5 * 60_000;

export class Token {
  private held: { token: string; until: number } | null = null;

  constructor(
    private readonly web: Web,
    private readonly signIn: Extract<SignIn, { kind: 'oauth' }>,
    private readonly now: () => number,
  ) {}

  /** Throws Trouble or WebFault where none is given. */
  async get(signal: AbortSignal): Promise<string> {
    if (this.held && this.now() < this.held.until) return this.held.token;
    const { tokenUrl, secret, scope } = this.signIn;
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    if (scope) form.set('scope', scope);
    const reply = await this.web(
      {
        method: 'POST',
        url: tokenUrl,
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new TextEncoder().encode(form.toString()),
        secret,
      },
      signal,
    );
    // RFC 6749, 5.2: what is wrong with the credentials is mostly told with 400.
    if (reply.status === 400) throw new Trouble({ kind: 'sign-in-needed' }, 'no token was given');
    if (reply.status !== 200) throw troubleOf(reply);
    const given = grant.safeParse(jsonOf(reply));
    if (!given.success) throw troubleOf(reply);
    const { access_token: token, expires_in: seconds } = given.data;
    const life = seconds === undefined ? unknownLife : seconds * 1000;
    // A life shorter than what is spared is used at least once.
    this.held = { token, until: this.now() + Math.max(life - spare, life / 2) };
    return token;
  }

  forget(): void {
    this.held = null;
  }
}
