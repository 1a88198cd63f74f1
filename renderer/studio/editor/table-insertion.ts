// Puts a table behind the passage that the cursor is in, within the list, quote or block that passage stands in.
import type { EditorState, TransactionSpec } from '@codemirror/state';
import { blocksAround, outline } from './blocks-in';
import { endOfPassage, isBlank } from './insertion';

/** The line that the table goes behind. */
function lineBefore(state: EditorState): number {
  const { doc } = state;
  const outlined = state.field(outline);
  const { number } = doc.lineAt(state.selection.main.head);
  if (number <= outlined.matterEnd) return outlined.matterEnd;
  const [inner] = blocksAround(outlined, number);
  if (inner && (number === inner.line || (inner.closed && number === inner.lastLine)))
    return number;
  const last = inner ? inner.lastLine - (inner.closed ? 1 : 0) : doc.lines;
  return endOfPassage(doc, outlined, number, last);
}

/** The cursor is in the heading of the table afterwards. */
export function tableInsertion(state: EditorState, table: string): TransactionSpec {
  const { doc } = state;
  const number = lineBefore(state);
  const line = doc.line(number);
  const isReplaced = line.text.trim() === '';
  // In a quote each line has its sign; elsewhere white space is enough.
  const before = /^[\s>]*/.exec(line.text)?.[0] ?? '';
  const prefix = isReplaced ? '' : before;
  const isAfterWords = number > 1 && isReplaced && !isBlank(doc, number - 1);
  const isBeforeWords = number < doc.lines && !isBlank(doc, number + 1);
  const lead = isReplaced ? (isAfterWords ? '\n' : '') : `\n${prefix.trimEnd()}\n`;
  const lines = table.split('\n').map((each) => prefix + each);
  const tail = isBeforeWords ? `\n${prefix.trimEnd()}` : number === doc.lines ? '\n' : '';
  const from = isReplaced ? line.from : line.to;
  return {
    changes: { from, to: line.to, insert: lead + lines.join('\n') + tail },
    selection: { anchor: from + lead.length + prefix.length + 2 },
    scrollIntoView: true,
    userEvent: 'input.table',
  };
}
