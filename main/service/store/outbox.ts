// What is to be sent to each target, frozen; and, as rows stay, what left this computer.
import type { Outbox, SetAsideReason, Waiting } from '../sync/queue';
import type { Db } from './database';

export type RowState = 'waiting' | 'delivered' | 'aside';

/** What is told of a row besides its statement. */
export interface Frozen {
  target: string;
  id: string;
  /** Whose doing it tells. */
  learner: string;
  json: string;
  /** The record it tells, where it tells who is who. */
  alias?: string;
  /** What it tells came from another computer. */
  forwarded?: boolean;
  /** The statement it asks to void. */
  voids?: string;
}

/** One line of "what leaves this computer". */
export interface LedgerRow {
  position: number;
  id: string;
  json: string;
  state: RowState;
  /** When it was delivered or set aside, ISO 8601. */
  at: string | null;
  reason: SetAsideReason | null;
  detail: string | null;
  /** The statement it asks to void. */
  voids: string | null;
  /** It was asked to be voided. */
  voided: boolean;
}

export function outboxTable(db: Db, now: () => Date) {
  const insert = db.prepare(
    `INSERT INTO outbox (target, id, learner, alias, forwarded, voids, bytes, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting') ON CONFLICT DO NOTHING`,
  );
  const insertText = db.prepare<[number | bigint, string]>(
    'INSERT INTO outbox_text (position, json) VALUES (?, ?)',
  );
  const has = db.prepare<[string, string], { id: string }>(
    'SELECT id FROM outbox WHERE target = ? AND id = ?',
  );
  const waiting = db.prepare<[string, number], Waiting & { bytes: number }>(
    `SELECT id, json, bytes FROM outbox JOIN outbox_text USING (position)
     WHERE target = ? AND state = 'waiting' ORDER BY position LIMIT ?`,
  );
  const counts = db.prepare<[string], { state: RowState; n: number }>(
    'SELECT state, n FROM outbox_count WHERE target = ?',
  );
  const deliver = db.prepare<[string, string, string]>(
    "UPDATE outbox SET state = 'delivered', at = ?, reason = NULL, detail = NULL WHERE target = ? AND id = ?",
  );
  const setAside = db.prepare<[string, string, string, string, string]>(
    `UPDATE outbox SET state = 'aside', at = ?, reason = ?, detail = ?
     WHERE target = ? AND id = ? AND state = 'waiting'`,
  );
  const forwarded = db.prepare<[string, string], { forwarded: number }>(
    'SELECT forwarded FROM outbox WHERE target = ? AND id = ?',
  );
  const dropWaiting = db.prepare<[string]>(
    "DELETE FROM outbox WHERE target = ? AND state = 'waiting'",
  );
  const waitingIds = db.prepare<[string], { id: string; alias: string | null; forwarded: number }>(
    "SELECT id, alias, forwarded FROM outbox WHERE target = ? AND state = 'waiting' AND voids IS NULL ORDER BY position",
  );
  const isVoided = `EXISTS (SELECT 1 FROM outbox AS other
                            WHERE other.target = outbox.target AND other.voids = outbox.id)`;
  const columns = `position, id, json, state, at, reason, detail, voids, ${isVoided} AS voided`;
  const ledger = db.prepare<
    { target: string; before: number; limit: number; from: string | null; to: string | null },
    LedgerRow & { voided: number }
  >(
    `SELECT ${columns} FROM outbox JOIN outbox_text USING (position)
     WHERE target = @target AND position < @before AND (@from IS NULL OR (at >= @from AND at < @to))
     ORDER BY position DESC LIMIT @limit`,
  );
  const sent = db.prepare<[string, string, string, number], Waiting>(
    `SELECT id, json FROM outbox JOIN outbox_text USING (position)
     WHERE target = ? AND state = 'delivered'
       AND position > coalesce((SELECT position FROM outbox WHERE target = ? AND id = ?), 0)
       AND NOT ${isVoided}
     ORDER BY position LIMIT ?`,
  );
  const lastAt = db.prepare<[string], { at: string | null }>(
    "SELECT at FROM outbox WHERE target = ? AND state = 'delivered' ORDER BY position DESC LIMIT 1",
  );
  const reasons = db.prepare<[string], { reason: SetAsideReason; count: number }>(
    `SELECT reason, count(*) AS count FROM outbox WHERE target = ? AND state = 'aside'
     GROUP BY reason ORDER BY reason`,
  );
  const aside = db.prepare<[string, number], LedgerRow & { voided: number }>(
    `SELECT ${columns} FROM outbox JOIN outbox_text USING (position)
     WHERE target = ? AND state = 'aside' ORDER BY position LIMIT ?`,
  );
  const ofHome = db.prepare<
    { home: string },
    Omit<LedgerRow, 'position' | 'voided'> & { target: string }
  >(
    `WITH own (learner) AS (SELECT learner FROM identity WHERE home = @home)
     SELECT target, id, json, state, at, reason, detail, voids
     FROM outbox JOIN outbox_text USING (position)
     WHERE learner IN own
       OR alias IN (SELECT id FROM alias WHERE learner IN own OR other IN own)
     ORDER BY position`,
  );
  const delivered = db.prepare<[string], { id: string; learner: string }>(
    `SELECT id, learner FROM outbox WHERE target = ? AND state = 'delivered' AND voids IS NULL
     AND NOT ${isVoided} ORDER BY position`,
  );
  const toLedger = (row: LedgerRow & { voided: number | boolean }): LedgerRow => ({
    ...row,
    voided: Boolean(row.voided),
  });
  const encoder = new TextEncoder();

  return {
    /** A statement under an id that is known already is not frozen again. */
    add({ target, id, learner, json, alias, forwarded: isForwarded, voids }: Frozen): void {
      const { length } = encoder.encode(json);
      const flag = isForwarded ? 1 : 0;
      const row = [target, id, learner, alias ?? null, flag, voids ?? null, length];
      const { changes, lastInsertRowid } = insert.run(...row);
      if (changes === 1) insertText.run(lastInsertRowid, json);
    },
    has: (target: string, id: string): boolean => has.get(target, id) !== undefined,
    dropWaiting: (target: string): void => void dropWaiting.run(target),
    /** What waits, but for what asks to void something. */
    waitingIds: (target: string) => waitingIds.all(target),
    /** What arrived and was not asked to be voided since. */
    delivered: (target: string) => delivered.all(target),
    /** The newest first, from before a position of this list; `within` are ISO times of `at`. */
    ledger(
      target: string,
      before: number | null,
      limit: number,
      within: { from: string; to: string } | null = null,
    ): LedgerRow[] {
      const { from, to } = within ?? { from: null, to: null };
      return ledger
        .all({ target, before: before ?? Number.MAX_SAFE_INTEGER, limit, from, to })
        .map(toLedger);
    },
    /** What arrived and was not taken back, in an order that stays; behind the one with this id. */
    sent: (target: string) => ({
      page: (after: string | null, limit: number): Waiting[] =>
        sent.all(target, target, after ?? '', limit),
    }),
    /** When something last arrived, ISO 8601. */
    lastAt: (target: string): string | null => lastAt.get(target)?.at ?? null,
    reasons: (target: string) => reasons.all(target),
    /** All that is kept of what a profile did, or of who it is, whatever target it was frozen for. */
    ofHome: (home: string) => ofHome.all({ home }),
    aside: (target: string, limit: number): LedgerRow[] => aside.all(target, limit).map(toLedger),

    /** The queue of one target. */
    of: (target: string): Outbox => ({
      waiting(limit, bytes) {
        const found: Waiting[] = [];
        let sum = 0;
        for (const { bytes: own, ...row } of waiting.iterate(target, limit)) {
          sum += own;
          if (sum > bytes && found.length > 0) break;
          found.push(row);
        }
        return found;
      },
      counts() {
        const n = new Map(counts.all(target).map((row) => [row.state, row.n]));
        return {
          waiting: n.get('waiting') ?? 0,
          delivered: n.get('delivered') ?? 0,
          setAside: n.get('aside') ?? 0,
        };
      },
      delivered(ids, at) {
        db.transaction(() => {
          for (const id of ids) deliver.run(at, target, id);
        })();
      },
      setAside(id, reason, detail) {
        const at = now().toISOString();
        // The other computer sent it there itself, in its own words: it has arrived.
        const isThere = reason === 'different-there' && forwarded.get(target, id)?.forwarded === 1;
        if (isThere) deliver.run(at, target, id);
        else setAside.run(at, reason, detail, target, id);
      },
    }),
  };
}
