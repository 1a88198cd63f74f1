// Prints what a course file was read as, so that a person can compare it with the text at a glance.
// Each line begins with the line of the source; `{…}` is everything in a text that is not plain text.

import type { ContentOf } from '../core/course/blocks';
import { cellName } from '../core/course/blocks/sheet-cells';
import type { Group } from '../core/course/group';
import type { Item } from '../core/course/item';
import type { Kept } from '../core/course/kept/kept';
import type { ParsedCourseFile, ParsedGlossary, ParsedLessonFile } from '../core/course/parse';
import type { Problem } from '../core/course/problem';
import type { Inline, LinkTarget, ListItem, Prose } from '../core/course/prose';
import { inboxLines } from './outline-inbox';

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
const part = (name: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [name, ...indent(lines)];

function target(to: LinkTarget): string {
  switch (to.to) {
    case 'web':
    case 'mail':
    case 'refused':
    case 'shown':
      return `${to.to} ${to.url}`;
    case 'anchor':
      return `anchor #${to.anchor}`;
    case 'file':
      return `file ${to.path}${to.anchor === undefined ? '' : `#${to.anchor}`}`;
  }
}

const titled = (node: { title?: string }): string =>
  node.title === undefined ? '' : ` (${node.title})`;

const wide = ({ width }: { width?: string }): string => (width === undefined ? '' : ` ↔ ${width}`);

function inline(nodes: readonly Inline[]): string {
  return nodes.map(inlineNode).join('');
}

function inlineNode(node: Inline): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return `{code ${node.text}}`;
    case 'emphasis':
    case 'strong':
    case 'strike':
    case 'marked':
      return `{${node.type} ${inline(node.children)}}`;
    case 'link':
      return `{link ${inline(node.children)} → ${target(node.target)}${titled(node)}}`;
    case 'image':
      return `{image ${node.alt} → ${target(node.source)}${titled(node)}${wide(node)}}`;
    case 'break':
      return node.hard ? '{hard break}' : '{break}';
    case 'footnote-reference':
      return `{note ${node.number}${node.occurrence > 0 ? `, place ${node.occurrence}` : ''}}`;
    case 'organisation':
      return `{organisation ${node.key} | ${node.fallback}}`;
    case 'gap':
      return `{gap ${node.gap}}`;
    case 'unit':
      return `{${node.unit} ${inline(node.children)}}`;
  }
}

/** Prints prose; items are printed at their place. */
class Printer {
  constructor(
    private readonly items: ReadonlyMap<string, Item>,
    private readonly kept: ReadonlyMap<string, Kept>,
  ) {}

  all(nodes: readonly Prose[]): string[] {
    return nodes.flatMap((node) => this.node(node));
  }

  private node(node: Prose): string[] {
    const head = (words: string): string => `${node.line} ${words}`;
    switch (node.type) {
      case 'paragraph':
        return [head(`paragraph: ${inline(node.children)}`)];
      case 'heading':
        return [head(`heading ${node.level} #${node.anchor}: ${inline(node.children)}`)];
      case 'rule':
        return [head('rule')];
      case 'code':
        return [
          head(`code ${node.language || '–'}`),
          ...indent(node.text.replace(/\n$/, '').split('\n')),
        ];
      case 'quote':
        return [head('quote'), ...indent(this.all(node.children))];
      case 'alert':
        return [head(`alert ${node.kind}`), ...indent(this.all(node.children))];
      case 'details':
        return [head(`details: ${inline(node.title)}`), ...indent(this.all(node.children))];
      case 'list': {
        const kind = node.ordered ? `list from ${node.start}` : 'list';
        return [
          head(node.tight ? kind : `${kind}, loose`),
          ...indent(node.items.flatMap((item) => this.listItem(item))),
        ];
      }
      case 'table':
        return [
          head(`table ${node.align.map((align) => align ?? '–').join(' ')}`),
          `  head: ${node.head.map(inline).join(' | ')}`,
          ...node.rows.map((row) => `  ${row.line} row: ${row.cells.map(inline).join(' | ')}`),
        ];
      case 'footnotes':
        return [
          head('footnotes'),
          ...indent(
            node.notes.flatMap((note) =>
              part(`note ${note.number}, ${note.occurrences} place(s)`, this.all(note.children)),
            ),
          ),
        ];
      case 'figure':
        return [
          head(`figure${node.id === undefined ? '' : ` #${node.id}`}`),
          `  image: ${node.image.alt} → ${target(node.image.source)}${wide(node.image)}`,
          ...indent(part('caption', this.all(node.caption))),
          ...indent(part('description', this.all(node.description))),
        ];
      case 'group':
        return [head(`group #${node.id}`), ...indent(this.all(node.children))];
      case 'whatif':
        return [
          head('whatif'),
          ...indent([
            ...node.model.inputs.map(
              ({ label, name, start, min, max, unit }) =>
                `input ${label} (${name}): ${start}, ${min} to ${max} ${unit}`,
            ),
            ...node.model.formulas.map(
              ({ label, name, expression, unit }) => `${label} (${name}) = ${expression} ${unit}`,
            ),
            ...(node.model.along === null ? [] : [`drawn along ${node.model.along}`]),
            ...this.all(node.children),
          ]),
        ];
      case 'steps':
        return [head('steps'), ...indent(this.all(node.children))];
      case 'columns':
        return [
          head('columns'),
          ...indent(node.columns.flatMap((column) => part('column', this.all(column)))),
        ];
      case 'media':
        return [
          head(`${node.kind}: ${target(node.source)}`),
          ...(node.captions ? [`  captions: ${target(node.captions)}`] : []),
          ...(node.poster ? [`  poster: ${target(node.poster)}`] : []),
          ...indent(part('caption', this.all(node.caption))),
          ...indent(part('transcript', this.all(node.transcript))),
        ];
      case 'item': {
        const item = this.items.get(node.id);
        return item ? this.item(item) : [head(`item #${node.id}: not found`)];
      }
      case 'kept': {
        const kept = this.kept.get(node.id);
        return kept ? this.keptBlock(kept) : [head(`kept #${node.id}: not found`)];
      }
    }
  }

  private listItem(item: ListItem): string[] {
    const mark = item.task === undefined ? '-' : item.task === 'done' ? '[x]' : '[ ]';
    return [`${item.line} ${mark}`, ...indent(this.all(item.children))];
  }

  item(item: Item): string[] {
    const settings = [
      item.points === 1 ? '' : `points=${item.points}`,
      item.hintCost === 0 ? '' : `hintcost=${item.hintCost}`,
      item.tries === null ? '' : `tries=${item.tries}`,
      item.sure === null ? '' : `sure=${item.sure}`,
      item.review ? '' : 'review=no',
      item.competence === null ? '' : `competence=${item.competence}`,
      item.shuffled ? '' : 'shuffle=no',
    ].filter((each) => each !== '');
    return [
      [`${item.line} ${item.kind} #${item.id}`, ...settings].join(' '),
      ...indent([
        ...part('question', this.all(item.question)),
        ...this.content(item),
        ...item.hints.flatMap((hint) => part('hint', this.all(hint))),
        ...part('why', this.all(item.why)),
      ]),
    ];
  }

  keptBlock(kept: Kept): string[] {
    return [
      `${kept.line} ${kept.kind} #${kept.id}${kept.private ? ' private' : ''}`,
      ...indent([...part('question', this.all(kept.question)), ...this.keptContent(kept)]),
    ];
  }

  private keptContent({ kind, content }: Kept): string[] {
    switch (kind) {
      case 'checklist':
        return content.items.flatMap((item) => part('[ ]', this.all(item)));
      case 'reflect':
        return part('model', this.all(content.model));
      case 'poll': {
        const pair = content.pair
          ? [`pair: ${content.pair.lesson ?? 'this lesson'}/${content.pair.id}`]
          : [];
        if (content.type === 'list') {
          return [
            ...content.options.flatMap((option) => part('option', this.all(option))),
            ...pair,
          ];
        }
        return [
          `from ${content.from} to ${content.to}`,
          ...part('low', this.all(content.low)),
          ...part('high', this.all(content.high)),
          ...pair,
        ];
      }
      case 'plan':
        return [
          ...content.lines.map(({ words }) => `line: ${words.map(inline).join('{field}')}`),
          ...(content.again === null ? [] : [`again after ${content.again} days`]),
        ];
      case 'cards':
        return content.cards.flatMap(({ term, meaning }) =>
          part(`card: ${inline(term)}`, this.all(meaning)),
        );
    }
  }

  private answer(mark: string, text: readonly Prose[], feedback: readonly Prose[]): string[] {
    return [mark, ...indent([...this.all(text), ...part('feedback', this.all(feedback))])];
  }

  private scenario({ stage, meters, scenes }: ContentOf<'scenario'>): string[] {
    const meter = (at: number): string => meters[at]?.name ?? '?';
    return [
      `as ${stage}`,
      ...meters.map(({ name, start, top }) => `meter ${name}: ${start}, at most ${top}`),
      ...scenes.flatMap(({ title, prose, outcome, choices }, at) => [
        `scene ${at}: ${inline(title)}${outcome ? ` (${outcome})` : ''}`,
        ...indent([
          ...this.all(prose),
          ...choices.flatMap(({ words, to, feedback, effects, needs }) => {
            const state = [
              ...needs.map((need) => ` if ${meter(need.meter)}${need.is}${need.than}`),
              ...effects.map(({ meter: of, by }) => ` ${meter(of)}${by < 0 ? '' : '+'}${by}`),
            ];
            return part(`→ ${to}: ${inline(words)}${state.join('')}`, [
              ...part('feedback', this.all(feedback)),
              ...(feedback.length > 0 ? [] : ['no feedback']),
            ]);
          }),
        ]),
      ]),
    ];
  }

  private content(item: Item): string[] {
    const pin = (pinned: boolean): string => (pinned ? ' pinned' : '');
    switch (item.kind) {
      case 'choice':
        return [
          item.content.several ? 'several right' : 'one right',
          ...item.content.options.flatMap(({ text, feedback, right, pinned }) =>
            this.answer(`${right ? '[x]' : '[ ]'}${pin(pinned)}`, text, feedback),
          ),
        ];
      case 'truefalse':
        return item.content.statements.flatMap(({ text, feedback, isTrue, pinned }) =>
          this.answer(`${isTrue ? 'true' : 'false'}${pin(pinned)}`, text, feedback),
        );
      case 'order':
        return item.content.entries.flatMap(({ text, feedback }, at) =>
          this.answer(`${at + 1}.`, text, feedback),
        );
      case 'match':
        return [
          `heads: ${item.content.heads.map(inline).join(' ↔ ')}`,
          ...item.content.right.map((right, row) => {
            const left = item.content.left[row];
            return left ? `${inline(left)} ↔ ${inline(right)}` : `distractor: ${inline(right)}`;
          }),
        ];
      case 'sheet': {
        const { title, sheets, right, notes, from } = item.content;
        return [
          ...(title === null ? [] : [`title: ${title}`]),
          ...(from ? [`from: ${target(from.file.source)}`] : []),
          ...(from?.cells ?? []).flatMap((cell) =>
            part(
              `${cell.line} ${cell.right ? '[x]' : '[ ]'} ${cell.name}`,
              this.all(cell.feedback),
            ),
          ),
          ...sheets.flatMap(({ name, hidden, head, rows }) => [
            `sheet ${name || '–'}${hidden ? ', hidden' : ''}`,
            `  head: ${head.map(inline).join(' | ')}`,
            ...rows.map(
              (row) => `  row${row.hidden ? ', hidden' : ''}: ${row.cells.map(inline).join(' | ')}`,
            ),
          ]),
          ...(from ? [] : [`right: ${right.map((cell) => cellName(sheets, cell)).join(', ')}`]),
          ...notes.flatMap(({ cell, feedback }) =>
            part(`about ${cellName(sheets, cell)}`, this.all(feedback)),
          ),
        ];
      }
      case 'blanks': {
        const { text, gaps, foreseen, forgiveness } = item.content;
        return [
          ...part('text', this.all(text)),
          ...gaps.map((gap, at) => {
            if (gap.type === 'text') return `gap ${at}: ${gap.answers.join(' or ')}`;
            if (gap.type === 'number') return `gap ${at}: from ${gap.from} to ${gap.to}`;
            const [right, ...wrong] = gap.options;
            return `gap ${at}: ${right}, not ${wrong.join(', ')}`;
          }),
          ...foreseen.flatMap(({ answer, feedback }) =>
            part(`foreseen: ${answer}`, this.all(feedback)),
          ),
          ...(forgiveness.strict ? ['strict'] : []),
          ...(forgiveness.typos > 0 ? [`typos: ${forgiveness.typos}`] : []),
        ];
      }
      case 'form':
        return [
          ...(item.content.title === null ? [] : [`title: ${item.content.title}`]),
          `heads: ${item.content.heads.map(inline).join(' | ')}`,
          ...item.content.rows.flatMap(({ setting, choices, right, feedback }) => [
            `setting: ${inline(setting)}`,
            ...indent([
              ...choices.map(
                (choice, at) => `${at === right ? 'right' : 'wrong'}: ${inline(choice)}`,
              ),
              ...part('feedback', this.all(feedback)),
            ]),
          ]),
        ];
      case 'mark': {
        const { unit, text, spots, foreseen, feedback } = item.content;
        const about = (said: readonly number[]) =>
          said.flatMap((each) => this.all(feedback[each] ?? []));
        return [
          ...part(`text by ${unit}`, this.all(text)),
          ...spots.flatMap(({ units, said }) => [
            `right: ${units.join(' ')}`,
            ...indent(part('feedback', about(said))),
          ]),
          ...foreseen.flatMap(({ units, said }) => [
            `foreseen: ${units.join(' ')}`,
            ...indent(part('feedback', about([said]))),
          ]),
        ];
      }
      case 'sort':
        return item.content.groups.flatMap((name, group) => [
          'group',
          ...indent(this.all(name)),
          ...item.content.items
            .filter((each) => each.group === group)
            .flatMap(({ text, feedback }) => indent(this.answer('-', text, feedback))),
        ]);
      case 'password':
        return [
          `at least ${item.content.min}`,
          ...item.content.forbid.map((word) => `known: ${word}`),
        ];
      case 'estimate': {
        const { answer, unit, range, tolerance } = item.content;
        return [
          `answer: ${answer}${unit === '' ? '' : ` ${unit}`} ± ${tolerance} %`,
          ...(range ? [`range: ${range.from} to ${range.to}`] : []),
        ];
      }
      case 'hotspot': {
        const { image, areas } = item.content;
        return [
          `image: ${image.alt} → ${target(image.source)}`,
          ...areas.flatMap(({ area: { x, y, width, height }, text, feedback, right, pinned }) =>
            this.answer(
              `${right ? '[x]' : '[ ]'}${pin(pinned)} ${x},${y} ${width}x${height}`,
              text,
              feedback,
            ),
          ),
        ];
      }
      case 'address':
        return item.content.addresses.flatMap(({ address, feedback, genuine, pinned }) =>
          this.answer(
            `${genuine ? 'genuine' : 'not genuine'}${pin(pinned)}: ${address}`,
            [],
            feedback,
          ),
        );
      case 'scenario':
        return this.scenario(item.content);
      case 'repair':
        return [
          ...part('text', item.content.text.split('\n')),
          ...item.content.checks.flatMap(({ check, feedback }) => [
            `check ${JSON.stringify(check)}`,
            ...indent(part('feedback', this.all(feedback))),
          ]),
          ...part('model', item.content.model.split('\n')),
        ];
      case 'inbox':
        return inboxLines(item.content, (name, nodes) => part(name, this.all(nodes)));
    }
  }
}

const groupLine = ({ line, kind, id, items, within, pick, pass, placement }: Group): string =>
  [
    `${line} ${kind} #${id} holds ${items.join(', ')}`,
    ...(within === null ? [] : [`within #${within}`]),
    ...(pick === null ? [] : [`pick=${pick}`]),
    ...(pass === null ? [] : [`pass=${pass}`]),
    ...(placement ? ['placement'] : []),
  ].join(' ');

/** `! rule line:column name=value` */
export function problemLine({ rule, line, column, values }: Problem): string {
  const words = Object.entries(values)
    // The list of what exists grows with every kind: it is not what a case is about.
    .filter(([name]) => name !== 'known')
    .map(([name, value]) => ` ${name}=${value}`);
  return `! ${rule} ${line}:${column}${words.join('')}`;
}

export function outline(file: ParsedLessonFile | ParsedCourseFile): string {
  const items = 'items' in file ? file.items : [];
  const kept = 'kept' in file ? file.kept : [];
  const byId = new Map(items.map((item) => [item.id, item]));
  const printer = new Printer(byId, new Map(kept.map((block) => [block.id, block])));
  const text = printer.all(file.prose);
  const unplaced = items.filter((item) => !text.some((line) => line.includes(`#${item.id}`)));
  return [
    ...Object.entries(file.matter)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key} = ${JSON.stringify(value)}`),
    ...text,
    ...unplaced.flatMap((item) => ['not shown:', ...indent(printer.item(item))]),
    ...('groups' in file ? file.groups.map(groupLine) : []),
    ...file.references.map(
      ({ target: to, use, line, column }) => `→ ${use} ${target(to)} ${line}:${column}`,
    ),
    ...file.problems.map(problemLine),
  ].join('\n');
}

/** The same of a glossary. */
export function glossaryOutline({ terms, references, problems }: ParsedGlossary): string {
  const printer = new Printer(new Map(), new Map());
  return [
    ...terms.flatMap(({ line, anchor, term, definition }) => [
      `${line} term #${anchor}: ${inline(term)}`,
      ...indent(printer.all(definition)),
    ]),
    ...references.map(
      ({ target: to, use, line, column }) => `→ ${use} ${target(to)} ${line}:${column}`,
    ),
    ...problems.map(problemLine),
  ].join('\n');
}
