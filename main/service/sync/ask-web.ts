// The network as the service has it: asked of the shell by number, answered in any order.
import type { FromService, ToService } from '../messages';
import { type Web, WebFault } from './web';

type Heard = Extract<ToService, { type: 'web-reply' | 'web-fault' }>;

interface Asking {
  web: Web;
  /** What the shell answered. */
  heard(message: Heard): void;
}

export function askWeb(tell: (message: FromService) => void): Asking {
  const waiting = new Map<number, (message: Heard) => void>();
  let last = 0;
  return {
    web: (request, signal) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const stop = (): void => {
          waiting.delete(id);
          tell({ type: 'web-stop', id });
          reject(new WebFault('broken-off', 'nobody waits for it any more'));
        };
        if (signal.aborted) {
          reject(new WebFault('broken-off', 'nobody waits for it any more'));
          return;
        }
        signal.addEventListener('abort', stop, { once: true });
        waiting.set(id, (message) => {
          signal.removeEventListener('abort', stop);
          if (message.type === 'web-reply') resolve(message.reply);
          else reject(new WebFault(message.kind, message.detail));
        });
        tell({ type: 'web-request', id, request });
      }),
    heard(message) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    },
  };
}
