// Lessons of a course → one LiaScript document, and what LiaScript cannot say.
import { anchorOf } from '../../course/anchor';
import type { Gap } from '../../course/blocks/blanks';
import type { Item } from '../../course/item';
import type { Kept } from '../../course/kept/kept';
import { inlineText, plainText } from '../../course/plain-text';
import type { Inline, Prose } from '../../course/prose';
import type { ExportedCourse } from '../format';
import { linesOf } from '../markdown-folder/lines';
import { nameOf } from '../markdown-folder/names';
import { type ReportEntry, type Say, sayer } from '../markdown-folder/report';
import { lessonLevelMacro } from './head';
import {
  liaWords as lia,
  type ProseWriting,
  table,
  writeInline,
  writeLine,
  writeProse,
} from './prose';

export interface LiaScriptDocument {
  text: string;
  report: ReportEntry[];
}

/** Lines of a comment must not end it, nor be read as another key. */
const inHead = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('--', '–').trim();

/** Never throws: what a lesson holds that LiaScript has no words for is named. */
export function writeLiaScript(course: ExportedCourse): LiaScriptDocument {
  const { matter, about, lessons, isPart = false } = course;
  const report: ReportEntry[] = [];
  // Links name a lesson by its file, without the folder of the language.
  const titles = new Map(lessons.map(({ file, matter: { title } }) => [nameOf(file), title]));
  const writerOf = (file: string, items: readonly Item[] = [], kept: readonly Kept[] = []) => {
    const say = sayer(file, (entry) => report.push(entry));
    return { say, writer: new LessonWriter(say, titles, matter.sure === 'graded', items, kept) };
  };
  const front = writerOf('course.md');
  if (!isPart) saySettings(front.say, matter, saidInHead);
  const written = lessons.map(({ file, matter: own, prose, items, kept }) => {
    const { say, writer } = writerOf(file, items, kept);
    saySettings(say, own, ['title']);
    return `## ${lia(own.title)}\n\n${writer.write(prose)}`;
  });
  const head = [
    '<!--',
    ...(matter.authors.length === 0 ? [] : [`author:   ${inHead(matter.authors.join('; '))}`]),
    `version:  ${inHead(matter.version)}`,
    `language: ${inHead(matter.language)}`,
    `comment:  ${inHead(matter.summary)}`,
    // The headings of one lesson alone would be taken for lessons.
    ...(lessons.length === 1 ? [`${lessonLevelMacro}: 2`] : []),
    '-->',
  ];
  const text = [
    head.join('\n'),
    `# ${lia(matter.title)}`,
    front.writer.write(about),
    ...written,
  ].join('\n\n');
  return { text: `${text.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`, report };
}

/** What LiaScript has a place for, and what follows from the file itself. */
const saidInHead = ['title', 'summary', 'language', 'version', 'authors', 'format'];

/** What follows where front matter says nothing. */
const usual: Record<string, unknown> = { pass: 80, sure: 'graded', minutes: 5 };

/** Names what front matter says beyond that, in one entry. */
function saySettings(say: Say, matter: object, said: readonly string[]): void {
  const kinds = Object.entries(matter).flatMap(([name, value]) => {
    const isEmpty =
      value === undefined || value === false || (Array.isArray(value) && value.length === 0);
    return isEmpty || value === usual[name] || said.includes(name) ? [] : [name];
  });
  if (kinds.length > 0) say('left-out', 'setting', 1, { kind: kinds.join(', ') });
}

interface Answer {
  text: string;
  feedback: readonly Prose[];
}

class LessonWriter {
  private readonly items: Map<string, Item>;
  private readonly kept: Map<string, Kept>;
  /** Line of what is being written. */
  private here = 1;
  /** Files that were named, each once. */
  private readonly beside = new Set<string>();

  constructor(
    private readonly say: Say,
    private readonly titles: ReadonlyMap<string, string>,
    /** What the course says where a question says nothing. */
    private readonly asksSure: boolean,
    items: readonly Item[],
    kept: readonly Kept[],
  ) {
    this.items = new Map(items.map((item) => [item.id, item]));
    this.kept = new Map(kept.map((block) => [block.id, block]));
  }

  write(prose: readonly Prose[]): string {
    return writeProse(prose, this.writing());
  }

  private writing(gap: (at: number) => string = () => '…'): ProseWriting {
    return {
      gap,
      deeper: 1,
      block: (id) => {
        const item = this.items.get(id);
        if (item) return this.item(item);
        const block = this.kept.get(id);
        return block ? this.keptBlock(block) : '';
      },
      at: (line) => {
        this.here = line;
      },
      file: (path, anchor) => {
        const title = this.titles.get(nameOf(path));
        if (title === undefined) {
          if (!this.beside.has(path)) this.say('changed', 'file-beside', this.here, { path });
          this.beside.add(path);
          return path;
        }
        return `#${anchor ?? anchorOf(title)}`;
      },
      lost: (line, kind) => this.say('changed', 'block', line, { kind }),
    };
  }

  private line(nodes: readonly Prose[]): string {
    return writeLine(nodes, this.writing());
  }

  private inLine(nodes: readonly Inline[]): string {
    return writeInline(nodes, this.writing()).replace(/\\?\n/g, ' ').trim();
  }

  private item(item: Item): string {
    this.here = item.line;
    for (const kind of settingsOf(item, this.asksSure))
      this.say('left-out', 'setting', item.line, { kind });
    const tries = item.tries === null ? '' : `<!-- data-max-trials="${item.tries}" -->`;
    const { quiz, answers } = this.quiz(item);
    if (quiz === undefined) return this.leftOut(item);
    // The gaps are the question, and stand in it.
    const question = writeProse(item.question, this.writing());
    const hints = item.hints.map((hint) => `[[?]] ${this.line(hint)}`);
    return [
      question,
      [...(tries === '' ? [] : [tries]), quiz, ...hints, ...this.solution(item, answers)].join(
        '\n',
      ),
    ]
      .filter((text) => text !== '')
      .join('\n\n');
  }

  /** What has no counterpart is told as far as it can be read. */
  private leftOut(item: Item): string {
    this.say('left-out', 'question-left-out', item.line, { kind: `${item.kind} #${item.id}` });
    return writeProse([...item.question, ...item.why], this.writing());
  }

  private changed(item: Item, kind: string): void {
    this.say('changed', 'question-kind', item.line, {
      question: shortOf(item.question) || item.id,
      kind,
    });
  }

  private quiz(item: Item): { quiz?: string; answers: Answer[] } {
    switch (item.kind) {
      case 'choice': {
        const answers = item.content.options.map(({ text, feedback, right }) => ({
          text: this.line(text),
          feedback,
          right,
        }));
        const box = (right: boolean): string => {
          const mark = right ? 'X' : ' ';
          return item.content.several ? `[[${mark}]]` : `[(${mark})]`;
        };
        return {
          quiz: answers.map(({ text, right }) => `- ${box(right)} ${text}`).join('\n'),
          answers,
        };
      }
      case 'truefalse':
        return this.judged(
          item.content.statements.map(({ isTrue, ...each }) => ({ ...each, right: isTrue })),
        );
      case 'address': {
        this.changed(item, 'truefalse');
        return this.judged(
          item.content.addresses.map(({ address, genuine, feedback }) => ({
            text: textProse(address),
            right: genuine,
            feedback,
          })),
        );
      }
      case 'match': {
        const { left, right } = item.content;
        const columns = [...new Set(right.map((each) => this.inLine(each)))];
        const rows = left.map((each, at) => ({
          text: this.inLine(each),
          column: columns.indexOf(this.inLine(right[at] ?? [])),
        }));
        return { quiz: this.matrix(columns, rows), answers: [] };
      }
      case 'sort': {
        this.changed(item, 'match');
        const answers = item.content.items.map(({ text, feedback }) => ({
          text: this.line(text),
          feedback,
        }));
        const rows = item.content.items.map(({ group }, at) => ({
          text: answers[at]?.text ?? '',
          column: group,
        }));
        return {
          quiz: this.matrix(
            item.content.groups.map((name) => this.line(name)),
            rows,
          ),
          answers,
        };
      }
      case 'order': {
        this.changed(item, 'match');
        const places = item.content.entries.map((_, at) => String(at + 1));
        const rows = item.content.entries.map(({ text }, column) => ({
          text: this.line(text),
          column,
        }));
        // In the order of the file they would give the answer away.
        rows.sort((a, b) => (a.text < b.text ? -1 : 1));
        return { quiz: this.matrix(places, rows), answers: [] };
      }
      case 'form': {
        this.changed(item, 'blanks');
        const rows = item.content.rows.map(({ setting, choices, right }) => {
          const options = choices.map((choice, at) =>
            at === right
              ? `(${this.optionOf(inlineText(choice))})`
              : this.optionOf(inlineText(choice)),
          );
          return `${this.inLine(setting)}: [[${options.join(' | ')}]]`;
        });
        return { quiz: rows.join('\\\n'), answers: [] };
      }
      case 'estimate': {
        this.changed(item, 'blanks');
        return { quiz: `[[${item.content.answer}]]`, answers: [] };
      }
      case 'blanks':
        return this.blanks(item);
      default:
        return { answers: [] };
    }
  }

  private judged(
    statements: readonly { text: readonly Prose[]; right: boolean; feedback: readonly Prose[] }[],
  ): { quiz: string; answers: Answer[] } {
    const answers = statements.map(({ text, feedback }) => ({ text: this.line(text), feedback }));
    const rows = statements.map(({ right }, at) => ({
      text: answers[at]?.text ?? '',
      column: right ? 0 : 1,
    }));
    return { quiz: this.matrix(['✓', '✗'], rows), answers };
  }

  private matrix(
    columns: readonly string[],
    rows: readonly { text: string; column: number }[],
  ): string {
    // Round brackets in a name would end it.
    const head = columns.map(
      (name) =>
        `(${
          name
            .replace(/\\?[()]/g, ' ')
            .replace(/\s+/g, ' ')
            .trim() || '–'
        })`,
    );
    return [
      `[${head.join(' ')}]`,
      ...rows.map(
        ({ text, column }) =>
          `[${columns.map((_, at) => (at === column ? '(X)' : '( )')).join(' ')}] ${text}`,
      ),
    ].join('\n');
  }

  /** One of several to choose from: Markdown, in which round brackets mean what is right. */
  private optionOf(text: string): string {
    return lia(text).replace(/[()]/g, '\\$&').replace(/\s+/g, ' ').trim();
  }

  private gap(gap: Gap | undefined, item: Item): string {
    switch (gap?.type) {
      case 'text':
        if (gap.answers.length > 1) {
          this.say('left-out', 'options-several', item.line, { question: item.id });
        }
        // What is to be typed is no Markdown.
        return `[[${(gap.answers[0] ?? '').replace(/[|()[\]@]/g, '\\$&')}]]`;
      case 'options':
        return `[[${gap.options.map((option, at) => (at === 0 ? `(${this.optionOf(option)})` : this.optionOf(option))).join(' | ')}]]`;
      case 'number':
        if (gap.from !== gap.to)
          this.say('left-out', 'options-several', item.line, { question: item.id });
        return `[[${gap.from}]]`;
      default:
        return '…';
    }
  }

  private blanks(item: Extract<Item, { kind: 'blanks' }>): { quiz: string; answers: Answer[] } {
    const { text, gaps, foreseen, forgiveness } = item.content;
    const holders = text.filter((node) => JSON.stringify(node).includes('"type":"gap"')).length;
    if (holders > 1) this.say('changed', 'question-part', item.line, { question: item.id });
    if (forgiveness.strict || forgiveness.typos > 0) {
      this.say('left-out', 'setting', item.line, { kind: forgiveness.strict ? 'strict' : 'typos' });
    }
    const quiz = writeProse(
      text,
      this.writing((at) => this.gap(gaps[at], item)),
    );
    const only = text.at(-1);
    const isAlone =
      only?.type === 'paragraph' && only.children.length === 1 && only.children[0]?.type === 'gap';
    if (isAlone && gaps.length === 1 && gaps[0]?.type === 'options') this.changed(item, 'choice');
    return {
      quiz,
      answers: foreseen.map(({ answer, feedback }) => ({ text: lia(answer), feedback })),
    };
  }

  /** What is said about each answer, then the explanation. */
  private solution(item: Item, answers: readonly Answer[]): string[] {
    const said = answers
      .filter(({ feedback }) => feedback.length > 0)
      .map(({ text, feedback }) => {
        const lines = writeProse(feedback, this.writing()).split('\n');
        return [`- ${text}`, ...lines.map((each) => `  > ${each}`.trimEnd())].join('\n');
      });
    const why = writeProse(item.why, this.writing());
    const parts = [said.join('\n'), why].filter((text) => text !== '');
    if (parts.length === 0) return [];
    const stars = '*'.repeat(40);
    return [stars, '', parts.join('\n\n'), '', stars];
  }

  private keptBlock(block: Kept): string {
    const question = writeProse(block.question, this.writing());
    const text = (body: string): string =>
      [question, body].filter((each) => each !== '').join('\n\n');
    switch (block.kind) {
      case 'poll': {
        const { content } = block;
        if (content.pair) this.say('left-out', 'setting', block.line, { kind: 'pair' });
        const options =
          content.type === 'list'
            ? content.options.map((option) => this.line(option))
            : scaleOf(content.from, content.to, this.line(content.low), this.line(content.high));
        if (content.type === 'scale') {
          const values = { question: shortOf(block.question) || block.id, kind: 'poll' };
          this.say('changed', 'question-kind', block.line, values);
        }
        return text(options.map((option, at) => `[(${at + 1})] ${option}`).join('\n'));
      }
      case 'reflect': {
        const model = writeProse(block.content.model, this.writing());
        const folded =
          model === '' ? '' : `<details><summary>…</summary>\n\n${model}\n\n</details>`;
        return text(['[[___ ___ ___ ___]]', folded].filter((each) => each !== '').join('\n\n'));
      }
      case 'checklist':
        this.say('changed', 'block', block.line, { kind: 'checklist' });
        return text(block.content.items.map((item) => `- [ ] ${this.line(item)}`).join('\n'));
      case 'cards': {
        this.say('changed', 'block', block.line, { kind: 'cards' });
        const blank: Inline[] = [{ type: 'text', text: '–' }];
        const rows = block.content.cards.map(({ term, meaning }) => [
          term,
          meaning.flatMap((node) => (node.type === 'paragraph' ? node.children : [])),
        ]);
        return text(table([[blank, blank], ...rows], this.writing()));
      }
      default:
        this.say('left-out', 'question-left-out', block.line, {
          kind: `${block.kind} #${block.id}`,
        });
        return question;
    }
  }
}

const textProse = (text: string): Prose[] => [
  { type: 'paragraph', line: 1, children: [{ type: 'code', text }] },
];

const scaleOf = (from: number, to: number, low: string, high: string): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => {
    const words = at === 0 ? low : at === to - from ? high : '';
    return `${from + at}${words === '' ? '' : ` – ${words}`}`;
  });

const shortOf = (question: readonly Prose[]): string => {
  const [first = ''] = linesOf(plainText(question)).map(({ text }) => text);
  return first.length > 60 ? `${first.slice(0, 59)}…` : first;
};

/** What is set on a block, and LiaScript has no word for. */
const settingsOf = (item: Item, asksSure: boolean): string[] =>
  [
    item.points !== 1 && `points=${item.points}`,
    item.hintCost > 0 && `hintcost=${item.hintCost}`,
    item.sure !== null && item.sure !== asksSure && `sure=${item.sure ? 'yes' : 'no'}`,
    !item.review && 'review=no',
    !item.shuffled && 'shuffle=no',
    item.competence !== null && `competence=${item.competence}`,
    JSON.stringify(item.content).includes('"pinned":true') && 'pin',
  ].filter((each) => each !== false);
