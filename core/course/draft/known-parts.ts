// The tokens of a text that is being written: of the next state only what has changed is parsed anew.
import type { Token } from 'markdown-it';
import { markdown } from '../markdown';
import type { BlockMeta } from '../markdown-block';
import { TangledText } from '../markdown-budget';
import type { KnownRestEnv } from './known-rest';

/** What stands at the top level of a text, with all that is in it. */
export interface Part {
  /** Its first line, from 0. */
  line: number;
  tokens: readonly Token[];
}

interface Known {
  lines: readonly string[];
  parts: readonly Part[];
}

interface ParseEnv extends KnownRestEnv {
  linesInVain?: number;
}

/** Definitions of links and notes: they speak of the whole text, so no part stands for itself. */
const isEntangled = (body: string): boolean => body.includes(']:') || body.includes('^[');

const blankLine = /^[ \t]*$/;
/** No sign of a list, no quote, no indentation: such a line ends what is open above it. */
const firmLine = /^[^\s\-+*>\d]/;

/** Whether nothing above a line can depend on what comes after it. */
const isFirm = (lines: readonly string[], line: number): boolean =>
  firmLine.test(lines[line] ?? '') && (line === 0 || blankLine.test(lines[line - 1] ?? ''));

export class KnownParts {
  private known: Known | null = null;
  private moved: ReadonlyMap<Part, Part> = new Map();

  /** What a part was before it stood in another line; undefined where it is new, or stands as it stood. */
  before(part: Part): Part | undefined {
    return this.moved.get(part);
  }

  /**
   * The parts of the next state of the text. A part that stands as it stood, in the same line, is the
   * same object. Throws TangledText.
   */
  of(body: string): readonly Part[] {
    const { known } = this;
    // What is thrown on the way leaves nothing half known.
    this.known = null;
    this.moved = new Map();
    if (isEntangled(body)) return wholeOf(body).parts;
    const lines = body.split('\n');
    const again = known && partsAgain(known, lines);
    if (again) {
      this.known = { lines, parts: again.parts };
      this.moved = again.moved;
      return again.parts;
    }
    const whole = wholeOf(body);
    if (!whole.isSplit) return whole.parts;
    this.known = { lines, parts: whole.parts };
    return whole.parts;
  }
}

/** In one piece where its parts do not stand for themselves. */
function wholeOf(body: string): { parts: readonly Part[]; isSplit: boolean } {
  const env: ParseEnv = {};
  const tokens = markdown.parse(body, env);
  // What is looked at in vain counts for the whole text.
  const isSplit = !isEntangled(body) && !env.linesInVain;
  return { parts: isSplit ? splitAt(tokens, 0) : [{ line: 0, tokens }], isSplit };
}

interface Again {
  parts: readonly Part[];
  /** From those that stand in another line to what they were. */
  moved: ReadonlyMap<Part, Part>;
}

/** Undefined when only the whole text can tell. */
function partsAgain({ lines: before, parts }: Known, lines: string[]): Again | undefined {
  const least = Math.min(before.length, lines.length);
  let first = 0;
  while (first < least && before[first] === lines[first]) first++;
  if (first === before.length && first === lines.length) return { parts, moved: new Map() };
  let same = 0;
  while (same < least - first && before.at(-1 - same) === lines.at(-1 - same)) same++;
  const moved = lines.length - before.length;

  const begin = parts.findLastIndex(({ line }) => line < first && isFirm(lines, line));
  const from = parts[begin]?.line ?? 0;
  const rest = parts.filter(({ line }) => line >= before.length - same);
  const begins = new Set(rest.map(({ line }) => line + moved - from));
  const env: ParseEnv = { rest: { begins, found: null } };
  const tokens = tokensOf(lines.slice(from).join('\n'), env);
  if (!tokens || env.linesInVain) return undefined;
  const found = env.rest?.found ?? null;
  const behind = found === null ? [] : rest.filter(({ line }) => line + moved - from >= found);
  const now = behind.map((part) => movedBy(part, moved));
  return {
    parts: [...parts.slice(0, Math.max(0, begin)), ...splitAt(tokens, from), ...now],
    moved: new Map(moved === 0 ? [] : now.map((part, at) => [part, behind[at] as Part])),
  };
}

/** Undefined where it is tangled: how much of that is too much, and in which line, the whole text says. */
function tokensOf(piece: string, env: ParseEnv): readonly Token[] | undefined {
  try {
    return markdown.parse(piece, env);
  } catch (error) {
    if (error instanceof TangledText) return undefined;
    throw error;
  }
}

/** The parts of tokens whose first line is `from`. */
function splitAt(tokens: readonly Token[], from: number): Part[] {
  const parts: { line: number; tokens: Token[] }[] = [];
  for (const token of tokens) {
    moveToken(token, from);
    const isFirst = token.level === 0 && token.nesting >= 0;
    if (isFirst) parts.push({ line: token.map?.[0] ?? from, tokens: [] });
    parts.at(-1)?.tokens.push(token);
  }
  return parts;
}

function movedBy(part: Part, lines: number): Part {
  if (lines === 0) return part;
  for (const token of part.tokens) moveToken(token, lines);
  return { line: part.line + lines, tokens: part.tokens };
}

/** Not in place: tokens may share what they carry. */
function moveToken(token: Token, lines: number): void {
  if (lines === 0) return;
  if (token.map) token.map = [token.map[0] + lines, token.map[1] + lines];
  const meta = token.meta as unknown as BlockMeta | null;
  if (token.type !== 'course_block_open' || !meta?.head) return;
  const { from, to } = meta.head;
  const head = { from: from + lines, to: to + lines };
  token.meta = { ...meta, head } satisfies BlockMeta as never;
}
