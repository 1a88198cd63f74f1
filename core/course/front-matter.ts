// Takes the front matter off a file and checks it against a schema, with the place of each mistake.
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from '../zod';
import { formatVersion, limits } from './limits';
import type { ProblemList } from './problem';

export interface SplitFile {
  /** Undefined when the file has none. */
  yaml: string | undefined;
  /** The text with the front matter's lines left empty, so that all line numbers stay true. */
  body: string;
  /** Why it has none, though it should. */
  mistake?: 'matter-missing' | 'matter-open';
}

/** Splits the lines of a file at the two lines `---`. */
export function splitFrontMatter(lines: readonly string[]): SplitFile {
  const none = { yaml: undefined, body: lines.join('\n') };
  if (lines[0]?.trimEnd() !== '---') return { ...none, mistake: 'matter-missing' };
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  if (end < 0) return { ...none, mistake: 'matter-open' };
  const yaml = lines.slice(1, end).join('\n');
  const body = lines.map((line, at) => (at <= end ? '' : line)).join('\n');
  return { yaml, body };
}

/** Where a key of the front matter stands in the file; the whole block's first line if it is not there. */
function placeOf(document: Document, counter: LineCounter, path: readonly PropertyKey[]) {
  let line = 1;
  let column = 1;
  let node: unknown = document.contents;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === step);
      if (!pair) break;
      const range = isScalar(pair.key) ? pair.key.range : undefined;
      if (range) {
        const at = counter.linePos(range[0]);
        line = at.line;
        column = at.col;
      }
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node) || !node.range) break;
      const at = counter.linePos(node.range[0]);
      line = at.line;
      column = at.col;
    } else break;
  }
  // The first line of the YAML is the second line of the file.
  return { line: line + 1, column };
}

interface Yaml {
  data: Record<string, unknown>;
  placeOf: (path: readonly PropertyKey[]) => { line: number; column: number };
}

/** Parses the YAML; undefined when it cannot be read, and then the reason is among the problems. */
function readYaml(yaml: string, problems: ProblemList): Yaml | undefined {
  if (yaml.length > limits.matterLength) {
    problems.addAt('matter-too-large', 2, 1, { limit: limits.matterLength });
    return undefined;
  }
  const counter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: counter,
    schema: 'core',
    // What is odd is among the document's warnings: nothing is to be printed.
    logLevel: 'error',
  });
  let isRead = document.errors.length === 0;
  const add = (at: number, reason: string): void => {
    const { line, col } = counter.linePos(at);
    problems.addAt('matter-yaml', line + 1, col, { reason });
  };
  for (const mistake of [...document.errors, ...document.warnings]) {
    add(mistake.pos[0], mistake.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? '');
  }
  visit(document, {
    Alias(_, alias) {
      add(alias.range?.[0] ?? 0, 'aliases such as *name are not allowed');
      isRead = false;
      return visit.BREAK;
    },
  });
  if (!isRead) return undefined;
  const data: unknown = document.toJS() ?? {};
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    add(0, 'it has no keys');
    return undefined;
  }
  return { data: { ...data }, placeOf: (path) => placeOf(document, counter, path) };
}

/**
 * Parses and checks front matter. `expected` says in words what each key wants, for the message.
 * Returns what could be read; keys with mistakes are left out, so that the file still shows.
 */
export function readFrontMatter<Schema extends z.ZodObject>(
  yaml: string,
  schema: Schema,
  expected: Record<string, string>,
  problems: ProblemList,
): Partial<z.infer<Schema>> {
  const read = readYaml(yaml, problems);
  if (!read) return {};
  const { data: values, placeOf } = read;
  const known = Object.keys(schema.shape);
  for (const key of Object.keys(values)) {
    if (known.includes(key)) continue;
    const at = placeOf([key]);
    problems.addAt('matter-key-unknown', at.line, at.column, { key, known: known.join(', ') });
    delete values[key];
  }
  const format = values.format;
  if (typeof format === 'number' && format > formatVersion) {
    const at = placeOf(['format']);
    problems.addAt('format-newer', at.line, at.column, { format, known: formatVersion });
  }

  const checked = schema.safeParse(values);
  if (checked.success) return checked.data as Partial<z.infer<Schema>>;
  const unfit = new Set<string>();
  for (const issue of checked.error.issues) {
    const key = String(issue.path[0] ?? '');
    if (!(key in values)) {
      problems.addAt('matter-key-missing', 1, 1, { key });
      continue;
    }
    const at = placeOf(issue.path);
    problems.addAt('matter-value', at.line, at.column, {
      key,
      reason: issue.message,
      expected: expected[key] ?? '',
    });
    unfit.add(key);
  }
  for (const key of unfit) delete values[key];
  const rest = schema.partial().safeParse(values);
  return (rest.success ? rest.data : {}) as Partial<z.infer<Schema>>;
}
