// Reads one block as a form: its opening line, then the parts that its kind is made of.
import { isItemKind } from '../../course/blocks';
import { type AsideNode, asideOf, hintsSpot, whySpot } from './asides';
import { attributesOf } from './attribute-types';
import type { BlockForm, FieldValue, FormEntry, FormReading, NoForm } from './form';
import { isList, listSpot, newList } from './list-entries';
import { type Node, readNodes, Tangled } from './nodes';
import { type OpeningSpots, readOpeningSpots } from './opening';
import { cardsSpot, isMeaning, messagesSpot, scenesSpot } from './parts';
import { isPicture, pictureFields } from './picture';
import { type ListNode, type Step, shapeOf } from './shapes';
import { type LineRange, Source } from './source';
import { type EntrySpot, type FieldSpot, type ListSpot, paragraphAt, textSpot } from './spots';
import { tableSpot } from './table-rows';

/** A form, and where each of its fields stands. */
export interface FormSpots extends Pick<EntrySpot, 'fields' | 'lists'> {
  form: BlockForm;
  source: Source;
  opening: OpeningSpots;
}

/** Longer blocks are not shown as a form. */
const longest = 200_000;

export function readForm(text: string): FormReading {
  const read = readSpots(text);
  return typeof read === 'string' ? { form: null, reason: read } : { form: read.form };
}

export function readSpots(text: string): FormSpots | NoForm {
  if (text.length > longest) return 'tangled';
  const source = new Source(text);
  const read = readNodes(source);
  if (typeof read === 'string') return read;
  const opening = readOpeningSpots(source, 0);
  const shape = shapeOf(opening.kind);
  if (!shape) return 'kind-unknown';
  try {
    const body = new Body(source, read.nodes, read.closing, isItemKind(opening.kind));
    body.read(shape);
    if (opening.kind === 'details') body.fields.title = titleSpot(opening);
    const { fields, lists } = body;
    return { source, opening, fields, lists, form: formOf(opening, body) };
  } catch (error) {
    if (error instanceof Tangled) return 'tangled';
    throw error;
  }
}

function titleSpot({ title, titlePlace }: OpeningSpots): FieldSpot {
  return {
    value: title,
    write: (value) => {
      const words = String(value ?? '').trim();
      const needsSpace = titlePlace.from === titlePlace.to && words !== '';
      if (/[\r\n]/.test(words)) return undefined;
      return { ...titlePlace, text: needsSpace ? ` ${words}` : words };
    },
  };
}

/** Walks through the body of a block, a step at a time. */
class Body {
  readonly fields: Record<string, FieldSpot> = {};
  readonly lists: Record<string, ListSpot> = {};
  readonly kept: string[] = [];
  private readonly asides: AsideNode[];
  private readonly nodes: readonly Node[];
  private node = 0;
  private line = 1;

  constructor(
    private readonly source: Source,
    nodes: readonly Node[],
    private readonly closing: number,
    private readonly hasAsides: boolean,
  ) {
    this.asides = hasAsides ? nodes.flatMap((node) => asideOf(source, node) ?? []) : [];
    const aside = new Set(this.asides.map(({ node }) => node));
    this.nodes = nodes.filter((node) => !aside.has(node));
  }

  read(shape: readonly Step[]): void {
    for (const [at, step] of shape.entries()) this.step(step, shape.slice(at + 1));
    this.keep({ from: this.line, to: this.closing });
    if (!this.hasAsides) return;
    this.fields.why = whySpot(this.source, this.asides, this.closing);
    this.lists.hints = hintsSpot(this.source, this.asides, this.closing);
    for (const extra of this.asides.filter(({ kind }) => kind === 'why').slice(1)) {
      this.kept.push(this.source.slice(extra.node.lines));
    }
  }

  private step(step: Step, later: readonly Step[]): void {
    const { source } = this;
    switch (step.find) {
      case 'text': {
        // Up to the next part that there is.
        const ends = later
          .filter(({ find }) => find !== 'text')
          .map((each) => this.find(each))
          .filter((at) => at >= 0);
        const until = ends[0] ?? this.nodes.length;
        this.text(step.field, until);
        return;
      }
      case 'rule': {
        if (this.here() && this.matches(step, this.here())) this.pass();
        return;
      }
      case 'picture': {
        const picture = this.here();
        if (!picture || !this.matches(step, picture)) return;
        Object.assign(this.fields, pictureFields(source, picture));
        this.pass();
        return;
      }
      case 'list': {
        const list = this.here();
        if (list && this.matches(step, list)) {
          this.lists[step.list] = listSpot(source, list, step.entry);
          this.pass();
          return;
        }
        const anchor = this.anchor();
        this.lists[step.list] = {
          entries: [],
          add: (_, fields) =>
            step.entry.items
              ? undefined
              : paragraphAt(
                  source,
                  anchor,
                  newList(source, step.entry, step.node === 'numbered', fields),
                  this.closing,
                ),
        };
        return;
      }
      case 'table': {
        const table = this.here();
        const isThere = table && this.matches(step, table);
        this.lists[step.list] = isThere
          ? tableSpot(source, table, step.columns)
          : { entries: [], add: () => undefined };
        if (isThere) this.pass();
        return;
      }
      case 'scenes':
        this.scenes();
        return;
      case 'messages': {
        const messages = this.rest();
        this.lists.messages = messagesSpot(source, messages);
        for (const { lines } of messages.filter((each) => !this.matches(step, each))) {
          this.kept.push(source.slice(lines));
        }
        this.line = this.closing;
        return;
      }
      case 'cards': {
        const rest = this.rest();
        this.lists.cards = cardsSpot(source, rest);
        for (const { lines } of rest.filter(({ type }) => type !== 'paragraph_open')) {
          this.kept.push(source.slice(lines));
        }
        this.line = this.closing;
      }
    }
  }

  private here(): Node | undefined {
    return this.nodes[this.node];
  }

  private rest(): readonly Node[] {
    return this.nodes.slice(this.node);
  }

  private pass(): void {
    this.line = this.here()?.lines.to ?? this.closing;
    this.node++;
  }

  private find(step: Step): number {
    return this.nodes.findIndex((node, at) => at >= this.node && this.matches(step, node, at));
  }

  private matches(step: Step, node: Node | undefined, at = this.node): boolean {
    if (!node) return false;
    switch (step.find) {
      case 'rule':
        return node.type === 'hr';
      case 'picture':
        return isPicture(this.source, node);
      case 'list':
        return isList(node) && isListOf(this.source, node, step.node);
      case 'table':
        return node.type === 'table_open';
      case 'scenes':
        return node.type === 'heading_open';
      case 'messages':
        return (
          node.type === 'course_block_open' &&
          readOpeningSpots(this.source, node.lines.from).kind === 'message'
        );
      case 'cards':
        return this.beginsCards(at);
      default:
        return false;
    }
  }

  private beginsCards(at: number): boolean {
    const [node, next] = this.nodes.slice(at, at + 2);
    if (node?.type !== 'paragraph_open') return false;
    const { from, to } = node.lines;
    for (let line = from; line < to; line++) {
      if (isMeaning(this.source.words(line))) return true;
    }
    return next?.type === 'paragraph_open' && isMeaning(this.source.words(next.lines.from));
  }

  /** Text up to a node; a hint among it ends the field, and what follows is kept. */
  private text(field: string, until: number): void {
    const { source, closing } = this;
    const range = { from: this.line, to: this.nodes[until]?.lines.from ?? closing };
    const inside = this.asides
      .map(({ node }) => node.lines)
      .filter(({ from }) => from >= range.from && from < range.to);
    const own = { from: range.from, to: inside[0]?.from ?? range.to };
    this.fields[field] = textSpot(source, own, own.to, closing);
    let from = own.to;
    for (const aside of [...inside, { from: range.to, to: range.to }]) {
      this.keep({ from, to: aside.from });
      from = aside.to;
    }
    this.node = until;
    this.line = range.to;
  }

  /** A scene ends at a hint; what stands between that and the next scene is kept. */
  private scenes(): void {
    const asides = this.asides.map(({ node }) => node.lines);
    const scenes = scenesSpot(this.source, this.rest(), asides, this.closing);
    this.lists.scenes = scenes;
    for (const [at, { lines }] of scenes.entries.entries()) {
      this.keep({ from: lines.to, to: scenes.entries[at + 1]?.lines.from ?? this.closing });
    }
    if (scenes.entries.length > 0) this.line = this.closing;
  }

  /** Where a part would stand that is not there: before the asides, or at the end. */
  private anchor(): number {
    const aside = this.asides.find(({ node }) => node.lines.from >= this.line);
    return Math.min(
      aside?.node.lines.from ?? this.closing,
      this.here()?.lines.from ?? this.closing,
    );
  }

  /** Lines that belong to no field. */
  private keep(range: LineRange): void {
    let from = range.from;
    const inside = this.asides
      .map(({ node }) => node.lines)
      .filter((lines) => lines.from >= range.from && lines.from < range.to);
    for (const aside of [...inside, { from: range.to, to: range.to }]) {
      const lines = this.source.trimmed({ from, to: aside.from });
      if (lines.to > lines.from) this.kept.push(this.source.slice(lines));
      from = aside.to;
    }
  }
}

function isListOf(source: Source, list: Node, node: ListNode): boolean {
  const items = list.children;
  switch (node) {
    case 'tasks':
      return items.some(({ lines }) =>
        /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\](?:[ \t]|$)/.test(source.words(lines.from)),
      );
    case 'numbered':
      return list.type === 'ordered_list_open';
    case 'groups':
      return items.some(({ children }) => children.some(isList));
    default:
      return true;
  }
}

function formOf(
  { kind, id, attributes }: OpeningSpots,
  { fields, lists, kept }: Pick<Body, 'fields' | 'lists' | 'kept'>,
): BlockForm {
  const known = attributesOf(kind);
  const written = new Map(attributes.map(({ name, value }) => [name, value]));
  return {
    kind,
    id,
    attributes: known.map(({ name, type }) => ({ name, type, value: written.get(name) ?? null })),
    unknownAttributes: [...written]
      .filter(([name]) => !known.some((each) => each.name === name))
      .map(([name, value]) => ({ name, value })),
    ...entryOf({ fields, lists }),
    kept,
  };
}

function entryOf({ fields, lists }: Pick<EntrySpot, 'fields' | 'lists'>): FormEntry {
  const values = Object.entries(fields).map(([name, { value }]): [string, FieldValue] => [
    name,
    value,
  ]);
  const entries = Object.entries(lists).map(([name, list]): [string, FormEntry[]] => [
    name,
    list.entries.map(entryOf),
  ]);
  return { fields: Object.fromEntries(values), lists: Object.fromEntries(entries) };
}
