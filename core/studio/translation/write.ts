// Writes words to their places in a text: only the bytes of these places change, and the structure never.
import { stringify } from 'yaml';
import { cut } from './cut';
import type { Segment } from './segment';

/**
 * The text with other words, by the keys of their segments. Words that would change the structure, as a
 * line beginning with `# ` does, are written so that they do not; `unfit` names those that cannot be.
 */
export function withWords(
  text: string,
  words: ReadonlyMap<string, string>,
): { text: string; unfit: string[] } {
  const before = cut(text);
  const changed = before.filter(({ key, text }) => {
    const next = words.get(key);
    return next !== undefined && tidy(next) !== '' && next !== text;
  });
  if (changed.length === 0) return { text, unfit: [] };
  const wanted = new Map(
    changed.map((each) => [each.key, tidied(words.get(each.key) ?? '', each)]),
  );
  for (const way of changed.length === 1 ? ways : [plain]) {
    const written = replaced(
      text,
      changed.map((each) => ({
        segment: each,
        words: way(wanted.get(each.key) ?? '', each, text),
      })),
    );
    if (isSame(before, cut(written), wanted)) return { text: written, unfit: [] };
  }
  if (changed.length === 1) return { text, unfit: changed.map(({ key }) => key) };
  // One of them is not as plain as the others: it is found by halves. Keys outlive words.
  const half = (from: number, to?: number): Map<string, string> =>
    new Map(changed.slice(from, to).map(({ key }) => [key, words.get(key) ?? '']));
  const middle = Math.ceil(changed.length / 2);
  const first = withWords(text, half(0, middle));
  const second = withWords(first.text, half(middle));
  return { text: second.text, unfit: [...first.unfit, ...second.unfit] };
}

/** No paragraph holds an empty line; line ends and white space around lines are not the author's. */
const tidy = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

const tidied = (words: string, { form }: Segment): string =>
  form === 'lines' ? tidyLines(words) : tidy(words).replaceAll('\n', ' ');

/** Two spaces at the end of a line of Markdown are a break that an author may want. */
const tidyLines = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at, { length }) => (at === length - 1 ? line.trim() : line.trimStart()))
    .join('\n');

type Way = (words: string, segment: Segment, text: string) => string;

const plain: Way = (words, segment, text) => {
  switch (segment.form) {
    case 'cell':
      return words.replaceAll('|', '\\|');
    case 'attribute':
      return words.replaceAll('"', '”').replaceAll('}', ')');
    case 'yaml':
      return stringify(words, { lineWidth: 0 }).trimEnd();
    case 'lines':
      return withGaps(words, segment, text);
    default:
      return words;
  }
};

const quoted: Way = (words, segment, text) =>
  segment.form === 'yaml' ? JSON.stringify(words) : plain(words, segment, text);

/** A backslash takes the meaning from a mark that begins a line. */
const escaped: Way = (words, segment, text) => {
  if (segment.form !== 'lines' && segment.form !== 'line') return quoted(words, segment, text);
  return plain(escapedWords(words), segment, text);
};

/** What begins a heading, a quote, a list, a rule, a fence, a table, a block or a reference. */
const blockMark =
  /^(?=#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|=+\s*$|(?:[-_*]\s*){2,}$|~~~|```|\||:::|\[[^\]]*\]:)/;

const escapedWords = (words: string): string =>
  words
    .split('\n')
    .map((line) => line.replace(blockMark, '\\').replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\'))
    .join('\n');

const ways: readonly Way[] = [plain, quoted, escaped];

/** Lines after the first go where those of the segment went, behind the same marks. */
function withGaps(words: string, { spans }: Segment, text: string): string {
  const gaps = spans.slice(1).map(({ start }, at) => text.slice(spans[at]?.end, start));
  const [first] = spans;
  const begin = first?.start ?? 0;
  const lineStart =
    Math.max(text.lastIndexOf('\n', begin - 1), text.lastIndexOf('\r', begin - 1)) + 1;
  const next = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const fallback = next + text.slice(lineStart, begin).replace(/[^>\s]/g, ' ');
  return words
    .split('\n')
    .map((line, at) => (at === 0 ? line : (gaps[at - 1] ?? gaps.at(-1) ?? fallback) + line))
    .join('');
}

function replaced(text: string, changes: readonly { segment: Segment; words: string }[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { segment, words } of changes) {
    const [first] = segment.spans;
    const last = segment.spans.at(-1);
    if (!first || !last) continue;
    parts.push(text.slice(at, first.start), words);
    at = last.end;
  }
  return parts.join('') + text.slice(at);
}

/** The same segments at the same places, with the words that were wanted and all others as they were. */
function isSame(
  before: readonly Segment[],
  after: readonly Segment[],
  wanted: ReadonlyMap<string, string>,
): boolean {
  if (before.length !== after.length) return false;
  return before.every(({ key, text, form }, at) => {
    const now = after[at];
    const want = wanted.get(key);
    if (now?.key !== key) return false;
    if (want === undefined) return now.text === text;
    if (form === 'attribute') return true;
    return now.text === want || now.text === escapedWords(want);
  });
}
