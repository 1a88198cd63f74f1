// Names of computers in examples (blocks and code) that are not reserved for examples: they may be somebody's.
import { parse } from 'tldts';
import { type Problem, ProblemList } from '../../../core/course/problem';
import { eachNode, type SourceText } from './source-text';

/** RFC 2606 and RFC 6761. */
const reserved = /(^|\.)(example|test|invalid|localhost|example\.(com|org|net))$/;
/** Endings of files that are top-level domains too. */
const fileEndings = /\.(md|zip|mov|sh|rs|py|pl|ps)$/;
/** A run of what a name may hold: found without looking at any character twice. */
const run = /[\p{L}\p{N}.-]+/gu;
/** The names of the organisation's own words are no addresses. */
const organisation = /\{\{\s*org[.a-z0-9-]*/g;

/** The domain names in a text that are not reserved. */
export function realDomains(text: string): string[] {
  const clean = text.replace(organisation, (match) => ' '.repeat(match.length));
  return [...clean.matchAll(run)].flatMap(({ 0: found, index }) => {
    const name = found.replace(/^[.-]+/, '').replace(/[.-]+$/, '');
    if (name.length > 253 || !name.includes('.')) return [];
    // The first half of a mail address.
    if (clean[index + found.length] === '@') return [];
    const domain = name.toLowerCase();
    if (reserved.test(domain)) return [];
    const isAddress = /(:\/\/|@)$/.test(clean.slice(Math.max(0, index - 3), index));
    if (!isAddress && !domain.startsWith('www.')) {
      // A file, a part of a path, or a sentence that begins without a space.
      if (fileEndings.test(domain) || clean[index - 1] === '/' || name !== domain) return [];
    }
    const { isIcann, domain: owned } = parse(domain);
    return isIcann && owned !== null ? [domain] : [];
  });
}

/** The lines inside `:::` blocks, with the lines that open them. */
export function blockLines(lines: readonly string[]): { line: number; text: string }[] {
  const open: number[] = [];
  const inside: { line: number; text: string }[] = [];
  let fence = '';
  for (const [at, written] of lines.entries()) {
    const text = written.replace(/^[\s>]+/, '');
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[1] ?? '';
    const colons = /^:{3,}/.exec(text)?.[0].length ?? 0;
    const isClosing = colons > 0 && text.slice(colons).trim() === '';
    if (fence !== '') {
      if (mark.startsWith(fence) && text.trim() === mark) fence = '';
    } else if (mark !== '') fence = mark;
    else if (colons > 0 && !isClosing) {
      // An opening with as many colons ends the block before it.
      while ((open.at(-1) ?? Number.POSITIVE_INFINITY) <= colons) open.pop();
      open.push(colons);
    } else if (isClosing) {
      const depth = open.lastIndexOf(colons);
      if (depth >= 0) open.length = depth;
    }
    if (open.length > 0) inside.push({ line: at + 1, text: written });
  }
  return inside;
}

/** What a link really leads to, or a source stands at, is no example. */
function realLinks({ prose, lesson, matter }: SourceText): Set<string> {
  const hosts = new Set<string>();
  const add = (url: unknown): void => {
    if (typeof url === 'string' && URL.canParse(url)) hosts.add(new URL(url).hostname);
  };
  eachNode([prose, lesson?.items], (node) => {
    const target = node as { to?: unknown; url?: unknown };
    if (target.to === 'web') add(target.url);
  });
  for (const { url } of matter.sources) add(url);
  return hosts;
}

/** Each name once a file, at its first place. */
export function addressesInExamples(text: SourceText): Problem[] {
  const problems = new ProblemList(text.file, text.lines);
  const known = realLinks(text);
  const look = (line: number, words: string): void => {
    for (const domain of realDomains(words)) {
      if (known.has(domain)) continue;
      known.add(domain);
      problems.add('address-real', line, { domain }, domain);
    }
  };
  for (const { line, text: words } of blockLines(text.lines)) look(line, words);
  let line = 1;
  eachNode([text.prose, text.lesson?.items], (node) => {
    if (typeof node.line === 'number') line = node.line;
    if (node.type !== 'code' || typeof node.text !== 'string') return;
    for (const [at, words] of node.text.split('\n').entries()) look(line + at, words);
  });
  return problems.problems;
}
