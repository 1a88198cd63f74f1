// Reads an operation for a screen, and reads it again whenever something it depends on has changed.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OperationAt, Output } from '../../core/contract';
import type { Failure } from '../../core/errors';
import type { Input } from '../../core/inputs';
import { failureOf } from './ask-error';
import { ask, onChanged, topicsRead } from './client';

export type Query<Value> =
  | { state: 'loading' }
  | { state: 'failed'; failure: Failure; retry: () => void }
  /**
   * `refresh` settles once what it read is the value. `amend` puts in what another answer of the
   * service said meanwhile, so that it need not be read again to be seen.
   */
  | {
      state: 'ready';
      value: Value;
      refresh: () => Promise<void>;
      amend: (change: (value: Value) => Value) => void;
    };

type Held<Value> = { asked: string } & (
  | { ok: true; value: Value }
  | { ok: false; failure: Failure }
);

/** What was read before the screen that shows it. */
const early = new Map<string, unknown>();

/** Reads ahead for a screen that is about to be shown, and finds it there. */
export async function readEarly<Name extends OperationAt<'service'>>(
  name: Name,
  input: Input<Name>,
): Promise<void> {
  early.set(JSON.stringify([name, input]), await ask(name, input));
}

function heldEarly<Value>(asked: string): Held<Value> | null {
  if (!early.has(asked)) return null;
  const value = early.get(asked) as Value;
  early.delete(asked);
  return { asked, ok: true, value };
}

/** Keeps the old value while it reads the same again; another input begins with nothing. */
export function useQuery<Name extends OperationAt<'service'>>(
  name: Name,
  input: Input<Name>,
): Query<Output<Name>> {
  const asked = JSON.stringify([name, input]);
  const [held, setHeld] = useState(() => heldEarly<Output<Name>>(asked));
  const newest = useRef(0);
  const wasEarly = useRef(held !== null);

  const load = useCallback(async () => {
    const [what, given] = JSON.parse(asked) as [Name, Input<Name>];
    const number = ++newest.current;
    let next: Held<Output<Name>>;
    try {
      next = { asked, ok: true, value: await ask(what, given) };
    } catch (thrown) {
      next = { asked, ok: false, failure: failureOf(thrown) };
    }
    if (number === newest.current) setHeld(next);
  }, [asked]);

  useEffect(() => {
    const [what] = JSON.parse(asked) as [Name];
    // What was read a moment ago is read again once it stands: it may have changed in between.
    const idle = wasEarly.current ? requestIdleCallback(() => void load()) : undefined;
    if (idle === undefined) void load();
    wasEarly.current = false;
    const stop = onChanged(topicsRead(what), () => void load());
    return () => {
      if (idle !== undefined) cancelIdleCallback(idle);
      newest.current++;
      stop();
    };
  }, [asked, load]);

  const amend = useCallback((change: (value: Output<Name>) => Output<Name>) => {
    setHeld((now) => (now?.ok ? { ...now, value: change(now.value) } : now));
  }, []);

  if (held?.asked !== asked) return { state: 'loading' };
  if (held.ok) return { state: 'ready', value: held.value, refresh: load, amend };
  const retry = () => {
    setHeld(null);
    void load();
  };
  return { state: 'failed', failure: held.failure, retry };
}
