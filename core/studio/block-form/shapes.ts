// What the body of each kind is made of, in order: the names are those of the form's fields and lists.
import type { ItemKind } from '../../course/blocks';
import type { GroupKind } from '../../course/group';
import type { KeptKindName } from '../../course/kept';

/** What an entry of a list may have besides its `text`. */
export interface EntryShape {
  /**
   * A box before it. `judged`: it says whether the entry is `right`; `maybe`: so does this, where
   * it is written; `open`: it stands in each line and says nothing.
   */
  box?: 'judged' | 'maybe' | 'open';
  /** `{pin}` at the end: `pinned`. */
  pin?: true;
  /** A quote under it: `feedback`. */
  feedback?: true;
  /** A list under it, by the name `items`. */
  items?: EntryShape;
}

export type ListNode = 'tasks' | 'numbered' | 'any' | 'groups';

export type Step =
  | { find: 'text'; field: string }
  | { find: 'rule' }
  /** A picture on a line of its own: `alt` and `src`. */
  | { find: 'picture' }
  | { find: 'list'; list: string; node: ListNode; entry: EntryShape }
  /** Rows with a field for each column. */
  | { find: 'table'; list: string; columns: readonly string[] }
  /** Headings, each with the text under it: `title`, `outcome`, `text`. */
  | { find: 'scenes' }
  /** Blocks inside: `id`, `verdict`, `text`. */
  | { find: 'messages' }
  /** `term` and `meaning`. */
  | { find: 'cards' };

const question: Step = { find: 'text', field: 'question' };
const rule: Step = { find: 'rule' };
const picture: Step = { find: 'picture' };
const text = (field: string): Step => ({ find: 'text', field });
const list = (name: string, node: ListNode, entry: EntryShape): Step => ({
  find: 'list',
  list: name,
  node,
  entry,
});

const judged = list('answers', 'tasks', { box: 'judged', feedback: true });

const shapes: Readonly<Record<ItemKind | KeptKindName, readonly Step[]>> = {
  choice: [question, list('answers', 'tasks', { box: 'judged', pin: true, feedback: true })],
  truefalse: [question, judged],
  order: [question, list('steps', 'numbered', { feedback: true })],
  match: [question, { find: 'table', list: 'pairs', columns: ['left', 'match'] }],
  blanks: [text('text'), list('foreseen', 'tasks', { box: 'open', feedback: true })],
  sort: [question, list('groups', 'groups', { items: { feedback: true } })],
  mark: [text('text'), judged],
  form: [question, { find: 'table', list: 'settings', columns: ['setting', 'choices', 'why'] }],
  address: [question, judged],
  hotspot: [question, picture, judged],
  inbox: [question, { find: 'messages' }],
  sheet: [text('text'), list('cells', 'any', { box: 'maybe', feedback: true })],
  estimate: [question],
  scenario: [question, { find: 'scenes' }],
  repair: [
    question,
    rule,
    text('text'),
    list('checks', 'any', { feedback: true }),
    rule,
    text('model'),
  ],
  password: [question],
  checklist: [question, list('items', 'tasks', { box: 'open' })],
  reflect: [question, rule, text('model')],
  poll: [question, list('options', 'any', {})],
  plan: [question, list('lines', 'any', {})],
  cards: [question, { find: 'cards' }],
};

type OtherKind = 'details' | 'figure' | 'steps' | 'columns' | 'video' | 'audio' | 'whatif';

const others: Readonly<Record<OtherKind | GroupKind, readonly Step[]>> = {
  details: [text('text')],
  figure: [picture, text('text'), rule, text('description')],
  steps: [text('text')],
  columns: [text('text')],
  video: [text('text'), rule, text('transcript')],
  audio: [text('text'), rule, text('transcript')],
  whatif: [text('text')],
  pool: [text('text')],
  test: [text('text')],
};

const all: ReadonlyMap<string, readonly Step[]> = new Map(Object.entries({ ...shapes, ...others }));

/** Undefined for what is no block of its own. */
export const shapeOf = (kind: string): readonly Step[] | undefined => all.get(kind);
