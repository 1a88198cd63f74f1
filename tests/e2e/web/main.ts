// The way to the network alone, shell and service without a window, for tests that steer it.
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { FromService } from '../../../main/service/messages';
import type { WebRequest } from '../../../main/service/sync/web';
import { lockSession, silenceChromium } from '../../../main/shell/lock-down';
import { WebAccess, type WebLimits } from '../../../main/shell/web';
import { WebAnswers } from '../../../main/shell/web-answers';
import type { Answered, Wanted } from './service';

app.setPath('userData', process.env.WEB_DATA ?? '');
silenceChromium();

const limits = JSON.parse(process.env.WEB_LIMITS ?? '{}') as WebLimits;
const access = new WebAccess(
  {
    // One secret, for one origin.
    reveal: async (name, origin) =>
      name === 'lrs' && origin === process.env.WEB_ORIGIN ? 'me:sesame' : null,
  },
  limits,
);

const waiting = new Map<number, (answer: Answered['answer']) => void>();
const service = app.whenReady().then(() => {
  lockSession();
  const child = utilityProcess.fork(join(import.meta.dirname, 'service.mjs'));
  const answers = new WebAnswers(
    async () => access,
    (message) => child.postMessage(message),
  );
  child.on('message', (message: FromService | Answered) => {
    if (message.type === 'answered') waiting.get(message.test)?.(message.answer);
    else answers.hear(message as Parameters<typeof answers.hear>[0]);
  });
  return { tell: (wanted: Wanted) => child.postMessage(wanted) };
});

/** Bodies cross to the tests as base64. */
export interface Asked extends Omit<WebRequest, 'body'> {
  body?: string;
  /** Milliseconds after which nobody waits any more. */
  stopAfter?: number;
}

let last = 0;
const steer = {
  async allow(origins: string[]): Promise<void> {
    (await service).tell({ type: 'allow', origins });
  },
  signInToProxy: (user: string, password: string) => access.signInToProxy(user, password),
  async ask({ body, stopAfter, ...given }: Asked) {
    const request = { ...given, ...(body !== undefined && { body: Buffer.from(body, 'base64') }) };
    const test = ++last;
    const { tell } = await service;
    const answer = await new Promise<Answered['answer']>((resolve) => {
      waiting.set(test, resolve);
      tell({ type: 'ask', test, request, ...(stopAfter !== undefined && { stopAfter }) });
    });
    return typeof answer === 'string'
      ? answer
      : { ...answer, body: Buffer.from(answer.body).toString('base64') };
  },
};
export type Steer = typeof steer;
Object.assign(globalThis, { steer });
