// The table of kinds on the page: adding one is a folder beside this file and a row here.
import type { ItemKind } from '../../core/course/blocks';
import type { ItemView, Verdict } from '../../core/views';
import { address } from './address/address';
import { blanks } from './blanks/blanks';
import type { Block, FormProps, SettledProps } from './block';
import { choice } from './choice/choice';
import { estimate } from './estimate/estimate';
import { hotspot } from './hotspot/hotspot';
import { match } from './match/match';
import { order } from './order/order';
import { password } from './password/password';
import { truefalse } from './truefalse/truefalse';

const blocks: { [K in ItemKind]: Block<K> } = {
  choice,
  truefalse,
  order,
  match,
  blanks,
  address,
  hotspot,
  estimate,
  password,
};

/** A row without the types of its kind, for the frame that treats all kinds alike. */
export interface AnyBlock {
  Form: (
    props: Omit<FormProps<ItemKind>, 'view' | 'answer' | 'onAnswer'> & {
      view: ItemView;
      answer: unknown;
      onAnswer: (answer: unknown) => void;
    },
  ) => React.ReactNode;
  Settled: (
    props: Omit<SettledProps<ItemKind>, 'view' | 'given' | 'keyOf'> & {
      view: ItemView;
      given: unknown;
      keyOf: NonNullable<Verdict['key']>;
    },
  ) => React.ReactNode;
  begin: (shown: unknown, saved: unknown) => unknown;
  missing: (shown: unknown, answer: unknown) => number[];
  useWords: () => {
    missing: (shown: unknown, parts: readonly number[]) => string;
    count: (view: ItemView, verdict: Verdict) => string | null;
  };
}

/** What is shown and answered always belongs to the item's own kind, so the types may be left out here. */
export const blockOf = (kind: ItemKind): AnyBlock => blocks[kind] as unknown as AnyBlock;
