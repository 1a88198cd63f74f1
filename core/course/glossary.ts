// The words of a course: `glossary.md`, where each heading is a term and what follows is what it means.
import { inlineText, plainText } from './plain-text';
import type { ProblemList } from './problem';
import type { Inline, Prose } from './prose';

export const glossaryFile = 'glossary.md';

export const isGlossary = (path: string): boolean =>
  path.slice(path.lastIndexOf('/') + 1).toLowerCase() === glossaryFile;

export interface Term {
  anchor: string;
  line: number;
  term: Inline[];
  definition: Prose[];
}

/** Takes the text of a glossary apart at its headings of the second level. */
export function readTerms(prose: readonly Prose[], problems: ProblemList): Term[] {
  const terms: Term[] = [];
  const lines = new Map<string, number>();
  for (const node of prose) {
    if (node.type !== 'heading' || node.level !== 2) {
      const last = terms.at(-1);
      if (last) last.definition.push(ofTheGlossary(node));
      else problems.add('term-missing', node.line);
      continue;
    }
    const words = inlineText(node.children).trim();
    const key = words.toLowerCase();
    const other = lines.get(key);
    if (other === undefined) lines.set(key, node.line);
    else problems.add('term-double', node.line, { term: words, other });
    terms.push({ anchor: node.anchor, line: node.line, term: node.children, definition: [] });
  }
  for (const { line, term, definition } of terms) {
    if (plainText(definition).trim() !== '') continue;
    problems.add('term-empty', line, { term: inlineText(term).trim() || '–' });
  }
  return terms;
}

/** Links within the glossary lead to a term of it, wherever the definition is shown. */
function ofTheGlossary<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(ofTheGlossary) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if ('to' in value && value.to === 'anchor' && 'anchor' in value) {
    return { to: 'file', path: glossaryFile, anchor: value.anchor } as Value;
  }
  const entries = Object.entries(value).map(([key, each]) => [key, ofTheGlossary(each)]);
  return Object.fromEntries(entries) as Value;
}

/** The anchors of terms that links lead to, anywhere in prose. */
export function termsLinked(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('to' in value && value.to === 'file' && 'path' in value && isGlossary(String(value.path))) {
    return 'anchor' in value ? [String(value.anchor)] : [];
  }
  return Object.values(value).flatMap(termsLinked);
}

/** The terms that links lead to, and those that their definitions lead to. */
export function termsFor(terms: readonly Term[], anchors: readonly string[]): Term[] {
  const wanted = new Set<string>();
  const open = [...anchors];
  const byAnchor = new Map(terms.map((term) => [term.anchor, term]));
  for (let anchor = open.pop(); anchor !== undefined; anchor = open.pop()) {
    if (wanted.has(anchor)) continue;
    wanted.add(anchor);
    open.push(...termsLinked(byAnchor.get(anchor)?.definition));
  }
  return terms.filter(({ anchor }) => wanted.has(anchor));
}
