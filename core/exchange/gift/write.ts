// GIFT out: the questions of a lesson as a text that Moodle and its relatives read.
import type { Item } from '../../course/item';
import type { Kept } from '../../course/kept/kept';
import { inlineText, plainText } from '../../course/plain-text';
import type { Prose } from '../../course/prose';
import type { Exported, ExportedLesson } from '../format';
import { type Message, Report, short } from '../report';
import { gapMark } from '../text/gap-places';
import { areAddedHeads, isAddedQuestion } from '../words';
import { escapeSigns } from './signs';
import {
  choiceAnswers,
  estimateAnswers,
  gapAnswers,
  isTrueOrFalse,
  matchAnswers,
  pair,
  truthAnswer,
} from './write-answers';
import { GiftTexts } from './write-texts';

interface GiftQuestion {
  title: string;
  /** With signs escaped; the answers stand at the mark of a gap, else at the end. */
  text: string;
  answers: string[];
  /** Said about the whole question. */
  general: string;
}

/** One question, and an empty line after it. */
function written({ title, text, answers, general }: GiftQuestion): string {
  const lines = general === '' ? answers : [...answers, `####${general}`];
  // A single short answer stands in the line of its question.
  const inside =
    lines.length <= 1 ? (lines[0] ?? '') : `${lines.map((line) => `\n\t${line}`).join('')}\n`;
  const mark = gapMark(0);
  const whole = text.includes(mark)
    ? text.replace(mark, () => `{${inside}}`)
    : `${text}${text === '' ? '' : ' '}{${inside}}`;
  return `::${escapeSigns(title)}::[markdown]${whole}\n`;
}

/** Settings of a block that GIFT has no words for. */
function settingsOf(item: Item): string[] {
  const strict = item.kind === 'blanks' ? item.content.forgiveness : { strict: false, typos: 0 };
  return [
    ...(item.points === 1 ? [] : ['points']),
    ...(item.hintCost === 0 || item.hints.length === 0 ? [] : ['hintcost']),
    ...(item.tries === null || item.kind === 'estimate' ? [] : ['tries']),
    ...(item.sure === null ? [] : ['sure']),
    ...(item.review ? [] : ['review']),
    ...(item.shuffled ? [] : ['shuffle']),
    ...(item.competence === null ? [] : ['competence']),
    ...(strict.strict ? ['strict'] : []),
    ...(strict.typos > 0 ? ['typos'] : []),
  ];
}

class GiftWriter {
  private readonly report = new Report();
  private readonly pieces: string[] = [];
  private readonly items: ReadonlyMap<string, Item>;
  private readonly keeps: ReadonlyMap<string, Kept>;

  constructor(private readonly lesson: ExportedLesson) {
    this.items = new Map(lesson.items.map((item) => [item.id, item]));
    this.keeps = new Map(lesson.kept.map((block) => [block.id, block]));
  }

  write(): Exported {
    const { title } = this.lesson.matter;
    this.pieces.push(`$CATEGORY: ${title.replaceAll('/', '//')}\n`);
    this.prose(this.lesson.prose);
    return { text: this.pieces.join('\n'), report: this.report.sorted() };
  }

  private say(line: number, message: Message, values: Record<string, string | number>): void {
    this.report.add(line, message, values);
  }

  /** Texts that follow each other are one description; a heading of the second level begins another. */
  private prose(nodes: readonly Prose[]): void {
    let run: Prose[] = [];
    const end = (): void => {
      if (run.length > 0) this.description(run);
      run = [];
    };
    for (const node of nodes) {
      if (node.type === 'item' || node.type === 'kept') {
        end();
        if (node.type === 'item') this.item(node.id);
        else this.kept(node.id);
      } else if (node.type === 'group') {
        end();
        this.say(node.line, 'group-left-out', { id: node.id });
        this.prose(node.children);
      } else if ('children' in node && holdsQuestions(node.children as Prose[])) {
        end();
        this.say(node.line, 'block-as-text', { name: node.type, kind: node.type });
        this.prose(node.children as Prose[]);
      } else {
        if (node.type === 'heading' && node.level === 2) end();
        run.push(node);
      }
    }
    end();
  }

  private description(nodes: readonly Prose[]): void {
    const [first, ...rest] = nodes;
    if (!first) return;
    const hasTitle = first.type === 'heading' && first.level === 2 && rest.length > 0;
    const title = hasTitle ? inlineText(first.children).replace(/\s+/g, ' ').trim() : '';
    const name = short(title || plainText(nodes));
    const texts = new GiftTexts(this.report, name, first.line);
    const text = texts.prose(hasTitle ? rest : nodes);
    if (text === '') return;
    this.say(first.line, 'text', { name });
    const head = title === '' ? '' : `::${escapeSigns(title)}::`;
    this.pieces.push(`${head}[markdown]${text}\n`);
  }

  private kept(id: string): void {
    const block = this.keeps.get(id);
    if (!block) return;
    const { kind, line } = block;
    if (block.kind !== 'reflect') {
      this.say(line, 'kind-left-out', { name: id, kind });
      return;
    }
    this.reflect(block);
  }

  private reflect({ id, line, question, content }: Extract<Kept, { kind: 'reflect' }>): void {
    const texts = new GiftTexts(this.report, id, line);
    this.say(line, 'question', { name: id, kind: 'essay', id });
    this.pieces.push(
      written({
        title: id,
        text: texts.prose(question),
        answers: [],
        general: texts.prose(content.model),
      }),
    );
  }

  private item(id: string): void {
    const item = this.items.get(id);
    if (!item) return;
    const { line, kind } = item;
    const texts = new GiftTexts(this.report, id, line);
    const questions = this.questions(item, texts);
    if (questions === undefined) {
      this.say(line, 'kind-left-out', { name: id, kind });
      return;
    }
    if (questions.length === 0) return;
    if (item.hints.length > 0)
      this.say(line, 'hints-left-out', { name: id, count: item.hints.length });
    const settings = settingsOf(item);
    if (settings.length > 0)
      this.say(line, 'settings', { name: id, settings: settings.join(', ') });
    this.say(line, 'question', { name: id, kind, id });
    this.pieces.push(...questions.map(written));
  }

  /** Undefined for a kind that GIFT cannot ask; empty when the report says why this one is not. */
  private questions(item: Item, texts: GiftTexts): GiftQuestion[] | undefined {
    const { id, line } = item;
    const general = texts.prose(item.why);
    const one = (answers: string[], text = texts.prose(item.question)): GiftQuestion[] => [
      { title: id, text, answers, general },
    ];
    const pins = (options: readonly { pinned: boolean }[]): void => {
      if (options.some(({ pinned }) => pinned)) this.say(line, 'pins-left-out', { name: id });
    };
    switch (item.kind) {
      case 'choice':
        if (isTrueOrFalse(item.content)) return one([truthAnswer(item.content, texts)]);
        pins(item.content.options);
        return one(choiceAnswers(item.content, texts));
      case 'truefalse':
        pins(item.content.statements);
        return this.statements(item, item.content.statements, general, texts);
      case 'address': {
        pins(item.content.addresses);
        const addresses = item.content.addresses.map(({ address, feedback, genuine }) => ({
          text: [
            {
              type: 'paragraph' as const,
              line,
              children: [{ type: 'code' as const, text: address }],
            },
          ],
          feedback,
          isTrue: genuine,
        }));
        return this.statements(item, addresses, general, texts);
      }
      case 'match': {
        const [given, belongs] = item.content.heads.map(inlineText);
        const isNamed = (given ?? '').trim() !== '' || (belongs ?? '').trim() !== '';
        if (isNamed && !areAddedHeads(given ?? '', belongs ?? '')) {
          this.say(line, 'heads-left-out', { name: id });
        }
        return one(matchAnswers(item.content, texts));
      }
      case 'order': {
        this.say(line, 'order-as-match', { name: id });
        this.feedbackLost(item, item.content.entries);
        return one(
          item.content.entries.map(({ text }, at) => pair(String(at + 1), texts.plainProse(text))),
        );
      }
      case 'sort': {
        this.say(line, 'sort-as-match', { name: id });
        this.feedbackLost(item, item.content.items);
        const groups = item.content.groups.map((name) => texts.plainProse(name));
        return one(
          item.content.items.map(({ text, group }) => pair(texts.prose(text), groups[group] ?? '')),
        );
      }
      case 'form':
        this.say(line, 'rows-split', { name: id, count: item.content.rows.length });
        return item.content.rows.map(({ setting, choices, right, feedback }, at) => {
          const [row, ...said] = [texts.inline(setting), texts.prose(feedback)].filter(Boolean);
          return {
            title: `${id}-${at + 1}`,
            text: [texts.prose(item.question), row].filter(Boolean).join('\\n\\n'),
            answers: choices.map(
              (words, place) => `${place === right ? '=' : '~'}${texts.inline(words)}`,
            ),
            general: [...said, general].filter(Boolean).join('\\n\\n'),
          };
        });
      case 'estimate':
        this.say(line, 'estimate-as-number', { name: id, unit: item.content.unit });
        return one(estimateAnswers(item.content));
      case 'blanks':
        return this.blanks(item, texts, general);
      default:
        return undefined;
    }
  }

  private feedbackLost({ id, line }: Item, parts: readonly { feedback: Prose[] }[]): void {
    const count = parts.filter(({ feedback }) => feedback.length > 0).length;
    if (count > 0) this.say(line, 'feedback-left-out', { name: id, count });
  }

  /** Each statement is a question of its own. */
  private statements(
    { id, line, question }: Item,
    statements: readonly { text: Prose[]; feedback: Prose[]; isTrue: boolean }[],
    general: string,
    texts: GiftTexts,
  ): GiftQuestion[] {
    const isSingle = statements.length === 1;
    if (!isSingle) this.say(line, 'statements-split', { name: id, count: statements.length });
    const before = isAddedQuestion(plainText(question).trim()) ? [] : question;
    return statements.map(({ text, feedback, isTrue }, at) => {
      const said = texts.prose(feedback);
      return {
        title: isSingle ? id : `${id}-${at + 1}`,
        text: texts.prose([...before, ...text]),
        answers: [`${isTrue ? 'T' : 'F'}${said === '' ? '' : `#${said}`}`],
        general,
      };
    });
  }

  private blanks(
    { id, line, content }: Extract<Item, { kind: 'blanks' }>,
    texts: GiftTexts,
    general: string,
  ): GiftQuestion[] {
    const found = gapAnswers(content, texts);
    if (!found) {
      this.say(line, 'gaps-several', { name: id, count: content.gaps.length });
      return [];
    }
    if (found.lost > 0) this.say(line, 'feedback-left-out', { name: id, count: found.lost });
    for (const text of found.arrows)
      this.say(line, 'arrow-left-out', { name: id, text: short(text) });
    if (found.answers.length === 0) {
      this.say(line, 'right-missing', { name: id });
      return [];
    }
    const text = texts.prose(content.text);
    const isAtEnd = text.trim().endsWith(gapMark(0));
    if (isAtEnd && content.gaps[0]?.type === 'options')
      this.say(line, 'gap-as-choice', { name: id });
    return [{ title: id, text, answers: found.answers, general }];
  }
}

const holdsQuestions = (nodes: readonly Prose[]): boolean =>
  nodes.some(
    (node) =>
      node.type === 'item' ||
      node.type === 'kept' ||
      node.type === 'group' ||
      ('children' in node &&
        Array.isArray(node.children) &&
        holdsQuestions(node.children as Prose[])),
  );

export const exportGift = (lesson: ExportedLesson): Exported => new GiftWriter(lesson).write();
