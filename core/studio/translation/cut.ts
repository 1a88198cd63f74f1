// Cuts the text of a lesson, of `course.md` or of `glossary.md` into what is translated piece by piece.
import { bodySegments } from './body-segments';
import { type FileLine, fileLines } from './file-lines';
import { matterLines, matterSegments } from './matter-segments';
import type { Segment } from './segment';

/** In the order of the text. What lies between the spans is structure, and stays as it is. */
export function cut(text: string): Segment[] {
  const lines = fileLines(text);
  const counts = new Map<string, number>();
  return [...matterSegments(lines), ...bodySegments(lines, bodyOf(lines))].map((found) => {
    const name = found.block === '' ? found.role : `${found.block}/${found.role}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { key: `${name}/${count}`, ...found };
  });
}

/** The lines of the front matter are left empty, so that all line numbers stay true. */
function bodyOf(lines: readonly FileLine[]): string {
  const end = (matterLines(lines)?.length ?? -2) + 2;
  return lines.map(({ text }, at) => (at < end ? '' : text)).join('\n');
}
