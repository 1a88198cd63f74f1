// Writes a question as the block that asks it.
import type { BlockContent, List, ListItem, PhrasingContent, RootContent, TableCell } from 'mdast';
import type { Asked, Draft, DraftGap, DraftOption } from './draft';
import { decimal } from './numbers';
import {
  type Flow,
  holds,
  inOneLine,
  isFormatted,
  paragraph,
  textNode,
  wordsOf,
} from './text/flow';
import { type Place, tidy, withoutBox, withoutBraces, withoutQuotes } from './text/tidy';
import { markdownOf } from './text/to-markdown';
import type { AddedWords } from './words';

const blocks = (flow: Flow): BlockContent[] => flow as BlockContent[];

/** A quote that begins with `[!WHY]` or `[!HINT]`. */
function aside(kind: 'WHY' | 'HINT', flow: Flow): RootContent {
  const marker: PhrasingContent = { type: 'marker', value: `[!${kind}]` };
  const [first, ...rest] = flow;
  if (first?.type !== 'paragraph') {
    return { type: 'blockquote', children: [paragraph([marker]), ...blocks(flow)] };
  }
  const begun = paragraph([marker, textNode(' '), ...first.children]);
  return { type: 'blockquote', children: [begun, ...blocks(rest)] };
}

function listItem(text: Flow, feedback: Flow, checked: boolean | null): ListItem {
  const quote: BlockContent[] =
    feedback.length > 0 ? [{ type: 'blockquote', children: blocks(feedback) }] : [];
  return {
    type: 'listItem',
    checked,
    spread: text.length > 1 || text.some(({ type }) => type !== 'paragraph'),
    children: [...blocks(text), ...quote],
  };
}

const list = (ordered: boolean, children: ListItem[]): List => ({
  type: 'list',
  ordered,
  start: ordered ? 1 : null,
  spread: children.some(({ spread }) => spread),
  children,
});

/** What in a question its kind would take for the answers. */
const answersLike: Partial<Record<Asked['kind'], (node: RootContent) => boolean>> = {
  order: (node) => node.type === 'list' && node.ordered === true,
  match: (node) => node.type === 'table',
  reflect: (node) => node.type === 'thematicBreak',
};

export interface WrittenBlock {
  /** Prose that has to stand before the block. */
  before: string;
  block: string;
}

/** Writes one question; `words` are those of the language of its lesson. */
export class BlockWriter {
  constructor(
    private readonly place: Place,
    private readonly words: AddedWords,
  ) {}

  write(draft: Draft, id: string): WrittenBlock {
    const { asked } = draft;
    const isAnswers = answersLike[asked.kind];
    const text = this.clean(draft.text);
    const last = isAnswers === undefined ? -1 : text.findLastIndex(isAnswers);
    if (last >= 0) this.say('text-before');
    const question = text.slice(last + 1);
    // A question that would be empty is the name it has.
    if (draft.name !== '' && !/[^…\s]/.test(wordsOf(question)) && !holds(question, 'image')) {
      question.unshift(paragraph([textNode(draft.name)]));
    }
    const { head, body } = this.body(asked, question);
    const nodes = [
      ...body,
      ...draft.hints.map((hint) => aside('HINT', this.clean(hint))),
      ...(draft.why.length > 0 ? [aside('WHY', this.clean(draft.why))] : []),
    ];
    // Nobody grades a thought, so nothing else may be set.
    const isGraded = asked.kind !== 'reflect';
    const settings = [
      ...(!isGraded || draft.points === 1 ? [] : [`points=${decimal(draft.points)}`]),
      ...(!isGraded || draft.shuffled ? [] : ['shuffle=no']),
      ...head,
    ];
    const attributes = settings.length > 0 ? ` {${settings.join(' ')}}` : '';
    const gaps: DraftGap[] = asked.kind === 'blanks' ? asked.gaps : [];
    return {
      before: last < 0 ? '' : markdownOf(text.slice(0, last + 1)),
      block: `::: ${asked.kind} #${id}${attributes}\n${markdownOf(nodes, gaps)}:::\n`,
    };
  }

  private say(message: 'text-before' | 'text-simplified'): void {
    this.place.report.add(this.place.line, message, { name: this.place.name });
  }

  private clean(flow: Flow): Flow {
    return tidy(flow, this.place);
  }

  private answer(flow: Flow): Flow {
    return withoutBraces(withoutQuotes(this.clean(flow), this.place), this.place);
  }

  private tasks(options: readonly DraftOption[]): RootContent {
    return list(
      false,
      options.map(({ text, feedback, right, pinned }) => {
        const [first, ...rest] = this.answer(text);
        const pin: PhrasingContent = { type: 'marker', value: ' {pin}' };
        const begun =
          pinned && first?.type === 'paragraph' ? paragraph([...first.children, pin]) : first;
        return listItem(begun ? [begun, ...rest] : rest, this.clean(feedback), right);
      }),
    );
  }

  private body(asked: Asked, question: Flow): { head: string[]; body: Flow } {
    switch (asked.kind) {
      case 'choice':
        return { head: [], body: [...question, this.tasks(asked.options)] };
      case 'truefalse':
        return { head: [], body: [...question, this.tasks(asked.statements)] };
      case 'order': {
        const entries = asked.entries.map(({ text, feedback }) =>
          listItem(withoutBox(this.answer(text), this.place), this.clean(feedback), null),
        );
        return { head: [], body: [...question, list(true, entries)] };
      }
      case 'match':
        return { head: [], body: [...question, this.table(asked.pairs)] };
      case 'blanks': {
        const foreseen = asked.foreseen.map(({ answer, feedback }) =>
          listItem([paragraph([textNode(answer)])], this.clean(feedback), false),
        );
        return {
          head: asked.strict ? ['strict'] : [],
          body: [...question, ...(foreseen.length > 0 ? [list(false, foreseen)] : [])],
        };
      }
      case 'reflect': {
        const model = this.clean(asked.model);
        const rule: Flow = model.length > 0 ? [{ type: 'thematicBreak' }, ...model] : [];
        return { head: [], body: [...question, ...rule] };
      }
    }
  }

  private table(pairs: readonly { left: Flow; right: Flow }[]): RootContent {
    const cell = (flow: Flow): TableCell => ({
      type: 'tableCell',
      children: inOneLine(flow),
    });
    const clean = pairs.map(({ left, right }) => [this.clean(left), this.clean(right)] as const);
    // More than one paragraph cannot stand in a cell.
    if (clean.some((sides) => sides.some((side) => side.length > 1 && isFormatted(side)))) {
      this.say('text-simplified');
    }
    const heads = [this.words.given, this.words.belongs].map((head) => [
      paragraph([textNode(head)]),
    ]);
    return {
      type: 'table',
      align: [null, null],
      children: [heads, ...clean].map((row) => ({ type: 'tableRow', children: row.map(cell) })),
    };
  }
}
