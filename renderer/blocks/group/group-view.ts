// What the frame of a pool or a test shows.
import type { GroupView, ItemView } from '../../../core/views';
import { blockOf } from '../index';

/** Questions of a running test whose answer is missing or has gaps. */
export const openIn = (items: readonly ItemView[]): ItemView[] =>
  items.filter(({ kind, shown, draft, verdict }) => {
    if (verdict) return false;
    const block = blockOf(kind);
    return draft === null || block.missing(shown, block.begin(shown, draft)).length > 0;
  });

/** A pool with more questions than it shows can show others, once these are done. */
export const hasOthers = ({ kind, items, of, finished }: GroupView): boolean =>
  kind === 'pool' && finished && of > items.length;
