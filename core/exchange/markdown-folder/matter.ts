// Front matter of any kind: YAML between ---, TOML between +++, JSON in braces. What it says is a hint only.
import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import { limits } from '../../course/limits';
import { isBlank, type Line, textOf } from './lines';
import type { Say } from './report';

/** What is taken from front matter, whatever its dialect calls it. */
export interface ForeignMatter {
  title?: string;
  summary?: string;
  /** Where the page stands among its neighbours. */
  order?: number;
  language?: string;
  isDraft: boolean;
  authors: string[];
  /** Other addresses of the page. */
  addresses: string[];
  objectives: string[];
}

const none: ForeignMatter = { isDraft: false, authors: [], addresses: [], objectives: [] };

/** Any plain value of YAML; undefined where the text is none, or uses what could grow without end. */
export function readYaml(yaml: string): unknown {
  if (yaml.length > limits.matterLength) return undefined;
  try {
    const document = parseDocument(yaml, { logLevel: 'silent', schema: 'core' });
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

/** Any plain value of TOML; undefined where the text is none. */
export function readToml(toml: string): unknown {
  if (toml.length > limits.matterLength) return undefined;
  try {
    return parseToml(toml);
  } catch {
    return undefined;
  }
}

export function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes the front matter off; the lines that are left keep their numbers. */
export function takeMatter(
  lines: readonly Line[],
  say: Say,
): { matter: ForeignMatter; body: Line[] } {
  const first = lines[0]?.text.trimEnd();
  const end = endOfMatter(lines, first);
  if (end === undefined) return { matter: none, body: [...lines] };
  const inside = textOf(lines.slice(1, end));
  const value =
    first === '+++'
      ? readToml(inside)
      : first === '{'
        ? readJson(`{${inside}}`)
        : (readYaml(inside) ?? (inside.trim() === '' ? {} : undefined));
  if (!isRecord(value)) {
    // A page may begin with a rule: then what stands between two of them is text.
    if (first === '---' && !/^[\w-]+[ \t]*:/m.test(inside))
      return { matter: none, body: [...lines] };
    say('left-out', 'matter-broken', 1);
  }
  return { matter: matterOf(isRecord(value) ? value : {}), body: lines.slice(end + 1) };
}

function endOfMatter(lines: readonly Line[], first: string | undefined): number | undefined {
  if (first !== '---' && first !== '+++' && first !== '{') return undefined;
  const closing = first === '{' ? '}' : first;
  const end = lines.findIndex((line, at) => at > 0 && line.text.trimEnd() === closing);
  if (end < 0) return undefined;
  // In braces alone only JSON is front matter.
  if (first === '{' && !isRecord(readJson(`{${textOf(lines.slice(1, end))}}`))) return undefined;
  return end === 1 && lines.slice(2).every(isBlank) ? undefined : end;
}

const textIn = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  return text === '' ? undefined : text.slice(0, 300);
};

const numberIn = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

const textsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap(
    (each) => textIn(isRecord(each) ? (each.name ?? each.title) : each) ?? [],
  );

const firstOf = <Value>(
  record: Record<string, unknown>,
  keys: readonly string[],
  read: (value: unknown) => Value | undefined,
): Value | undefined => {
  for (const key of keys) {
    const found = read(record[key]);
    if (found !== undefined) return found;
  }
  return undefined;
};

export function matterOf(record: Record<string, unknown>): ForeignMatter {
  const title = firstOf(
    record,
    ['title', 'name', 'sidebar_label', 'nav_title', 'linkTitle'],
    textIn,
  );
  const summary = firstOf(record, ['description', 'summary', 'excerpt', 'abstract'], textIn);
  const order = firstOf(
    record,
    ['sidebar_position', 'weight', 'nav_order', 'order', 'position'],
    numberIn,
  );
  const language = firstOf(record, ['lang', 'language', 'locale'], textIn);
  const { nav_exclude: excluded, draft, published } = record;
  return {
    ...(title !== undefined && { title }),
    ...(summary !== undefined && { summary }),
    ...(order !== undefined && { order }),
    ...(language !== undefined && { language }),
    isDraft: draft === true || published === false || excluded === true,
    authors:
      firstOf(record, ['authors', 'author'], (value) => {
        const found = textsIn(value);
        return found.length > 0 ? found : undefined;
      }) ?? [],
    addresses: ['permalink', 'slug', 'url', 'id', 'aliases', 'redirect_from'].flatMap((key) =>
      textsIn(record[key]),
    ),
    objectives:
      firstOf(record, ['objectives', 'learningObjectives', 'learning_objectives'], (value) => {
        const found = textsIn(value);
        return found.length > 0 ? found : undefined;
      }) ?? [],
  };
}
