// A list that is read a part at a time, and goes on where it was left.
import { useCallback, useEffect, useState } from 'react';
import { type ActionState, useAction } from '../../client/use-action';

export interface Page<Row> {
  rows: readonly Row[];
  /** Where to go on; null at the end. */
  next: number | null;
}

/** `load` must stay the same function as long as the list is the same. */
export function usePages<Row>(load: (from: number | null) => Promise<Page<Row>>): {
  rows: readonly Row[];
  isRead: boolean;
  /** Null at the end. */
  more: (() => void) | null;
  state: ActionState;
} {
  const [list, setList] = useState<{ of: typeof load; page: Page<Row> } | null>(null);
  const { state, run } = useAction();
  const read = useCallback(
    (from: number | null, before: readonly Row[]) =>
      void run(async () => {
        const { rows, next } = await load(from);
        setList({ of: load, page: { rows: [...before, ...rows], next } });
      }),
    [load, run],
  );
  useEffect(() => read(null, []), [read]);
  // What was read of another list is not shown as if it were of this one.
  const page = list?.of === load ? list.page : null;
  const rows = page?.rows ?? [];
  const next = page?.next ?? null;
  return {
    ...{ rows, isRead: page !== null, state },
    more: next === null ? null : () => read(next, rows),
  };
}
