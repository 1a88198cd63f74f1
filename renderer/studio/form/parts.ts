// What a form shows, in the order of the text, and with which control.
import { isItemKind } from '../../../core/course/blocks';
import { natures } from '../../../core/course/blocks/inbox-verdicts';
import { outcomes } from '../../../core/course/blocks/scenario-content';
import { isGroupKind } from '../../../core/course/group';
import { isKeptKind } from '../../../core/course/kept';
import type { BlockForm, FieldValue, FormEntry } from '../../../core/studio/block-form/form';
import { type EntryShape, type Step, shapeOf } from '../../../core/studio/block-form/shapes';

/** What is asked is kept by its id. */
export const hasId = (kind: string): boolean =>
  isItemKind(kind) || isKeptKind(kind) || isGroupKind(kind);

export type Part = { field: string } | { list: string };

export type FieldControl =
  /** Some lines; one line. */
  | { is: 'words' }
  | { is: 'line' }
  | { is: 'box' }
  | { is: 'oneOf'; values: readonly string[]; needed: boolean };

export interface EntryPart {
  name: string;
  control: FieldControl;
}

const boxes: ReadonlySet<string> = new Set(['right', 'pinned']);
const lines: ReadonlySet<string> = new Set([
  'title',
  'alt',
  'src',
  'id',
  'term',
  'left',
  'match',
  'setting',
  'choices',
  'from',
  'subject',
]);

/** `inTable`: a cell is one line. */
export function controlOf(name: string, inTable = false): FieldControl {
  if (boxes.has(name)) return { is: 'box' };
  if (name === 'outcome') return { is: 'oneOf', values: outcomes, needed: false };
  if (name === 'verdict') return { is: 'oneOf', values: natures, needed: true };
  return { is: inTable || lines.has(name) ? 'line' : 'words' };
}

function partsOfStep(step: Step): Part[] {
  switch (step.find) {
    case 'text':
      return [{ field: step.field }];
    case 'rule':
      return [];
    case 'picture':
      return [{ field: 'alt' }, { field: 'src' }];
    case 'list':
    case 'table':
      return [{ list: step.list }];
    default:
      return [{ list: step.find }];
  }
}

/** The title first; hints and the explanation last. */
export function partsOf({ kind, fields, lists }: BlockForm): Part[] {
  const inBody = (shapeOf(kind) ?? []).flatMap(partsOfStep);
  const order: Part[] = [{ field: 'title' }, ...inBody, { list: 'hints' }, { field: 'why' }];
  return order.filter((part) =>
    'field' in part ? Object.hasOwn(fields, part.field) : Object.hasOwn(lists, part.list),
  );
}

function fieldsOfEntry({ box, pin, feedback }: EntryShape): string[] {
  return [
    'text',
    ...(box === 'judged' ? ['right'] : []),
    ...(pin ? ['pinned'] : []),
    ...(feedback ? ['feedback'] : []),
  ];
}

function fieldsOfStep(step: Step, names: readonly string[]): string[] {
  switch (step.find) {
    case 'list':
      return fieldsOfEntry(names.length > 1 ? (step.entry.items ?? {}) : step.entry);
    case 'table':
      return [...step.columns];
    case 'scenes':
      return ['title', 'outcome', 'text'];
    case 'cards':
      return ['term', 'meaning'];
    case 'messages':
      return ['from', 'subject', 'verdict', 'body', 'why'];
    default:
      return [];
  }
}

const nameOfList = (step: Step): string =>
  step.find === 'list' || step.find === 'table' ? step.list : step.find;

const stepOf = (kind: string, list: string | undefined): Step | undefined =>
  shapeOf(kind)?.find((step) => nameOfList(step) === list);

export const isTable = (kind: string, list: string): boolean =>
  stepOf(kind, list)?.find === 'table';

/** What a new entry of a list is asked for; none where it cannot be made here. `names`: the lists that lead to it. */
export function newEntryParts(kind: string, names: readonly string[]): EntryPart[] {
  const [list] = names;
  const step = stepOf(kind, list);
  const fields = list === 'hints' ? ['text'] : step ? fieldsOfStep(step, names) : [];
  return fields.map((name) => ({ name, control: controlOf(name, step?.find === 'table') }));
}

/** What an entry that is there has, in the order in which it is written. */
export function entryParts(kind: string, list: string, { fields }: FormEntry): EntryPart[] {
  return Object.entries(fields)
    .filter(([name, value]) => !(name === 'pinned' && value === null))
    .map(([name]) => ({ name, control: controlOf(name, isTable(kind, list)) }));
}

export const wordsOf = (value: FieldValue | undefined): string =>
  typeof value === 'string' ? value : '';
