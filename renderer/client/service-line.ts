// The line to the service: keeps what was asked until it is answered, over restarts of the service.
import { type Ask, type Told, type Topic, topics } from '../../core/contract';
import type { Reply } from '../../core/errors';

/** The part of a MessagePort that is used here. */
export interface Port {
  postMessage(message: Ask): void;
  onmessage: ((event: MessageEvent<Told>) => void) | null;
  addEventListener(type: 'close', listener: () => void): void;
  close(): void;
}

interface Waiting {
  ask: Ask;
  sent: number;
  settle: (reply: Reply<unknown>) => void;
}

/** What ends the service each time must not do so for ever. */
const sendAtMost = 3;

export class ServiceLine {
  private port: Port | null = null;
  private hadPort = false;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly changeListeners = new Set<(changed: readonly Topic[]) => void>();
  private readonly awayListeners = new Set<() => void>();

  /** A new port: everything unanswered is asked again on it, and everything shown may be out of date. */
  connect(port: Port): void {
    this.port?.close();
    this.port = port;
    port.onmessage = ({ data }) => {
      if (this.port === port) this.hear(data);
    };
    port.addEventListener('close', () => {
      if (this.port !== port) return;
      this.port = null;
      this.tellAway();
    });
    for (const each of [...this.waiting.values()]) this.send(each);
    this.tellAway();
    if (this.hadPort) this.tellChanged(topics);
    this.hadPort = true;
  }

  ask(name: string, input: unknown): Promise<Reply<unknown>> {
    return new Promise((settle) => {
      const id = ++this.lastId;
      const waiting: Waiting = { ask: { id, name, input }, sent: 0, settle };
      this.waiting.set(id, waiting);
      this.send(waiting);
    });
  }

  /** Calls back when one of these topics changed; returns how to stop that. */
  onChanged(of: readonly Topic[], listener: () => void): () => void {
    const heard = (changed: readonly Topic[]) => {
      if (changed.some((topic) => of.includes(topic))) listener();
    };
    this.changeListeners.add(heard);
    return () => this.changeListeners.delete(heard);
  }

  /** True while nobody would answer. */
  isAway = (): boolean => this.port === null;

  onAway = (listener: () => void): (() => void) => {
    this.awayListeners.add(listener);
    return () => this.awayListeners.delete(listener);
  };

  private send(waiting: Waiting): void {
    if (!this.port) return;
    if (waiting.sent >= sendAtMost) {
      this.settle(waiting.ask.id, { ok: false, error: { kind: 'interrupted', values: {} } });
      return;
    }
    waiting.sent++;
    this.port.postMessage(waiting.ask);
  }

  private hear(told: Told): void {
    if ('changed' in told) this.tellChanged(told.changed);
    else this.settle(told.id, told.reply);
  }

  private settle(id: number, reply: Reply<unknown>): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    waiting?.settle(reply);
  }

  private tellChanged(changed: readonly Topic[]): void {
    for (const listener of [...this.changeListeners]) listener(changed);
  }

  private tellAway(): void {
    for (const listener of [...this.awayListeners]) listener();
  }
}
