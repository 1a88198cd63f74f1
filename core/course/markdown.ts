// Our Markdown: CommonMark and GFM by markdown-it, plus three rules of our own (blocks, gaps, organisation words).
import markdownIt, { type MarkdownIt } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { limits } from './limits';
import { blockRule } from './markdown-block';
import { gapRule, parseInlineWithGaps } from './markdown-gap';
import { organisationRule } from './markdown-organisation';

function createMarkdown(): MarkdownIt {
  const md = markdownIt({
    html: false,
    linkify: true,
    typographer: false,
    maxNesting: limits.nesting,
  });
  md.use(footnote);
  // Every address is parsed as written; link-target.ts decides later what it may do.
  md.validateLink = () => true;
  md.normalizeLink = (url: string) => url;
  md.normalizeLinkText = (url: string) => url;
  md.block.ruler.before('fence', 'course_block', blockRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.inline.ruler.before('link', 'gap', gapRule);
  md.inline.ruler.before('link', 'organisation', organisationRule);
  md.core.ruler.at('inline', parseInlineWithGaps);
  return md;
}

/** One instance serves the whole process: it keeps no state between parses. */
export const markdown = createMarkdown();
