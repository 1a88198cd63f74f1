// The table of graded kinds: adding a kind is a file beside this one and a row here.
import { groupKinds } from '../group';
import { keptKinds } from '../kept';
import { address } from './address';
import { blanks } from './blanks';
import { choice } from './choice';
import { estimate } from './estimate';
import { form } from './form';
import { hotspot } from './hotspot';
import { inbox } from './inbox';
import type { GradedKind } from './kind';
import { mark } from './mark';
import { match } from './match';
import { order } from './order';
import { password } from './password';
import { repair } from './repair';
import { scenario } from './scenario';
import { sheet } from './sheet';
import { sort } from './sort';
import { truefalse } from './truefalse';

export const gradedKinds = {
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
} as const;

/** Blocks that stand only inside a graded one, and in which. */
export const partKinds: Readonly<Record<string, ItemKind>> = { message: 'inbox' };

/** Blocks that ask nothing; they are read in `read-plain.ts`. */
export const plainKinds = [
  'details',
  'figure',
  'steps',
  'columns',
  'video',
  'audio',
  'whatif',
] as const;

export type ItemKind = keyof typeof gradedKinds;
type KindOf<K extends ItemKind> = (typeof gradedKinds)[K];

export type ContentOf<K extends ItemKind> =
  KindOf<K> extends GradedKind<infer Content, infer _Shown, infer _Answer, infer _Due>
    ? Content
    : never;
export type ShownOf<K extends ItemKind> =
  KindOf<K> extends GradedKind<infer _Content, infer Shown, infer _Answer, infer _Due>
    ? Shown
    : never;
export type AnswerOf<K extends ItemKind> =
  KindOf<K> extends GradedKind<infer _Content, infer _Shown, infer Answer, infer _Due>
    ? Answer
    : never;
export type DueOf<K extends ItemKind> =
  KindOf<K> extends GradedKind<infer _Content, infer _Shown, infer _Answer, infer Due>
    ? Due
    : never;

/** The kind without its types, for code that treats all kinds alike. */
export type AnyKind = GradedKind<unknown, unknown, unknown, unknown>;

export const isItemKind = (kind: string): kind is ItemKind => Object.hasOwn(gradedKinds, kind);

/** Content and answer of an item always belong to its own kind, so the types may be left out here. */
export const kindOf = (kind: ItemKind): AnyKind => gradedKinds[kind] as unknown as AnyKind;

export const isPartKind = (kind: string): boolean => Object.hasOwn(partKinds, kind);

export const allKinds: readonly string[] = [
  ...Object.keys(gradedKinds),
  ...Object.keys(partKinds),
  ...Object.keys(keptKinds),
  ...plainKinds,
  ...groupKinds,
];
