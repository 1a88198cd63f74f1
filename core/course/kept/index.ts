// The table of kept kinds: adding a kind is a file beside this one and a row here.
import { cards } from './cards';
import { checklist } from './checklist';
import type { KeptKind } from './kind';
import { plan } from './plan';
import { poll } from './poll';
import { reflect } from './reflect';

export const keptKinds = { checklist, reflect, poll, plan, cards } as const;

export type KeptKindName = keyof typeof keptKinds;
type KindOf<K extends KeptKindName> = (typeof keptKinds)[K];

export type KeptContentOf<K extends KeptKindName> =
  KindOf<K> extends KeptKind<infer Content, infer _Shown, infer _Answer, infer _After>
    ? Content
    : never;
export type KeptShownOf<K extends KeptKindName> =
  KindOf<K> extends KeptKind<infer _Content, infer Shown, infer _Answer, infer _After>
    ? Shown
    : never;
export type KeptAnswerOf<K extends KeptKindName> =
  KindOf<K> extends KeptKind<infer _Content, infer _Shown, infer Answer, infer _After>
    ? Answer
    : never;
export type AfterOf<K extends KeptKindName> =
  KindOf<K> extends KeptKind<infer _Content, infer _Shown, infer _Answer, infer After>
    ? After
    : never;

/** The kind without its types, for code that treats all kinds alike. */
export type AnyKeptKind = KeptKind<unknown, unknown, unknown, unknown>;

export const isKeptKind = (kind: string): kind is KeptKindName => Object.hasOwn(keptKinds, kind);

/** Content and answer always belong to the block's own kind, so the types may be left out here. */
export const keptKindOf = (kind: KeptKindName): AnyKeptKind =>
  keptKinds[kind] as unknown as AnyKeptKind;
