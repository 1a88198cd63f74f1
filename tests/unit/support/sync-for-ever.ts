// A process of its own that writes into a shared folder without end and says what counts as delivered;
// it waits to be killed. Arguments: folder, device, file of the cursor, and `early` to say it before.
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { replaceFile } from '../../../main/service/files/replace-file';
import { FolderProvider } from '../../../main/service/sync/folder/folder-provider';
import { ada, LedgerOutbox, statementOf } from './folder-desk';
import { MemoryInbox } from './sync-queue';

const [folder = '', device = '', cursorFile = '', when] = process.argv.slice(2);
const say = (ids: readonly string[]): void => void writeSync(1, `${ids.join('\n')}\n`);

class SayingOutbox extends LedgerOutbox {
  override delivered(ids: readonly string[], at: string): void {
    super.delivered(ids, at);
    if (when !== 'early') say(ids);
  }
}

class LastingInbox extends MemoryInbox {
  override cursor(): string | null {
    return existsSync(cursorFile) ? readFileSync(cursorFile, 'utf8') : null;
  }

  override keepCursor(cursor: string): void {
    replaceFile(cursorFile, cursor);
  }
}

const outbox = new SayingOutbox();
const target = { folder, device, people: [ada] };
const provider = new FolderProvider(target, {
  ...{ outbox, sent: outbox, inbox: new LastingInbox() },
  now: () => new Date(),
  log: (words, error) => console.error(words, error),
});
for (;;) {
  const statements = Array.from({ length: 5 }, () => statementOf(ada, 'an answer', uuidv7()));
  for (const each of statements) outbox.add(each);
  if (when === 'early') say(statements.map(({ id }) => id));
  await provider.step(new AbortController().signal);
}
