// Refuses texts that markdown-it could only read in quadratic time: it looks for the end of a quote
// ahead, and again from every line where it stopped too late.
import type { MarkdownIt } from 'markdown-it';

export class TangledText extends Error {
  constructor(readonly line: number) {
    super(`tangled quotes in line ${line}`);
    this.name = 'TangledText';
  }
}

/** Lines looked at in vain: so many for each line of the text, and some for short texts. */
const allowance = { perLine: 4, atLeast: 10_000 };

/** markdown-it plugin. */
export function budgetPlugin(md: MarkdownIt): void {
  const tokenize = md.block.tokenize.bind(md.block);
  md.block.tokenize = (state, startLine, endLine) => {
    const isQuote = state.tokens.at(-1)?.type === 'blockquote_open';
    tokenize(state, startLine, endLine);
    if (!isQuote) return;
    const env = state.env as { linesInVain?: number };
    env.linesInVain = (env.linesInVain ?? 0) + endLine - state.line;
    const allowed = allowance.atLeast + allowance.perLine * state.eMarks.length;
    if (env.linesInVain > allowed) throw new TangledText(startLine + 1);
  };
}
