// Reads the texts of a question in the format that GIFT gives them: `[html]`, `[markdown]`, `[plain]`.
import type { Report } from '../report';
import { type Flow, plainFlow } from '../text/flow';
import { fromHtml, looksLikeHtml } from '../text/from-html';
import { fromMarkdown } from '../text/from-markdown';
import { withGaps } from '../text/gap-places';
import { releaseEscapes } from './signs';

export type TextFormat = 'moodle' | 'html' | 'markdown' | 'plain';

/** The question something belongs to, for the report. */
export interface Asking {
  report: Report;
  line: number;
  name: string;
}

const formatForm = /^\s*\[(html|markdown|plain|moodle)\]/i;

/** Takes the name of a format off the front. */
export function formatOf(
  text: string,
  fallback: TextFormat,
): { format: TextFormat; rest: string } {
  const found = formatForm.exec(text);
  if (!found) return { format: fallback, rest: text };
  const format = (found[1] ?? '').toLowerCase() as TextFormat;
  return { format, rest: text.slice(found[0].length) };
}

const blockTag = /<\/?(?:p|br|div|ul|ol|li|table|h[1-6]|pre|blockquote)\b/i;

/** A text without its escapes; the ends of lines in the file mean nothing but in Markdown. */
export function releaseLines(text: string, format: TextFormat): string {
  return releaseEscapes(format === 'markdown' ? text : text.replace(/[ \t]*\n[ \t]*/g, ' ')).trim();
}

/** Reads a text that still holds its escapes; `gaps` is how many gap marks it holds. */
export function readText(written: string, fallback: TextFormat, asking: Asking, gaps = 0): Flow {
  const { format, rest } = formatOf(written, fallback);
  const text = releaseLines(rest, format);
  const { report, line, name } = asking;
  const read = (): Flow => {
    if (format === 'markdown') {
      const { flow, said } = fromMarkdown(text);
      for (const message of said) report.add(line, message, { name });
      return flow;
    }
    if (format === 'plain' || (format === 'moodle' && !looksLikeHtml(text))) return plainFlow(text);
    const isBroken = format === 'moodle' && !blockTag.test(text);
    const { flow, flattened } = fromHtml(isBroken ? text.replaceAll('\n', '<br>') : text);
    if (flattened) report.add(line, 'text-flattened', { name });
    return flow;
  };
  return gaps === 0 ? read() : withGaps(read(), gaps);
}
