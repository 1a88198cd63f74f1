// The words of a block as LiaScript, for those who write blocks; what becomes of them is said in the report.
import { plainText } from '../../course/plain-text';
import type { Inline, Prose } from '../../course/prose';
import { linesOf } from '../markdown-folder/lines';
import type { Say } from '../markdown-folder/report';
import { type ProseWriting, table, writeInline, writeLine, writeProse } from './prose';

interface Asking {
  id: string;
  line: number;
  question: readonly Prose[];
}

export class BlockWords {
  constructor(
    readonly say: Say,
    private readonly writing: (gap?: ProseWriting['gap']) => ProseWriting,
  ) {}

  /** `gap` writes the gap of a number. */
  text(nodes: readonly Prose[], gap?: ProseWriting['gap']): string {
    return writeProse(nodes, this.writing(gap));
  }

  /** As one line: of an option, a cell, a row. */
  line(nodes: readonly Prose[]): string {
    return writeLine(nodes, this.writing());
  }

  inLine(nodes: readonly Inline[]): string {
    return writeInline(nodes, this.writing()).replace(/\\?\n/g, ' ').trim();
  }

  table(rows: readonly (readonly (readonly Inline[])[])[]): string {
    return table(rows, this.writing());
  }

  /** Says that it becomes a question of another kind. */
  becomes(kind: string, { id, line, question }: Asking): void {
    this.say('changed', 'question-kind', line, { question: shortOf(question) || id, kind });
  }
}

const shortOf = (question: readonly Prose[]): string => {
  const [first = ''] = linesOf(plainText(question)).map(({ text }) => text);
  return first.length > 60 ? `${first.slice(0, 59)}…` : first;
};
