// The comment at the top of a LiaScript document: who wrote it, in which language, what it loads.
import type { Line } from '../markdown-folder/lines';
import type { Say } from '../markdown-folder/report';

export interface Head {
  title?: string;
  summary?: string;
  language?: string;
  version?: string;
  authors: string[];
  /** Level of the headings that lessons begin with, where the document says so. */
  lessonLevel?: number;
  /** Names of its own macros, without the sign. */
  macros: ReadonlySet<string>;
}

/** LiaScript takes any macro: our own says at which level lessons begin. */
export const lessonLevelMacro = '@deskwise.lessons';

const entry = /^[ \t]*(@?[\w.]+)[ \t]*:[ \t]*(.*)$/;
const beginOfMacro = /^[ \t]*@([\w.]+)[ \t]*$/;

/** Takes the comment off; the lines that are left keep their numbers. */
export function takeHead(lines: readonly Line[], say: Say): { head: Head; body: Line[] } {
  const begin = lines.findIndex(({ text }) => text.trim() !== '');
  const empty: Head = { authors: [], macros: new Set() };
  if (!lines[begin]?.text.trimStart().startsWith('<!--')) return { head: empty, body: [...lines] };
  const end = lines.findIndex(({ text }, at) => at >= begin && text.includes('-->'));
  if (end < 0) return { head: empty, body: [...lines] };
  const inside = lines
    .slice(begin, end + 1)
    .map(({ text, line }) => ({ text: text.replace(/<!--|-->.*$/g, ''), line }));
  const values = new Map<string, string[]>();
  const macros = new Set<string>();
  let last = '';
  let inMacro = false;
  let lessonLevel: number | undefined;
  for (const { text, line } of inside) {
    if (inMacro) {
      inMacro = text.trim() !== '@end';
      continue;
    }
    const block = beginOfMacro.exec(text);
    if (block) {
      macros.add(block[1] ?? '');
      say('left-out', 'macro', line, { name: `@${block[1]}` });
      inMacro = true;
      continue;
    }
    const found = entry.exec(text);
    if (!found) {
      if (text.trim() !== '') values.get(last)?.push(text.trim());
      continue;
    }
    const [, name = '', value = ''] = found;
    if (name === lessonLevelMacro) {
      if (/^[1-6]$/.test(value.trim())) lessonLevel = Number(value);
      continue;
    }
    if (name.startsWith('@')) {
      macros.add(name.slice(1));
      say('left-out', 'macro', line, { name });
      continue;
    }
    last = name.toLowerCase();
    if (/^(?:import|script|link|onload|attribute|classroom)$/.test(last)) {
      say('left-out', 'engine', line, { url: value || name });
    }
    values.set(last, [...(values.get(last) ?? []), value]);
  }
  const textOf = (name: string): string | undefined =>
    values.get(name)?.join(' ').replace(/\s+/g, ' ').trim() || undefined;
  const authors = (textOf('author') ?? '').split(/[;,]/).map((each) => each.trim());
  const head = {
    title: textOf('title'),
    summary: textOf('comment'),
    language: textOf('language'),
    version: textOf('version'),
    lessonLevel,
  };
  const known = Object.entries(head).filter(([, value]) => value !== undefined);
  return {
    head: {
      ...Object.fromEntries(known),
      authors: authors.filter((author) => author !== ''),
      macros,
    },
    body: lines.slice(end + 1),
  };
}
