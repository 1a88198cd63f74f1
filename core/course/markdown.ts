// Our Markdown: CommonMark and GFM by markdown-it, plus rules of our own (blocks, gaps, organisation words).
import markdownIt, { type MarkdownIt } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { knownRestRule } from './draft/known-rest';
import { limits } from './limits';
import { blockRule } from './markdown-block';
import { budgetPlugin } from './markdown-budget';
import { footnoteInPlaceRule, footnoteReferenceRule, footnoteTailRule } from './markdown-footnote';
import { gapRule, parseInlineInBlocks } from './markdown-gap';
import { htmlRule } from './markdown-html';
import { markedRule } from './markdown-marked';
import { organisationRule } from './markdown-organisation';
import { tablePlacesPlugin } from './markdown-table-places';
import { pictureWidthRule } from './picture-width';

function createMarkdown(): MarkdownIt {
  const md = markdownIt({
    html: false,
    linkify: true,
    typographer: false,
    maxNesting: limits.nesting,
  });
  // Only what is written as an address becomes a link: `README.md` and `end.It` are none.
  md.linkify.set({ fuzzyLink: false }).add('//', null);
  md.use(tablePlacesPlugin).use(budgetPlugin).use(footnote);
  // Every address is parsed as written; link-target.ts decides later what it may do.
  md.validateLink = () => true;
  md.normalizeLink = (url: string) => url;
  md.normalizeLinkText = (url: string) => url;
  md.block.ruler.before('fence', 'course_block', blockRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.block.ruler.before('table', 'known_rest', knownRestRule);
  md.inline.ruler.before('link', 'gap', gapRule);
  md.inline.ruler.before('link', 'marked', markedRule);
  md.inline.ruler.before('link', 'organisation', organisationRule);
  md.inline.ruler.before('link', 'picture_width', pictureWidthRule);
  md.inline.ruler.at('html_inline', htmlRule);
  md.inline.ruler.at('footnote_inline', footnoteInPlaceRule);
  md.inline.ruler.at('footnote_ref', footnoteReferenceRule);
  md.core.ruler.at('inline', parseInlineInBlocks);
  md.core.ruler.at('footnote_tail', footnoteTailRule);
  return md;
}

/** One instance serves the whole process: it keeps no state between parses. */
export const markdown = createMarkdown();
