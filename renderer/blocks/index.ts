// The table of kinds on the page: adding one is a folder beside this file and a row here.
import type { ItemKind } from '../../core/course/blocks';
import type { ItemView, Verdict } from '../../core/views';
import { address } from './address/address';
import { blanks } from './blanks/blanks';
import type { Block, FormProps, SettledProps } from './block';
import { choice } from './choice/choice';
import { estimate } from './estimate/estimate';
import { form } from './form/form';
import { hotspot } from './hotspot/hotspot';
import { inbox } from './inbox/inbox';
import { mark } from './mark/mark';
import { match } from './match/match';
import { order } from './order/order';
import { password } from './password/password';
import { repair } from './repair/repair';
import { scenario } from './scenario/scenario';
import { sheet } from './sheet/sheet';
import { sort } from './sort/sort';
import { truefalse } from './truefalse/truefalse';

const blocks: { [K in ItemKind]: Block<K> } = {
  choice,
  truefalse,
  order,
  match,
  blanks,
  sort,
  mark,
  form,
  address,
  hotspot,
  inbox,
  sheet,
  estimate,
  scenario,
  repair,
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
  savesAtOnce?: true;
}

/** What is shown and answered always belongs to the item's own kind, so the types may be left out here. */
export const blockOf = (kind: ItemKind): AnyBlock => blocks[kind] as unknown as AnyBlock;
