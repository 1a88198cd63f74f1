// Splits a page into the title, what comes before its chapters, and the chapters.
import type { Line } from './lines';
import type { Heading, Page } from './page';

export interface Chapter {
  /** Markdown; '' where the page has none. */
  title: string;
  lines: Line[];
  headings: Heading[];
  /** Names under which links knew the heading that became the title. */
  names: string[];
  line: number;
}

const shifted = (level: number, by: number): number => Math.min(6, Math.max(2, level + by));

/**
 * The title is the page's first heading, if no text and no higher heading comes before it; what is
 * left begins with `##`.
 */
export function withTitle({ lines, headings }: Page): Chapter {
  const first = headings.find(({ isNested }) => !isNested);
  const top = Math.min(
    6,
    ...headings.filter(({ isNested }) => !isNested).map(({ level }) => level),
  );
  const isTitle =
    first?.level === top &&
    (first.level === 1 || lines.slice(0, first.at).every(({ text }) => text.trim() === ''));
  return {
    ...cut(lines, headings, 0, lines.length, isTitle ? first : undefined),
    line: lines[0]?.line ?? 1,
  };
}

/** Lines from one place to another, without the heading that is their title. */
function cut(
  lines: readonly Line[],
  headings: readonly Heading[],
  from: number,
  to: number,
  title: Heading | undefined,
): Chapter {
  const inside = headings.filter((each) => each.at >= from && each.at < to && each !== title);
  const top = Math.min(6, ...inside.filter(({ isNested }) => !isNested).map(({ level }) => level));
  // All move alike, so that each stays as far under the others as it was.
  const by = 2 - top;
  const out: Line[] = [];
  const moved: Heading[] = [];
  const byPlace = new Map(inside.map((each) => [each.at, each]));
  for (let at = from; at < to; at++) {
    const line = lines[at] as Line;
    if (title && at === title.at) continue;
    const heading = byPlace.get(at);
    if (!heading) {
      out.push(line);
      continue;
    }
    const level = shifted(heading.level, by);
    moved.push({ ...heading, level, at: out.length });
    out.push({ ...line, text: line.text.replace(/#+/, '#'.repeat(level)) });
  }
  return {
    title: title?.words ?? '',
    lines: out,
    headings: moved,
    names: title?.names ?? [],
    line: lines[from]?.line ?? 1,
  };
}

/** The page before its first chapter, and the chapters: at the highest level that has two or more. */
export function intoChapters(page: Page): { front: Chapter; chapters: Chapter[] } {
  const { lines, headings } = page;
  const own = headings.filter(({ isNested }) => !isNested);
  const level = [1, 2, 3, 4].find(
    (each) => own.filter((heading) => heading.level === each).length > 1,
  );
  const begins = level === undefined ? [] : own.filter((heading) => heading.level <= level);
  const [first] = own;
  const title = first && level !== undefined && first.level < level ? first : undefined;
  const starts = begins.filter((heading) => heading !== title);
  const end = starts[0]?.at ?? lines.length;
  const front = cut(
    lines,
    headings,
    0,
    end,
    title ?? (starts.length === 0 ? withTitleOf(page) : undefined),
  );
  const chapters = starts.map((heading, at) =>
    cut(lines, headings, heading.at, starts[at + 1]?.at ?? lines.length, heading),
  );
  return { front, chapters };
}

const withTitleOf = ({ headings }: Page): Heading | undefined =>
  headings.find(({ isNested }) => !isNested);
