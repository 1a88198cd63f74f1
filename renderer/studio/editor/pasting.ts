// What happens to something that is pasted or dropped: pictures go to the course, formatted text becomes Markdown, the rest stays as it is.
import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension, TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { outline } from './blocks-in';
import { markdownOf } from './paste';

/** In code, in front matter and in opening lines the signs of Markdown would mean nothing. */
export function takesMarkdown(state: EditorState): boolean {
  const { head } = state.selection.main;
  if (state.doc.lineAt(head).number <= state.field(outline).matterEnd) return false;
  for (let node = syntaxTree(state).resolveInner(head, -1); ; ) {
    if (/Code|BlockLine|MessageHead/.test(node.name)) return false;
    if (!node.parent) return true;
    node = node.parent;
  }
}

const lineStart = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)?/;

/** Puts Markdown in place of what is selected; several passages stay in the quote or list they come into. */
export function pastedMarkdown(state: EditorState, markdown: string): TransactionSpec {
  const { from, to } = state.selection.main;
  const userEvent = 'input.paste';
  const replaceBy = (insert: string): TransactionSpec => ({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
    userEvent,
  });
  if (!markdown.includes('\n')) return replaceBy(markdown);
  const line = state.doc.lineAt(from);
  const start = lineStart.exec(line.text.slice(0, from - line.from))?.[0] ?? '';
  // Behind a list sign the text goes on below its first word.
  const indent = start.replace(/[^>\s]/g, ' ');
  const isBegun = from - line.from > start.length;
  const rest = state.doc.lineAt(to);
  const isMore = rest.text.slice(to - rest.from).trim() !== '';
  const lines = markdown.split('\n');
  const [first = '', ...others] = isBegun ? ['', '', ...lines] : lines;
  if (isMore) others.push('', '');
  const text = [first, ...others.map((each) => (indent + each).trimEnd())].join('\n');
  return replaceBy(isMore ? text + indent : text);
}

export const isPicture = ({ type }: File): boolean => type.startsWith('image/');

/** A program for writing code says so: what it copies is meant letter by letter. */
const isFromCode = (data: DataTransfer): boolean => data.types.includes('vscode-editor-data');

export function pasting(onPictures: (files: readonly File[], at: number) => void): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const data = event.clipboardData;
      if (!data || view.state.readOnly) return false;
      const shown = [...data.files].filter(isPicture);
      // Spreadsheets and Word copy a picture of the text as well.
      if (shown.length > 0 && data.getData('text/plain').trim() === '') {
        event.preventDefault();
        onPictures(shown, view.state.selection.main.head);
        return true;
      }
      const html = data.getData('text/html');
      if (html === '' || isFromCode(data) || !takesMarkdown(view.state)) return false;
      const markdown = markdownOf(html);
      if (markdown === undefined) return false;
      event.preventDefault();
      view.dispatch(view.state.update(pastedMarkdown(view.state, markdown)));
      return true;
    },
    drop(event, view) {
      const shown = [...(event.dataTransfer?.files ?? [])].filter(isPicture);
      if (shown.length === 0 || view.state.readOnly) return false;
      event.preventDefault();
      onPictures(shown, view.posAtCoords({ x: event.clientX, y: event.clientY }, false));
      return true;
    },
  });
}
