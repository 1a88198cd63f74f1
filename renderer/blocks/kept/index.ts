// The table of kept kinds on the page: adding one is a file beside this one and a row here.
import type { KeptKindName } from '../../../core/course/kept';
import type { KeptView } from '../../../core/views';
import { cards } from './cards';
import { checklist } from './checklist';
import type { KeptActions, KeptBlock } from './kept-block';
import { plan } from './plan';
import { poll } from './poll';
import { reflect } from './reflect';

const blocks: { [K in KeptKindName]: KeptBlock<K> } = { checklist, reflect, poll, plan, cards };

/** A row without the types of its kind, for the frame that treats all kinds alike. */
interface AnyKeptBlock extends Pick<KeptBlock<KeptKindName>, 'icon'> {
  Body: (props: { view: KeptView; labelId: string; actions: KeptActions }) => React.ReactNode;
}

/** What is shown and kept always belongs to the block's own kind, so the types may be left out here. */
export const keptBlockOf = (kind: KeptKindName): AnyKeptBlock =>
  blocks[kind] as unknown as AnyKeptBlock;
