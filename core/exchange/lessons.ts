// Puts questions into lessons: files with front matter, ids, and a report of what they still lack.
import { stringify } from 'yaml';
import { type ParsedLessonFile, parseLesson } from '../course/parse';
import type { Problem } from '../course/problem';
import type { Asked, Draft } from './draft';
import type { ImportedLesson, ImportOptions } from './format';
import { Ids } from './ids';
import { exchangeLimits } from './limits';
import { type Report, short } from './report';
import { type Flow, isEmpty, plainFlow, textNode, wordsOf } from './text/flow';
import { type Files, type Place, tidy } from './text/tidy';
import { markdownOf } from './text/to-markdown';
import { type AddedWords, addedWords } from './words';
import { BlockWriter } from './write-block';

/** A question or a text in the lesson it was written into. */
interface Entry {
  /** Line of what was read. */
  source: number;
  name: string;
  /** Undefined for a text. */
  asks?: { id: string; kind: Asked['kind'] };
  /** First line in the lesson. */
  begin: number;
}

interface OpenLesson {
  title: string;
  line: number;
  pieces: string[];
  length: number;
  lines: number;
  entries: Entry[];
}

/** Where nothing comes along but the text. */
const noFiles: Files = { find: () => null };

export class Lessons {
  private readonly lessons: OpenLesson[] = [];
  private readonly open = new Map<string, OpenLesson>();
  private readonly ids = new Ids('q');
  private readonly added: AddedWords;
  private title: string;
  private line = 1;

  constructor(
    options: ImportOptions,
    private readonly report: Report,
    private readonly files: Files = noFiles,
  ) {
    this.title = oneLine(options.title) || 'Questions';
    this.added = addedWords(options.language);
  }

  /** What follows goes into the lesson of this title. */
  category(title: string, line: number): void {
    this.title = oneLine(title) || this.title;
    this.line = line;
  }

  add(draft: Draft): void {
    const name = short(draft.name || draft.id);
    const limit = exchangeLimits.answers;
    if (answersIn(draft.asked) > limit) {
      this.report.add(draft.line, 'too-many', { name, limit });
      return;
    }
    const id = this.ids.next(draft.id);
    const { before, block } = new BlockWriter(this.place(draft.line, name), this.added).write(
      draft,
      id,
    );
    const text = before === '' ? block : `${before}\n${block}`;
    this.push({ source: draft.line, name, asks: { id, kind: draft.asked.kind } }, text);
  }

  /** A text that asks nothing; its title becomes a heading. */
  addText(line: number, title: string, text: Flow): void {
    if (isEmpty(text) && title === '') {
      this.report.add(line, 'question-empty', { name: '' });
      return;
    }
    const name = short(title || wordsOf(text));
    const heading: Flow =
      title === '' ? [] : [{ type: 'heading', depth: 2, children: plainInline(title) }];
    const written = markdownOf(tidy([...heading, ...text], this.place(line, name)));
    this.push({ source: line, name }, written);
  }

  private place(line: number, name: string): Place {
    return { report: this.report, files: this.files, line, name };
  }

  private push(entry: Omit<Entry, 'begin'>, text: string): void {
    const limit = exchangeLimits.lessonLength;
    if (text.length > limit) {
      this.report.add(entry.source, 'question-long', { name: entry.name, limit });
      return;
    }
    const lesson = this.current(text.length);
    lesson.entries.push({ ...entry, begin: lesson.lines + 1 });
    lesson.pieces.push(text);
    lesson.length += text.length + 1;
    // An empty line goes between two pieces.
    lesson.lines += text.split('\n').length;
  }

  /** The lesson of the category, or another one with its title when that is full. */
  private current(length: number): OpenLesson {
    const known = this.open.get(this.title);
    if (known && known.length + length <= exchangeLimits.lessonLength) return known;
    const lesson: OpenLesson = {
      title: this.title,
      line: this.line,
      pieces: [],
      length: 0,
      lines: 0,
      entries: [],
    };
    this.lessons.push(lesson);
    this.open.set(this.title, lesson);
    return lesson;
  }

  /** The files; what they lack is reported at the questions they were made from. */
  finish(): ImportedLesson[] {
    if (this.lessons.length === 0) this.report.add(1, 'nothing-found');
    const names = new Ids('lesson');
    const digits = Math.max(2, String(this.lessons.length).length);
    const titles = new Map<string, number>();
    return this.lessons.map((lesson, at) => {
      const part = (titles.get(lesson.title) ?? 0) + 1;
      titles.set(lesson.title, part);
      const title = part === 1 ? lesson.title : `${lesson.title} (${part})`;
      const name = `${String(at + 1).padStart(digits, '0')}-${names.next(title)}.md`;
      const matter = `---\n${stringify({ title }, { lineWidth: 0 })}---\n`;
      const text = `${matter}${lesson.pieces.join('\n')}`;
      this.report.add(lesson.line, 'category', { title, lesson: name });
      const parsed = parseLesson(name, text);
      this.reportKept(lesson, parsed);
      this.reportLack(lesson, parsed.problems, matter.split('\n').length - 1, name);
      return { name, text };
    });
  }

  /** A question is kept if it can be asked; if not, a problem says why. */
  private reportKept({ entries }: OpenLesson, { items, kept }: ParsedLessonFile): void {
    const ids = new Set([...items, ...kept].map(({ id }) => id));
    for (const { source, name, asks } of entries) {
      if (!asks) this.report.add(source, 'text', { name });
      else if (ids.has(asks.id)) this.report.add(source, 'question', { name, ...asks });
    }
  }

  private reportLack(
    { entries, line }: OpenLesson,
    problems: readonly Problem[],
    matterLines: number,
    lesson: string,
  ): void {
    let at = -1;
    const sorted = problems.toSorted((a, b) => a.line - b.line);
    const lacking = new Map<Entry, number>();
    for (const problem of sorted) {
      const inBody = problem.line - matterLines;
      while ((entries[at + 1]?.begin ?? Number.POSITIVE_INFINITY) <= inBody) at++;
      const entry = entries[at];
      const { rule, values } = problem;
      if (!entry || inBody < 1) {
        if (rule === 'objectives-missing') this.report.add(line, rule, { lesson });
        else this.report.add(line, 'problem', { ...values, question: lesson, rule });
        continue;
      }
      const { source, name } = entry;
      if (rule === 'feedback-missing') lacking.set(entry, (lacking.get(entry) ?? 0) + 1);
      else if (rule === 'explanation-missing' || rule === 'model-missing') {
        this.report.add(source, rule, { name });
      } else if (rule === 'image-words-missing') {
        this.report.add(source, 'picture-words-missing', { name, path: values.path ?? '' });
      } else this.report.add(source, 'problem', { ...values, question: name, rule });
    }
    for (const [{ source, name }, count] of lacking) {
      this.report.add(source, 'feedback-missing', { name, count });
    }
  }
}

function answersIn(asked: Asked): number {
  switch (asked.kind) {
    case 'choice':
      return asked.options.length;
    case 'truefalse':
      return asked.statements.length;
    case 'order':
      return asked.entries.length;
    case 'match':
      return asked.pairs.length;
    case 'blanks':
      return asked.gaps.reduce(
        (sum, gap) => sum + (gap.type === 'options' ? gap.options.length : 1),
        asked.foreseen.length,
      );
    case 'reflect':
      return 0;
  }
}

const oneLine = (title: string): string =>
  title.slice(0, 1000).replace(/\s+/g, ' ').trim().slice(0, 200);

function plainInline(text: string) {
  const [first] = plainFlow(oneLine(text));
  return first?.type === 'paragraph' ? first.children : [textNode(oneLine(text))];
}

/** Enough of a question to name it. */
export const firstWords = (text: string): string =>
  text.trim().split(/\s+/, 6).join(' ').slice(0, 100);
