// A computer that syncs by a shared folder, as far as a test of the folder needs it.
import { randomUUID } from 'node:crypto';
import type { SyncState } from '../../../core/sync/state';
import type { Files } from '../../../main/service/sync/folder/files';
import { FolderProvider } from '../../../main/service/sync/folder/folder-provider';
import type { Sent } from '../../../main/service/sync/folder/heal';
import { type Actor, personKey } from '../../../main/service/sync/folder/layout';
import type { Waiting } from '../../../main/service/sync/queue';
import { MemoryInbox, MemoryOutbox } from './sync-queue';

export const ada: Actor = { homePage: 'https://norlund.example', name: 'ada' };
export const ben: Actor = { homePage: 'https://norlund.example', name: 'ben' };

/** A statement of the usual size; `words` makes it say something of its own. */
export function statementOf(actor: Actor, words = 'an answer', id: string = randomUUID()): Waiting {
  const object = { id: `https://deskwise.org/xapi/items/${encodeURIComponent(words)}` };
  const json = JSON.stringify({
    id,
    actor: { objectType: 'Agent', account: actor },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
    object,
    result: { response: `${words} «œ»`.repeat(6), success: true, score: { scaled: 1 } },
    context: { platform: 'Deskwise', language: 'en', revision: '1.0.0' },
    timestamp: '2026-11-29T10:00:00.000Z',
  });
  return { id, json };
}

/** An outbox that remembers what it was given, to give it again. */
export class LedgerOutbox extends MemoryOutbox implements Sent {
  readonly all = new Map<string, Waiting>();

  override add(each: Waiting): void {
    this.all.set(each.id, each);
    super.add(each);
  }

  page(after: string | null, limit: number): Waiting[] {
    const ids = [...this.sent.keys()];
    const from = after === null ? 0 : ids.indexOf(after) + 1;
    return ids.slice(from, from + limit).flatMap((id) => this.all.get(id) ?? []);
  }
}

export class Desk {
  readonly outbox = new LedgerOutbox();
  readonly inbox = new MemoryInbox();
  readonly device: string;
  provider: FolderProvider;

  constructor(
    private readonly folder: string,
    readonly people: readonly Actor[] = [ada],
    private readonly files?: Files,
    private readonly newId: () => string = randomUUID,
  ) {
    this.device = newId();
    this.provider = this.open();
  }

  /** The app is started anew: all that is not in a queue is forgotten. */
  restart(): void {
    this.provider = this.open();
  }

  answer(count = 1, words = 'an answer'): Waiting[] {
    const [actor = ada] = this.people;
    const statements = Array.from({ length: count }, () => statementOf(actor, words, this.newId()));
    for (const each of statements) this.outbox.add(each);
    return statements;
  }

  step(): Promise<SyncState> {
    return this.provider.step(new AbortController().signal);
  }

  /** Steps until there is nothing to be done at once. */
  async settle(): Promise<SyncState> {
    for (let steps = 0; steps < 10_000; steps++) {
      const state = await this.step();
      if (state.kind !== 'sending' && state.kind !== 'receiving') return state;
    }
    throw new Error('it never came to rest');
  }

  get key(): string {
    return personKey(this.people[0] ?? ada);
  }

  private open(): FolderProvider {
    const target = { folder: this.folder, device: this.device, people: this.people };
    return new FolderProvider(target, {
      ...{ outbox: this.outbox, inbox: this.inbox, sent: this.outbox },
      now: () => new Date('2026-11-29T12:00:00Z'),
      log: () => {},
      random: () => 0.5,
      ...(this.files && { files: this.files }),
    });
  }
}
