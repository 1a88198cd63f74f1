// Markdown of others in, a tree out. Our own parser reads it, without the blocks that courses have.
import markdownIt from 'markdown-it';
import { limits } from '../../course/limits';
import { budgetPlugin, TangledText } from '../../course/markdown-budget';
import { htmlRule } from '../../course/markdown-html';
import { pictureWidthRule } from '../../course/picture-width';
import { ProblemList } from '../../course/problem';
import { toProse } from '../../course/to-prose';
import type { Message } from '../report';
import { type Flow, plainFlow } from './flow';
import { fromProse } from './from-prose';

const foreign = markdownIt({ html: false, linkify: true, maxNesting: limits.nesting });
foreign.linkify.set({ fuzzyLink: false }).add('//', null);
foreign.use(budgetPlugin);
foreign.validateLink = () => true;
foreign.normalizeLink = (url) => url;
foreign.normalizeLinkText = (url) => url;
foreign.inline.ruler.at('html_inline', htmlRule);
foreign.inline.ruler.before('link', 'picture_width', pictureWidthRule);

export interface FromMarkdown {
  flow: Flow;
  /** What of it had to be changed. */
  said: Message[];
}

export function fromMarkdown(text: string): FromMarkdown {
  const problems = new ProblemList('', text.split('\n'));
  try {
    const prose = toProse(foreign.parse(text, {}), problems, ({ children }) => children);
    const flow = fromProse(prose, () => {});
    const rules = new Set(problems.problems.map(({ rule }) => rule));
    const said: Message[] = [];
    if (rules.has('html-as-text')) said.push('html-as-text');
    if (rules.has('nested-too-deep')) said.push('text-flattened');
    return { flow, said };
  } catch (error) {
    if (!(error instanceof TangledText)) throw error;
    return { flow: plainFlow(text), said: ['text-flattened'] };
  }
}
