// What stands around a quiz and belongs to it: the paragraph that asks it, a model answer behind it.
import { Fences, isBlank, type Line, trimmed } from '../markdown-folder/lines';
import type { Quiz } from './quiz';
import type { Section } from './sections';

const noParagraph =
  /^[ \t]*(?:[#>|]|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}|:{3}|<|!\[[^\]]*\]\([^)]*\)[ \t]*$)/;

/** The paragraph before a quiz asks it; where there is none, the heading does. */
export function takeQuestion(
  text: readonly Line[],
  section: Section,
  { asked, line }: Quiz,
): { before: Line[]; question: Line[] } {
  if (asked.kind === 'gaps' && !asked.isAlone) return { before: [...text], question: [] };
  const end = text.findLastIndex((each) => !isBlank(each)) + 1;
  let begin = end;
  while (begin > 0 && !isBlank(text[begin - 1] as Line)) begin--;
  const paragraph = text.slice(begin, end);
  const fences = new Fences();
  const isCode = text.filter((each) => fences.takes(each.text)).includes(text[begin] as Line);
  const isOne =
    paragraph.length > 0 && !isCode && !paragraph.some((each) => noParagraph.test(each.text));
  if (isOne) return { before: text.slice(0, begin), question: paragraph };
  return { before: [...text], question: [{ text: section.title || '…', line }] };
}

/** What `write-kept.ts` puts behind a text survey: folded text without a title is a model answer. */
export function modelAt(
  lines: readonly Line[],
  { asked, end }: Quiz,
): { lines: Line[]; end: number } | undefined {
  if (asked.kind !== 'text-survey') return undefined;
  let at = end;
  while (at < lines.length && isBlank(lines[at] as Line)) at++;
  if (lines[at]?.text !== '<details><summary>…</summary>') return undefined;
  const close = lines.findIndex((line, next) => next > at && line.text === '</details>');
  return close < 0 ? undefined : { lines: trimmed(lines.slice(at + 1, close)), end: close + 1 };
}
