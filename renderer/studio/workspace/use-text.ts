// The text that is open in the editor, kept on disk while it is written.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../core/errors';
import { failureOf } from '../../client/ask-error';
import { ask, onChanged } from '../../client/client';
import { type KeptState, TextKeeper } from './text-keeper';

export type OpenText =
  | { state: 'loading' }
  | { state: 'failed'; failure: Failure; retry: () => void }
  | {
      state: 'ready';
      text: string;
      kept: KeptState;
      /** The same with what was changed since this was drawn. */
      textNow: () => string;
      change: (text: string) => void;
      /** Saves at once: before something else looks at the file. */
      flush: () => Promise<void>;
      keepMine: () => void;
      takeTheirs: () => void;
    };

/** The text once it is there. */
export type ReadyText = Extract<OpenText, { state: 'ready' }>;

type Held = { text: string; kept: KeptState } | { failure: Failure } | null;

export function useText(folder: string, file: string): OpenText {
  const [held, setHeld] = useState<Held>(null);
  const [tries, setTries] = useState(0);
  const keeper = useRef<TextKeeper | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try opens it anew
  useEffect(() => {
    const on = { folder, file };
    let isOpen = true;
    const made = new TextKeeper(
      {
        read: () => ask('studio.read', on),
        save: (text, base) => ask('studio.save', { ...on, text, base }),
        setAside: (text) => ask('studio.set-aside', { ...on, text }),
      },
      (text, kept) => {
        if (isOpen) setHeld({ text, kept });
      },
    );
    keeper.current = made;
    setHeld(null);
    made.open().catch((thrown: unknown) => {
      if (isOpen) setHeld({ failure: failureOf(thrown) });
    });
    const stop = onChanged(['library'], () => void made.look());
    const leave = (): void => made.leave();
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', leave);
    return () => {
      isOpen = false;
      stop();
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
      made.leave();
    };
  }, [folder, file, tries]);

  const textNow = useCallback(() => keeper.current?.now() ?? '', []);
  const change = useCallback((text: string) => keeper.current?.change(text), []);
  const flush = useCallback(async () => keeper.current?.flush(), []);
  const keepMine = useCallback(() => void keeper.current?.keepMine(), []);
  const takeTheirs = useCallback(() => void keeper.current?.takeTheirs(), []);

  if (held === null) return { state: 'loading' };
  if ('failure' in held) {
    return { state: 'failed', failure: held.failure, retry: () => setTries((now) => now + 1) };
  }
  return { state: 'ready', ...held, textNow, change, flush, keepMine, takeTheirs };
}
