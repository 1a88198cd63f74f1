// Takes the front matter off a file and checks it against a schema, with the place of each mistake.
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { formatVersion } from './limits';
import type { ProblemList } from './problem';

export interface SplitFile {
  /** Undefined when the file has none. */
  yaml: string | undefined;
  /** The text with the front matter's lines left empty, so that all line numbers stay true. */
  body: string;
}

/** Splits a file at the two lines `---`. */
export function splitFrontMatter(text: string, problems: ProblemList): SplitFile {
  const lines = text.split('\n');
  if (lines[0]?.trim() !== '---') {
    problems.add('matter-missing', 1);
    return { yaml: undefined, body: text };
  }
  const end = lines.findIndex((line, at) => at > 0 && line.trim() === '---');
  if (end < 0) {
    problems.add('matter-open', 1);
    return { yaml: undefined, body: text };
  }
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
      const pair = node.items.find((each) => isScalar(each.key) && each.key.value === step);
      if (!pair) break;
      const range = isScalar(pair.key) ? pair.key.range : undefined;
      if (range) {
        const at = counter.linePos(range[0]);
        line = at.line;
        column = at.col;
      }
      node = pair.value;
    } else break;
  }
  // The first line of the YAML is the second line of the file.
  return { line: line + 1, column };
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
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, uniqueKeys: true, schema: 'core' });
  for (const mistake of [...document.errors, ...document.warnings]) {
    const at = counter.linePos(mistake.pos[0]);
    const reason = mistake.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? '';
    problems.addAt('matter-yaml', at.line + 1, at.col, { reason });
  }
  const data: unknown =
    document.errors.length > 0 ? {} : (document.toJS({ maxAliasCount: 0 }) ?? {});
  if (document.errors.length > 0) return {};
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    problems.addAt('matter-yaml', 2, 1, { reason: 'it has no keys' });
    return {};
  }

  const values: Record<string, unknown> = { ...data };
  const known = Object.keys(schema.shape);
  for (const key of Object.keys(values)) {
    if (known.includes(key)) continue;
    const at = placeOf(document, counter, [key]);
    problems.addAt('matter-key-unknown', at.line, at.column, { key, known: known.join(', ') });
    delete values[key];
  }
  const format = values.format;
  if (typeof format === 'number' && format > formatVersion) {
    const at = placeOf(document, counter, ['format']);
    problems.addAt('format-newer', at.line, at.column, { format, known: formatVersion });
  }

  const checked = schema.safeParse(values);
  if (checked.success) return checked.data as Partial<z.infer<Schema>>;
  for (const issue of checked.error.issues) {
    const key = String(issue.path[0] ?? '');
    if (!(key in values)) {
      problems.addAt('matter-key-missing', 1, 1, { key });
      continue;
    }
    const at = placeOf(document, counter, issue.path);
    problems.addAt('matter-value', at.line, at.column, {
      key,
      reason: issue.message,
      expected: expected[key] ?? '',
    });
    delete values[key];
  }
  const rest = schema.partial().safeParse(values);
  return (rest.success ? rest.data : {}) as Partial<z.infer<Schema>>;
}
