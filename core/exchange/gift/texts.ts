// Reads the texts of a question in the format that GIFT gives them: `[html]`, `[markdown]`, `[plain]`.
import type { Flow } from '../text/flow';
import { withGaps } from '../text/gap-places';
import { type Asking, readFlow, type TextFormat } from '../text/read';
import { releaseEscapes } from './signs';

const formatForm = /^\s*\[(html|markdown|plain|moodle)\]/i;

/** Takes the name of a format off the front. */
export function formatOf(text: string, fallback: TextFormat): { format: TextFormat; rest: string } {
  const found = formatForm.exec(text);
  if (!found) return { format: fallback, rest: text };
  const named = (found[1] ?? '').toLowerCase();
  const format = named === 'moodle' ? 'auto' : (named as TextFormat);
  return { format, rest: text.slice(found[0].length) };
}

/** A text without its escapes; the ends of lines in the file mean nothing but in Markdown. */
export function releaseLines(text: string, format: TextFormat): string {
  const lines = format === 'markdown' ? text : text.replace(/\n[ \t]*/g, ' ');
  return releaseEscapes(lines).trim();
}

/** Reads a text that still holds its escapes; `gaps` is how many gap marks it holds. */
export function readText(written: string, fallback: TextFormat, asking: Asking, gaps = 0): Flow {
  const { format, rest } = formatOf(written, fallback);
  const flow = readFlow(releaseLines(rest, format), format, asking);
  return gaps === 0 ? flow : withGaps(flow, gaps);
}
