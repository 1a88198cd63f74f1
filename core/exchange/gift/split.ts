// Takes a GIFT file apart: questions end at an empty line; comments and categories have lines of their own.

export type Piece =
  | { type: 'comment'; line: number; text: string }
  | { type: 'category'; line: number; path: string }
  /** `id` is what a comment before it calls it: `// [id:first-step]`. */
  | { type: 'question'; line: number; text: string; id: string };

const commentForm = /^\s*\/\//;
const categoryForm = /^\s*\$CATEGORY:/;

/** The first brace of a line that is no escaped one. */
function firstBrace(line: string): string {
  return /[{}]/.exec(line.replace(/\\./g, ''))?.[0] ?? '';
}

/** True when the last brace so far has opened. */
function isOpenAfter(line: string, wasOpen: boolean): boolean {
  let open = wasOpen;
  for (const [brace] of line.replace(/\\./g, '').matchAll(/[{}]/g)) open = brace === '{';
  return open;
}

/**
 * For each line, whether the braces that are open there close before another question begins: an
 * empty line between them is then no end.
 */
function closesLater(lines: readonly string[]): boolean[] {
  const closes: boolean[] = [];
  let later = false;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    const brace = commentForm.test(line) ? '' : firstBrace(line);
    if (/^\s*::/.test(line) || categoryForm.test(line)) later = false;
    else if (brace !== '') later = brace === '}';
    closes[at] = later;
  }
  return closes;
}

export function splitGift(text: string): Piece[] {
  const lines = text.split('\n');
  const closes = closesLater(lines);
  const pieces: Piece[] = [];
  let id = '';
  let question: { line: number; lines: string[]; open: boolean } | undefined;
  let comment: { line: number; lines: string[] } | undefined;
  const endComment = (): void => {
    if (comment)
      pieces.push({ type: 'comment', line: comment.line, text: comment.lines.join(' ') });
    comment = undefined;
  };
  const endQuestion = (): void => {
    if (question) {
      pieces.push({ type: 'question', line: question.line, text: question.lines.join('\n'), id });
      id = '';
    }
    question = undefined;
  };
  for (const [at, line] of lines.entries()) {
    if (commentForm.test(line)) {
      const words = line.replace(commentForm, '').trim();
      id = /\[id:([^\]]{1,100})\]/.exec(words)?.[1]?.trim() ?? id;
      comment ??= { line: at + 1, lines: [] };
      comment.lines.push(words);
      continue;
    }
    endComment();
    if (line.trim() === '') {
      if (!question?.open || !closes[at]) endQuestion();
      else question.lines.push('');
    } else if (!question && categoryForm.test(line)) {
      pieces.push({ type: 'category', line: at + 1, path: line.replace(categoryForm, '').trim() });
    } else {
      question ??= { line: at + 1, lines: [], open: false };
      question.lines.push(line);
      question.open = isOpenAfter(line, question.open);
    }
  }
  endComment();
  endQuestion();
  return pieces;
}
