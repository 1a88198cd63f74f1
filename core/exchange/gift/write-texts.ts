// Texts of a course as GIFT has them: Markdown in one line, with what GIFT cannot hold in words.
import type { PhrasingContent, RootContent } from 'mdast';
import { inlineText } from '../../course/plain-text';
import type { Inline, Prose } from '../../course/prose';
import type { Report } from '../report';
import { type Flow, paragraph, textNode } from '../text/flow';
import { fromInline, fromProse, type Say } from '../text/from-prose';
import { gapMark } from '../text/gap-places';
import { markdownOf } from '../text/to-markdown';
import { escapeSigns } from './signs';

/** Pictures become their words, gaps the marks of their places. */
function speakable(flow: readonly RootContent[], say: () => void): Flow {
  return flow.flatMap((node): Flow => {
    if (node.type === 'image') {
      say();
      return [textNode(node.alt ?? '')];
    }
    if (node.type === 'gap') return [textNode(gapMark(node.gap))];
    if (!('children' in node)) return [node];
    return [{ ...node, children: speakable(node.children as Flow, say) } as RootContent];
  });
}

export class GiftTexts {
  constructor(
    private readonly report: Report,
    private readonly name: string,
    private readonly line: number,
  ) {}

  private readonly say: Say = (message, line, values = {}) => {
    this.report.add(line || this.line, message, { name: this.name, ...values });
  };

  private markdown(flow: Flow): string {
    const spoken = speakable(flow, () => this.say('picture-as-text', this.line));
    return escapeSigns(markdownOf(spoken).trim());
  }

  /** With its signs escaped. */
  prose(nodes: readonly Prose[]): string {
    return this.markdown(fromProse(nodes, this.say));
  }

  inline(nodes: readonly Inline[]): string {
    return this.markdown([paragraph(fromInline(nodes, this.line, this.say))]);
  }

  /** Words alone, for what Moodle shows as it is written. */
  plain(nodes: readonly Inline[]): string {
    if (nodes.some(({ type }) => type !== 'text')) this.say('text-kind-lost', this.line);
    return plainWords(inlineText(nodes));
  }

  plainProse(nodes: readonly Prose[]): string {
    const [first, ...more] = nodes;
    if (first?.type === 'paragraph' && more.length === 0) return this.plain(first.children);
    this.say('text-kind-lost', this.line);
    return plainWords(fromProse(nodes, this.say).map(wordsOfNode).join(' '));
  }
}

const wordsOfNode = (node: RootContent | PhrasingContent): string => {
  if ('children' in node) return (node.children as Flow).map(wordsOfNode).join(' ');
  return 'value' in node ? node.value : '';
};

export const plainWords = (text: string): string => escapeSigns(text.replace(/\s+/g, ' ').trim());
