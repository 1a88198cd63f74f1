// The shell’s way to the network alone, without a window, for tests that steer it.
import { app } from 'electron';
import { WebFault, type WebRequest } from '../../../main/service/sync/web';
import { silenceChromium } from '../../../main/shell/lock-down';
import { WebAccess, type WebLimits } from '../../../main/shell/web';

app.setPath('userData', process.env.WEB_DATA ?? '');
silenceChromium();

const limits = JSON.parse(process.env.WEB_LIMITS ?? '{}') as WebLimits;
const web = new WebAccess(
  {
    // One secret, for one origin.
    reveal: async (name, origin) =>
      name === 'lrs' && origin === process.env.WEB_ORIGIN ? 'me:sesame' : null,
  },
  limits,
);

/** Bodies cross to the tests as base64. */
export interface Asked extends Omit<WebRequest, 'body'> {
  body?: string;
  /** Milliseconds after which nobody waits any more. */
  stopAfter?: number;
}

const steer = {
  allow: (origins: string[]) => web.allow(origins),
  signInToProxy: (user: string, password: string) => web.signInToProxy(user, password),
  async ask({ body, stopAfter, ...request }: Asked) {
    const stopping = new AbortController();
    if (stopAfter !== undefined) setTimeout(() => stopping.abort(), stopAfter);
    try {
      const reply = await web.ask(
        { ...request, ...(body !== undefined && { body: Buffer.from(body, 'base64') }) },
        stopping.signal,
      );
      return { ...reply, body: Buffer.from(reply.body).toString('base64') };
    } catch (error) {
      return error instanceof WebFault ? error.kind : String(error);
    }
  },
};
export type Steer = typeof steer;
Object.assign(globalThis, { steer });
