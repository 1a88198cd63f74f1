// The order in which the words of a course are read.
import { inlineText } from '../../../core/course/plain-text';
import type { GlossaryView } from '../../../core/views';

/** By the alphabet of the language that the words are written in. */
export function inAlphabet({ language, terms }: GlossaryView): GlossaryView['terms'] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...terms].sort((a, b) => compare(inlineText(a.term), inlineText(b.term)));
}
