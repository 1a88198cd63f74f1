// Mends in a text what takes no decision, and proves by reading it again that nothing else changed.
import { readOpening } from './attributes';
import {
  type ParsedCourseFile,
  type ParsedLessonFile,
  parseCourseFile,
  parseLesson,
} from './parse';

export interface TextFix {
  text: string;
  /** Ids that were given to blocks. */
  ids: { line: number; id: string }[];
  /** How many lines had white space at their end. */
  lines: number;
  finalNewline: boolean;
}

export interface FileFix extends Omit<TextFix, 'text'> {
  file: string;
}

/** Readings of one text at most, so that no text takes for ever. */
const readings = 400;

type Parsed = ParsedCourseFile | ParsedLessonFile;

const isCourseFile = (file: string): boolean => /(^|\/)course\.md$/i.test(file);
const parse = (file: string, text: string): Parsed =>
  isCourseFile(file) ? parseCourseFile(file, text) : parseLesson(file, text);

/** All that a reading says, but for the hash of the text and the columns of what is wrong in it. */
const meaning = (parsed: Parsed): string =>
  JSON.stringify({
    ...parsed,
    hash: '',
    problems: parsed.problems.map(({ rule, line, values }) => [rule, line, values]),
  });

/** Lines and what ends each of them: an end that is odd stays as odd as it was. */
function splitLines(text: string): { lines: string[]; ends: string[] } {
  const parts = text.split(/(\r\n|\n|\r)/);
  return {
    lines: parts.filter((_, at) => at % 2 === 0),
    ends: parts.filter((_, at) => at % 2 === 1),
  };
}

const joinLines = (lines: readonly string[], ends: readonly string[]): string =>
  lines.map((line, at) => line + (ends[at] ?? '')).join('');

/** Trims the ends of lines as long as the text still says the same; halves what does not. */
function withoutTrailingSpace(file: string, text: string): { text: string; count: number } {
  const { lines, ends } = splitLines(text);
  const spaced = lines.flatMap((line, at) => (/[ \t]$/.test(line) ? [at] : []));
  if (spaced.length === 0) return { text, count: 0 };
  const before = meaning(parse(file, text));
  let left = readings;
  let count = 0;
  const trimmed = [...lines];
  const trim = (places: readonly number[]): void => {
    if (places.length === 0 || left <= 0) return;
    left--;
    const kept = places.map((at) => trimmed[at] ?? '');
    for (const at of places) trimmed[at] = trimEnd(trimmed[at] ?? '');
    if (meaning(parse(file, joinLines(trimmed, ends))) === before) {
      count += places.length;
      return;
    }
    for (const [index, at] of places.entries()) trimmed[at] = kept[index] ?? '';
    if (places.length === 1) return;
    const middle = places.length >> 1;
    trim(places.slice(0, middle));
    trim(places.slice(middle));
  };
  trim(spaced);
  return { text: joinLines(trimmed, ends), count };
}

/** Of spaces and tabs alone; no pattern, which would look at long runs again and again. */
function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  return line.slice(0, end);
}

function withFinalNewline(file: string, text: string): { text: string; added: boolean } {
  if (text === '' || /[\r\n]$/.test(text)) return { text, added: false };
  const ended = text + (/\r\n|\n|\r/.exec(text)?.[0] ?? '\n');
  const isSame = meaning(parse(file, ended)) === meaning(parse(file, text));
  return isSame ? { text: ended, added: true } : { text, added: false };
}

/** The opening line of a block, perhaps in a quote or a list: what stands before its kind, and its kind. */
const opening = /^([\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*:{3,}[ \t]*)([^\s#{]+)/;

/** Blocks without an id, in the order of the file. */
function withoutId(parsed: Parsed): { line: number; suggestion: string }[] {
  return parsed.problems
    .filter(({ rule }) => rule === 'block-id-missing')
    .map(({ line, values }) => ({ line, suggestion: String(values.suggestion) }))
    .sort((a, b) => a.line - b.line);
}

const idPlaces = (lines: readonly string[]): Map<number, string> =>
  new Map(
    lines.flatMap((line, at): [number, string][] => {
      const match = opening.exec(line);
      const id = match && readOpening(line.slice(match[1]?.length)).id;
      return id ? [[at + 1, id]] : [];
    }),
  );

function unique(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted.replace(/-\d+$/, '');
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  return id;
}

/**
 * Gives each block without an id the one that `choose` finds for it, where the block is then read
 * as a question and all else stays as it was.
 */
function withIds(
  text: string,
  parsed: Parsed,
  file: string,
  choose: (line: number, suggestion: string, taken: ReadonlySet<string>) => string | undefined,
): { text: string; ids: TextFix['ids'] } {
  const { lines, ends } = splitLines(text);
  const taken = new Set(idPlaces(lines).values());
  const ids: TextFix['ids'] = [];
  let rest = parsed;
  for (const { line, suggestion } of withoutId(parsed).slice(0, readings)) {
    const old = lines[line - 1] ?? '';
    const match = opening.exec(old);
    const id = choose(line, suggestion, taken);
    if (!match || id === undefined || taken.has(id)) continue;
    const [before] = match;
    lines[line - 1] = `${before} #${id}${old.slice(before.length)}`;
    const now = parse(file, joinLines(lines, ends));
    if (isOnlyAdded(rest, now, line, id)) {
      rest = now;
      taken.add(id);
      ids.push({ line, id });
    } else lines[line - 1] = old;
  }
  return { text: joinLines(lines, ends), ids };
}

/** One question more, one mistake less. */
function isOnlyAdded(before: Parsed, after: Parsed, line: number, id: string): boolean {
  const mistakes = (parsed: Parsed): string[] =>
    parsed.problems.map(({ rule, line, values }) => JSON.stringify([rule, line, values]));
  const left = mistakes(before);
  const missing = before.problems.findIndex(
    (problem) => problem.rule === 'block-id-missing' && problem.line === line,
  );
  if (missing < 0) return false;
  left.splice(missing, 1);
  const items = (parsed: Parsed) => ('items' in parsed ? parsed.items : []);
  const ids = (parsed: Parsed): string[] => items(parsed).map((item) => item.id);
  const isRead = items(after).some((item) => item.id === id && item.line === line);
  return (
    JSON.stringify(mistakes(after)) === JSON.stringify(left) &&
    isRead &&
    JSON.stringify(ids(after).filter((each) => each !== id)) === JSON.stringify(ids(before))
  );
}

/**
 * `source` is the text of the lesson that this one translates, mended before: a translation takes
 * the ids of its source, and only where the two have the same blocks in the same order.
 */
export function fixText(file: string, text: string, source?: string): TextFix {
  const parsed = parse(file, text);
  let ids: TextFix['ids'] = [];
  let mended = text;
  if (withoutId(parsed).length > 0) {
    const fromSource = source === undefined ? undefined : idsBySource(text, source);
    const isTranslation = file.includes('/');
    ({ text: mended, ids } = withIds(text, parsed, file, (line, suggestion, taken) =>
      isTranslation ? fromSource?.get(line) : unique(suggestion, taken),
    ));
  }
  const trimmed = withoutTrailingSpace(file, mended);
  const ended = withFinalNewline(file, trimmed.text);
  return { text: ended.text, ids, lines: trimmed.count, finalNewline: ended.added };
}

/** The id that each block of a translation has in its source, by line; nothing if they differ. */
function idsBySource(text: string, source: string): Map<number, string> {
  const blocks = (words: string) =>
    splitLines(words).lines.flatMap((line, at) => {
      const match = opening.exec(line);
      if (!match) return [];
      const { kind, id } = readOpening(line.slice(match[1]?.length));
      return [{ line: at + 1, kind, id }];
    });
  const own = blocks(text);
  const theirs = blocks(source);
  const isAlike =
    own.length === theirs.length &&
    own.every(({ kind, id }, at) => {
      const other = theirs[at];
      return other?.kind === kind && (id === undefined || id === other.id);
    });
  if (!isAlike) return new Map();
  return new Map(
    own.flatMap(({ line, id }, at): [number, string][] => {
      const theirId = theirs[at]?.id;
      return id === undefined && theirId !== undefined ? [[line, theirId]] : [];
    }),
  );
}
