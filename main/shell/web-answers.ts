// Answers what the service asks of the network, in any order, until the service ends.
import type { FromService, ToService } from '../service/messages';
import { WebFault } from '../service/sync/web';
import type { WebAccess } from './web';

type Heard = Extract<FromService, { type: `web-${string}` }>;

export class WebAnswers {
  private readonly running = new Map<number, AbortController>();
  /** Whether the way out was ever needed: most people have no server, and it is not loaded for them. */
  private isOpen = false;

  constructor(
    private readonly web: () => Promise<Pick<WebAccess, 'allow' | 'ask'>>,
    private readonly tell: (message: ToService) => void,
  ) {}

  hear(message: Heard): void {
    if (message.type === 'web-request') void this.answer(message);
    else if (message.type === 'web-stop') this.running.get(message.id)?.abort();
    else this.allow(message.origins);
  }

  /** The service is gone, and with it whoever waits and what it wanted: its next life says anew which servers. */
  stopAll(): void {
    for (const each of this.running.values()) each.abort();
    this.allow([]);
  }

  private allow(origins: readonly string[]): void {
    if (origins.length === 0 && !this.isOpen) return;
    this.isOpen = true;
    void this.web().then((web) => web.allow(origins));
  }

  private async answer({ id, request }: Extract<Heard, { type: 'web-request' }>): Promise<void> {
    const running = new AbortController();
    this.running.set(id, running);
    try {
      const web = await this.web();
      const reply = await web.ask(request, running.signal);
      if (!running.signal.aborted) this.tell({ type: 'web-reply', id, reply });
    } catch (error) {
      const kind = error instanceof WebFault ? error.kind : 'broken-off';
      if (!running.signal.aborted) {
        this.tell({ type: 'web-fault', id, kind, detail: String(error) });
      }
    } finally {
      if (this.running.get(id) === running) this.running.delete(id);
    }
  }
}
