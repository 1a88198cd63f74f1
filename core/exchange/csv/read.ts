// Tables of questions in (CSV): one question a row, with columns guessed from their names.
import Papa from 'papaparse';
import type { Asked, DraftOption } from '../draft';
import { importer } from '../importer';
import { firstWords, Lessons } from '../lessons';
import { readNumber } from '../numbers';
import { type Message, type Report, short } from '../report';
import { askedAsStatement } from '../statement';
import { type Flow, isEmpty, withGapBehind } from '../text/flow';
import { type Asking, readFlow } from '../text/read';
import { typedNumbers, typedWords } from '../typed';
import { type AddedWords, addedWords } from '../words';
import {
  type Column,
  columnsOf,
  defaultColumns,
  folded,
  placeOf,
  type Role,
  truthOf,
} from './columns';

interface Cell {
  text: string;
  place: number | null;
}

/** Several right answers in one cell stand behind bars, semicolons or in lines of their own. */
const separate = (text: string): string[] =>
  text
    .split(/[|;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

class CsvRow {
  private readonly cells = new Map<Role, Cell[]>();
  readonly asking: Asking;

  constructor(
    row: readonly string[],
    columns: readonly (Column | undefined)[],
    line: number,
    report: Report,
    private readonly words: AddedWords,
  ) {
    for (const [at, written] of row.entries()) {
      const text = written.trim();
      const column = columns[at];
      if (!column || text === '') continue;
      const cells = this.cells.get(column.role) ?? [];
      cells.push({ text, place: column.place });
      this.cells.set(column.role, cells);
    }
    this.asking = { report, line, name: short(this.value('id') || this.value('question')) };
    const extra = row.slice(columns.length).filter((text) => text.trim() !== '');
    if (extra.length > 0) this.say('cells-extra', { count: extra.length });
  }

  value(role: Role): string {
    return this.cells.get(role)?.[0]?.text ?? '';
  }

  /** Everything that the columns of a role say. */
  flow(role: Role): Flow {
    return (this.cells.get(role) ?? []).flatMap(({ text, place }) =>
      role === 'feedback' && place !== null ? [] : this.read(text),
    );
  }

  hints(): Flow[] {
    return (this.cells.get('hint') ?? []).map(({ text }) => this.read(text));
  }

  private read(text: string): Flow {
    return readFlow(text, 'auto', this.asking);
  }

  say(message: Message, values: Record<string, string | number> = {}): undefined {
    const { report, line, name } = this.asking;
    report.add(line, message, { name, ...values });
  }

  private feedbackAt(place: number | null): Flow {
    if (place === null) return [];
    const found = this.cells.get('feedback')?.find((cell) => cell.place === place);
    return found ? this.read(found.text) : [];
  }

  /** The options by their letters, and which of them the right ones are. */
  private options(): DraftOption[] {
    const given = this.cells.get('option') ?? [];
    const right = this.cells.get('right') ?? [];
    const wrong = this.cells.get('wrong') ?? [];
    const named = new Set<number>();
    const more: string[] = [];
    const places = new Map(given.map(({ text }, at) => [folded(text), at]));
    for (const { text } of right) {
      const whole = places.get(folded(text));
      const parts = whole === undefined && given.length > 0 ? separate(text) : [text];
      for (const part of parts) {
        const found = places.get(folded(part));
        const marks = part
          .toLowerCase()
          .split(/[\s,&+]+/)
          .map(placeOf);
        const marked = marks.map((place) => given.findIndex((cell) => cell.place === place));
        if (found !== undefined) named.add(found);
        else if (given.length > 0 && marks.every((mark) => mark !== null) && !marked.includes(-1)) {
          for (const at of marked) named.add(at);
        } else more.push(part);
      }
    }
    const option = (text: string, isRight: boolean, feedback: Flow): DraftOption => ({
      text: this.read(text),
      feedback,
      right: isRight,
    });
    return [
      ...given.map(({ text, place }, at) => option(text, named.has(at), this.feedbackAt(place))),
      ...more.map((text) => option(text, true, [])),
      ...wrong.map(({ text }) => option(text, false, [])),
    ];
  }

  asked(): { asked: Asked; text: Flow } | undefined {
    const text = this.flow('question');
    const hasOptions = this.cells.has('option') || this.cells.has('wrong');
    const right = this.value('right');
    const truth = truthOf(right);
    if (hasOptions) {
      const options = this.options();
      if (!options.some((option) => option.right)) return this.say('right-missing');
      if (options.length > 1) return { asked: { kind: 'choice', options }, text };
    }
    if (right === '') {
      this.say('essay-ungraded');
      return { asked: { kind: 'reflect', model: this.flow('explanation') }, text };
    }
    if (truth !== undefined) {
      const said = { ifTrue: this.flow('feedback'), ifFalse: [] };
      return askedAsStatement(text, truth, said, this.words);
    }
    return this.typed(right, text);
  }

  private typed(right: string, text: Flow) {
    const answers = separate(right).map((written) => ({ written, feedback: [], weight: 100 }));
    const value = answers.length === 1 ? readNumber(right) : undefined;
    const typed =
      value === undefined
        ? typedWords(
            answers.map((each) => ({ ...each, answer: each.written.replaceAll('*', '\\*') })),
            this.asking,
          )
        : typedNumbers(
            answers.map((each) => ({ ...each, range: { from: value, to: value } })),
            this.asking,
          );
    if (!typed) return this.say('right-missing');
    const asked: Asked = {
      kind: 'blanks',
      gaps: [typed.gap],
      foreseen: typed.foreseen,
      strict: false,
    };
    return { asked, text: withGapBehind(text) };
  }

  /** What explains; feedback that belongs to no single answer does too. */
  why(asked: Asked): Flow {
    if (asked.kind === 'reflect') return [];
    const feedback = asked.kind === 'truefalse' ? [] : this.flow('feedback');
    return [...this.flow('explanation'), ...feedback];
  }

  points(): number {
    const written = this.value('points');
    if (written === '') return 1;
    const points = readNumber(written);
    if (points !== undefined && points >= 0 && points <= 100) return points;
    this.say('points-changed', { points: short(written) });
    return 1;
  }
}

interface WrittenRow {
  /** Its place among all rows. */
  at: number;
  line: number;
  cells: string[];
}

/** The rows that say something, each with its line: a cell may hold several lines. */
function rowsOf(data: readonly string[][]): WrittenRow[] {
  let line = 1;
  const rows: WrittenRow[] = [];
  for (const [at, cells] of data.entries()) {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ at, line, cells });
    line += cells.reduce((count, cell) => count + cell.split('\n').length - 1, 1);
  }
  return rows;
}

export const importCsv = importer((text, options, report) => {
  const parsed = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const rows = rowsOf(parsed.data);
  const lines = new Map(rows.map(({ at, line }) => [at, line]));
  const lessons = new Lessons(options, report);
  const words = addedWords(options.language);
  for (const { type, row } of parsed.errors) {
    if (type === 'Quotes') report.add(lines.get(row ?? 0) ?? 1, 'csv-quotes');
  }
  const [head, ...rest] = rows;
  const named = columnsOf(head?.cells ?? []);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const columns = named ?? defaultColumns(width);
  if (head && !named) report.add(head.line, 'layout-default');
  for (const [at, column] of columns.entries()) {
    const name = head?.cells[at]?.trim() ?? '';
    if (!column && name !== '')
      report.add(head?.line ?? 1, 'column-unknown', { column: short(name) });
  }
  for (const { line, cells } of named ? rest : rows) {
    const row = new CsvRow(cells, columns, line, report, words);
    if (row.value('question') === '') {
      row.say('question-empty');
      continue;
    }
    lessons.category(row.value('category') || options.title, line);
    const found = row.asked();
    if (!found) continue;
    const { asked, text: question } = found;
    if (isEmpty(question)) {
      row.say('question-empty');
      continue;
    }
    lessons.add({
      line,
      id: row.value('id') || firstWords(row.value('question')),
      name: row.value('id'),
      text: question,
      hints: asked.kind === 'reflect' ? [] : row.hints(),
      why: row.why(asked),
      points: row.points(),
      shuffled: true,
      asked,
    });
  }
  return { lessons: lessons.finish() };
});
