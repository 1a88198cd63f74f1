// Counts the colons of folded text once it is all there: what stands outside needs more than what is inside.
import { Fences, type Line } from './lines';

interface Opened {
  at: number;
  prefix: string;
  /** How deep blocks nest inside. */
  height: number;
}

const blockLine = /^([ \t>]*):{3,}(?:[ \t]+(\S.*))?$/;

/**
 * Lines that open a block and no line closes become bold words; closing lines that close nothing go.
 */
export function countColons(lines: readonly Line[]): Line[] {
  const open: Opened[] = [];
  const written = new Map<number, string>();
  const fences = new Fences();
  for (const [at, { text }] of lines.entries()) {
    if (fences.takes(text)) continue;
    const match = blockLine.exec(text);
    if (!match) continue;
    const [, prefix = '', words] = match;
    if (words !== undefined) {
      open.push({ at, prefix, height: 0 });
      written.set(at, `${prefix}**${words.replace(/^details[ \t]*/, '')}**`);
      continue;
    }
    const opened = open.pop();
    if (!opened) {
      written.set(at, prefix.trimEnd());
      continue;
    }
    const outer = open.at(-1);
    if (outer) outer.height = Math.max(outer.height, opened.height + 1);
    const colons = ':'.repeat(3 + opened.height);
    const opening = blockLine.exec((lines[opened.at] as Line).text)?.[2] ?? '';
    written.set(opened.at, `${opened.prefix}${colons} ${opening}`);
    written.set(at, `${opened.prefix}${colons}`);
  }
  return lines.map((line, at) => ({ ...line, text: written.get(at) ?? line.text }));
}
