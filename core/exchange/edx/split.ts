// Takes Open edX problem Markdown apart, line by line: what is text, what an answer, what a hint.

export interface EdxLine {
  line: number;
  text: string;
}

const codeForm = /^\s*\[\/?code\]\s*$/i;

/** What stands between two lines `---`: one problem. */
export function splitProblems(text: string): EdxLine[][] {
  const problems: EdxLine[][] = [[]];
  let isCode = false;
  for (const [at, line] of text.split('\n').entries()) {
    if (codeForm.test(line)) isCode = !isCode;
    if (!isCode && /^---+\s*$/.test(line)) problems.push([]);
    else problems.at(-1)?.push({ line: at + 1, text: line });
  }
  return problems.filter((lines) => lines.some(({ text: words }) => words.trim() !== ''));
}

export type EdxPart =
  | { type: 'text'; line: number; text: string }
  | { type: 'title'; line: number; text: string }
  /** `( )` or `[ ]`, an answer to choose. */
  | {
      type: 'option';
      line: number;
      several: boolean;
      right: boolean;
      pinned: boolean;
      shuffled: boolean;
      text: string;
      feedback: string;
    }
  /** `= right`, `or= also right`, `not= wrong`. */
  | {
      type: 'typed';
      line: number;
      sign: '=' | 's=' | 'or=' | 'not=';
      text: string;
      feedback: string;
    }
  /** `{{ ((A B)) … }}`: what is said about several answers together. */
  | { type: 'together'; line: number }
  | { type: 'hint'; line: number; text: string }
  | { type: 'explanation'; line: number; text: string };

/** Takes `{{feedback}}` off the end of a line. */
export function takeFeedback(line: string): { text: string; feedback: string } {
  const at = line.indexOf('{{');
  const end = line.lastIndexOf('}}');
  if (at < 0 || end < at) return { text: line.trim(), feedback: '' };
  const said = line.slice(at + 2, end);
  // `Almost:: look again` has a label of its own; the words behind it are what is said.
  const label = said.indexOf('::');
  return {
    text: `${line.slice(0, at)} ${line.slice(end + 2)}`.trim(),
    feedback: (label < 0 ? said : said.slice(label + 2)).trim(),
  };
}

const optionForm = /^\s*(?:\(([ xX@!]{0,3})\)|\[([ xX]?)\])\s+(\S.*)$/;
const typedForm = /^\s*(s?=|or=|not=)(?!=)\s*(\S.*)$/;
const hintForm = /^\s*\|\|(.+)\|\|\s*$/;
const explanationOpen = /^\s*\[explanation\]\s*(.*)$/i;
const explanationClose = /^(.*)\[\/?explanation\]\s*$/i;

function readLine({ line, text }: EdxLine): EdxPart {
  const option = optionForm.exec(text);
  if (option) {
    const [, round, square = '', words = ''] = option;
    const signs = round ?? square;
    return {
      type: 'option',
      line,
      several: round === undefined,
      right: /x/i.test(signs),
      pinned: signs.includes('@'),
      shuffled: signs.includes('!'),
      ...takeFeedback(words),
    };
  }
  const typed = typedForm.exec(text);
  if (typed) {
    const sign = typed[1] as Extract<EdxPart, { type: 'typed' }>['sign'];
    return { type: 'typed', line, sign, ...takeFeedback(typed[2] ?? '') };
  }
  if (/^\s*\{\{\s*\(\(/.test(text)) return { type: 'together', line };
  const hint = hintForm.exec(text);
  if (hint) return { type: 'hint', line, text: (hint[1] ?? '').trim() };
  return { type: 'text', line, text };
}

/** The parts of one problem, in their order. */
export function partsOf(lines: readonly EdxLine[]): EdxPart[] {
  const parts: EdxPart[] = [];
  let explanation: { line: number; text: string[] } | undefined;
  let code = false;
  for (const [at, { line, text }] of lines.entries()) {
    if (explanation) {
      const close = explanationClose.exec(text);
      explanation.text.push(close ? (close[1] ?? '') : text);
      if (!close) continue;
      parts.push({
        type: 'explanation',
        line: explanation.line,
        text: explanation.text.join('\n'),
      });
      explanation = undefined;
      continue;
    }
    if (codeForm.test(text)) {
      code = !code;
      parts.push({ type: 'text', line, text: '```' });
      continue;
    }
    const open = code ? null : explanationOpen.exec(text);
    if (open) {
      const close = explanationClose.exec(open[1] ?? '');
      if (close) parts.push({ type: 'explanation', line, text: close[1] ?? '' });
      else explanation = { line, text: [open[1] ?? ''] };
      continue;
    }
    const isUnderline = /^={2,}\s*$/.test(text) && (lines[at - 1]?.text.trim() ?? '') !== '';
    const last = parts.at(-1);
    if (isUnderline && last?.type === 'text') {
      parts[parts.length - 1] = { type: 'title', line: last.line, text: last.text.trim() };
    } else parts.push(code ? { type: 'text', line, text } : readLine({ line, text }));
  }
  // One that nothing ends goes to the end.
  if (explanation) {
    parts.push({ type: 'explanation', line: explanation.line, text: explanation.text.join('\n') });
  }
  return parts;
}
