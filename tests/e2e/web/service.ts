// The service’s end of the way out, in a process of its own, steered by the tests through the shell’s end.
import type { FromService, ToService } from '../../../main/service/messages';
import { askWeb } from '../../../main/service/sync/ask-web';
import { WebFault, type WebReply, type WebRequest } from '../../../main/service/sync/web';

/** What a test wants of the service. */
export type Wanted =
  | { type: 'ask'; test: number; request: WebRequest; stopAfter?: number }
  | { type: 'allow'; origins: string[] };

/** What came of it: a reply, or the kind of the fault. */
export interface Answered {
  type: 'answered';
  test: number;
  answer: WebReply | string;
}

const { parentPort } = process as unknown as {
  parentPort: {
    on(event: 'message', listener: (event: { data: Wanted | ToService }) => void): void;
    postMessage(message: FromService | Answered): void;
  };
};

const { web, heard } = askWeb((message) => parentPort.postMessage(message));

async function ask({ test, request, stopAfter }: Extract<Wanted, { type: 'ask' }>) {
  const stopping = new AbortController();
  if (stopAfter !== undefined) setTimeout(() => stopping.abort(), stopAfter);
  const answer = await web(request, stopping.signal).catch((error: unknown) =>
    error instanceof WebFault ? error.kind : String(error),
  );
  parentPort.postMessage({ type: 'answered', test, answer });
}

parentPort.on('message', ({ data }) => {
  if (data.type === 'ask') void ask(data);
  else if (data.type === 'allow') {
    parentPort.postMessage({ type: 'web-origins', origins: data.origins });
  } else if (data.type === 'web-reply' || data.type === 'web-fault') heard(data);
});
