// What a form shows of one block, and what it may ask to change.
import type { AttributeType } from './attribute-types';

/** Null: the block has no such part, but could have. */
export type FieldValue = string | boolean | null;

export interface FormEntry {
  fields: Record<string, FieldValue>;
  lists: Record<string, FormEntry[]>;
}

export interface FormAttribute {
  name: string;
  type: AttributeType;
  /** As it is written; null when it is not. */
  value: string | null;
}

/** `fields` and `lists` have the names that `shapes.ts` gives to the parts of each kind. */
export interface BlockForm extends FormEntry {
  kind: string;
  id: string | null;
  /** All that the kind knows, written or not. */
  attributes: FormAttribute[];
  /** Written, but unknown to the kind: kept as they are. */
  unknownAttributes: { name: string; value: string }[];
  /** Pieces of the body that no field shows: kept as they are. */
  kept: string[];
}

/** Why a text has no form. The words for it are the screen's. */
export type NoForm =
  /** It does not begin with the opening line of a block. */
  | 'no-block'
  /** The block is not closed. */
  | 'not-closed'
  /** There is more behind its end. */
  | 'more-behind'
  /** Nobody knows this kind. */
  | 'kind-unknown'
  /** Its parts are written in a way that only the text can show. */
  | 'tangled';

export type FormReading = { form: BlockForm } | { form: null; reason: NoForm };

/** Names of lists and places in them by turns; the last step names a field or a list. */
export type Path = readonly (string | number)[];

export type FormChange =
  | { change: 'field'; path: Path; value: FieldValue }
  | { change: 'id'; value: string }
  /** Null takes it away. */
  | { change: 'attribute'; name: string; value: string | null }
  | { change: 'add'; path: Path; at: number; fields: Record<string, FieldValue> }
  | { change: 'remove'; path: Path; at: number }
  /** `to` is the place it has afterwards. */
  | { change: 'move'; path: Path; from: number; to: number };
