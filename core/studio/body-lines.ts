// The lines of a text that are Markdown: those of its front matter are empty, so that all numbers stay true.
import type { Source } from './block-form/source';

export function bodyLines({ lines }: Source): string[] {
  const texts = lines.map(({ text }) => text);
  if (texts[0]?.replace(/^\ufeff/, '').trimEnd() !== '---') return texts;
  const end = texts.findIndex((text, at) => at > 0 && text.trimEnd() === '---');
  return texts.map((text, at) => (at <= end ? '' : text));
}
