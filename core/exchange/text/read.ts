// Reads a text in the format it says it has; what had to be changed goes into the report.
import type { Report } from '../report';
import { type Flow, plainFlow } from './flow';
import { fromHtml, looksLikeHtml } from './from-html';
import { fromMarkdown } from './from-markdown';

/** `auto` is what most programs mean who say nothing: HTML if there are tags in it, else plain words. */
export type TextFormat = 'auto' | 'html' | 'markdown' | 'plain';

/** The question something belongs to. */
export interface Asking {
  report: Report;
  line: number;
  name: string;
}

const blockTag = /<\/?(?:p|br|div|ul|ol|li|table|h[1-6]|pre|blockquote)\b/i;

export function readFlow(text: string, format: TextFormat, { report, line, name }: Asking): Flow {
  if (format === 'markdown') {
    const { flow, said } = fromMarkdown(text);
    for (const message of said) report.add(line, message, { name });
    return flow;
  }
  if (format === 'plain' || (format === 'auto' && !looksLikeHtml(text))) return plainFlow(text);
  // Without paragraphs of its own, a text is broken where its lines are.
  const isBroken = format === 'auto' && !blockTag.test(text);
  const { flow, flattened } = fromHtml(isBroken ? text.replaceAll('\n', '<br>') : text);
  if (flattened) report.add(line, 'text-flattened', { name });
  return flow;
}
