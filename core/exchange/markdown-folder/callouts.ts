// Notes, warnings and folded text as other dialects write them → alerts and `::: details`.
import { Fences, isBlank, type Line, tidy, trimmed } from './lines';
import type { Say } from './report';

type Alert = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION';

const alertKinds: Readonly<Record<Alert, readonly string[]>> = {
  NOTE: [
    ...[
      'note',
      'info',
      'abstract',
      'summary',
      'tldr',
      'todo',
      'example',
      'quote',
      'cite',
      'seealso',
    ],
    ...['question', 'help', 'faq', 'primary', 'secondary', 'default', 'custom-block', 'neutral'],
  ],
  TIP: ['tip', 'hint', 'success', 'check', 'done', 'best-practice', 'new'],
  IMPORTANT: ['important', 'key', 'highlight'],
  WARNING: ['warning', 'warn', 'attention'],
  CAUTION: ['caution', 'danger', 'error', 'failure', 'fail', 'missing', 'bug', 'alert'],
};

const alertByKind: ReadonlyMap<string, Alert> = new Map(
  Object.entries(alertKinds).flatMap(([alert, kinds]) =>
    kinds.map((kind): [string, Alert] => [kind, alert as Alert]),
  ),
);

const foldedKinds: ReadonlySet<string> = new Set([
  ...['details', 'collapse', 'collapsible', 'expand', 'spoiler', 'accordion', 'dropdown'],
]);

/** Containers whose content is shown as it is, without a word about it. */
const plainContainers: ReadonlySet<string> = new Set([
  ...['tabs', 'tab', 'code-group', 'columns', 'column', 'steps', 'step', 'raw', 'v-pre', 'card'],
  ...['cards', 'content-ref', 'stepper', 'div', 'row', 'col', 'grid', 'center'],
]);

/** A container in the text: lines between `open` and `close`, which are not among `inside`. */
interface Container {
  kind: string;
  title: string;
  isFolded: boolean;
  inside: Line[];
  /** Index of the first line behind it. */
  end: number;
  isClosed: boolean;
}

const colonOpening = /^([ \t]*)(:{3,})[ \t]*(?:\{[^}]*?\.?([\w-]+)[^}]*\}|([\w-]+))(.*)$/;
const colonClosing = /^[ \t]*(:{3,})[ \t]*$/;
const materialOpening =
  /^([ \t]*)(!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t]+[\w -]*?)?(?:[ \t]*"([^"]*)")?[ \t]*$/;
const tabOpening = /^([ \t]*)===[+!]?[ \t]+"([^"]*)"[ \t]*$/;
const tagOpening =
  /^[ \t]*\{%-?[ \t]*(hint|tabs|tab|stepper|step|columns|column|details|expand|accordion|note|warning|tip|info)\b(.*?)-?%\}[ \t]*$/;
const shortOpening = /^[ \t]*\{\{([<%])[ \t]*([\w./-]+)(.*?)[>%]\}\}[ \t]*$/;
const quoteOpening = /^((?:[ \t]*>)*[ \t]*)>[ \t]?\[!([\w-]+)(?:\|[^\]]*)?\]([+-]?)[ \t]*(.*)$/;
const kramdownClass = /^[ \t]*\{:[ \t]*\.([\w-]+?)(-title)?[ \t]*\}[ \t]*$/;
/** Containers of Hugo; other shortcodes are single words in a text. */
const shortContainers: ReadonlySet<string> = new Set([
  ...['hint', 'notice', 'callout', 'alert', 'admonition', 'details', 'expand', 'note', 'tip'],
  ...['warning', 'info', 'caution', 'danger', 'tabs', 'tab', 'steps', 'columns', 'column'],
  ...['highlight', 'collapse', 'box', 'blocks/section', 'pageinfo', 'tabpane', 'cards'],
]);

const deepest = 8;
/** Lines looked through for an end that did not come: hostile texts must not buy more time. */
const inVain = { perLine: 10, atLeast: 100_000 };

const firstOf = (text: string, patterns: readonly RegExp[]): string => {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1]?.trim();
    if (found) return found;
  }
  return '';
};

class Reader {
  private budget: number;

  constructor(
    private readonly say: Say,
    lines: number,
  ) {
    this.budget = inVain.atLeast + inVain.perLine * lines;
  }

  read(lines: readonly Line[], depth: number): Line[] {
    const out: Line[] = [];
    const fences = new Fences();
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at] as Line;
      if (fences.takes(line.text)) {
        out.push(line);
        continue;
      }
      const found = depth < deepest ? this.containerAt(lines, at) : undefined;
      if (!found) {
        // Classes of a paragraph mean nothing here.
        if (!colonClosing.test(line.text) && !kramdownClass.test(line.text)) out.push(line);
        continue;
      }
      for (const each of this.written(found, line, depth)) out.push(each);
      at = found.end - 1;
    }
    return out;
  }

  private containerAt(lines: readonly Line[], at: number): Container | undefined {
    const { text } = lines[at] as Line;
    // Most lines open nothing; the sign each dialect begins with is soon found missing.
    const sign = text.trimStart().charAt(0);
    switch (sign) {
      case ':':
        return this.colons(lines, at);
      case '!':
      case '?':
      case '=':
        return this.indented(lines, at);
      case '{':
        return this.tags(lines, at) ?? this.kramdown(lines, at);
      case '>':
        return this.quote(lines, at);
      default:
        return undefined;
    }
  }

  /** `:::note Title`, `::: tip`, `:::warning[Title]`: Docusaurus, VitePress, Pandoc. */
  private colons(lines: readonly Line[], at: number): Container | undefined {
    const [, , colons = '', inBraces, word, rest = ''] =
      colonOpening.exec((lines[at] as Line).text) ?? [];
    const kind = inBraces ?? word;
    if (kind === undefined) return undefined;
    const title = firstOf(rest, [
      /^\[([^\]]*)\]/,
      /title="([^"]*)"/,
      /^[ \t]+([^{[].*?)(?:\{.*)?$/,
    ]);
    return this.until(lines, at, { kind, title }, (text) => {
      if (colonClosing.exec(text)?.[1]?.length === colons.length) return 'close';
      return colonOpening.exec(text)?.[2]?.length === colons.length ? 'open' : undefined;
    });
  }

  /** `!!! note "Title"`, `??? note`, `=== "Tab"`: MkDocs. What belongs to it is indented. */
  private indented(lines: readonly Line[], at: number): Container | undefined {
    const { text } = lines[at] as Line;
    const material = materialOpening.exec(text);
    const tab = material ? null : tabOpening.exec(text);
    if (!material && !tab) return undefined;
    const indent = widthOf((material ?? tab)?.[1] ?? '');
    let end = at + 1;
    while (end < lines.length) {
      const line = lines[end] as Line;
      if (!isBlank(line) && widthOf(/^[ \t]*/.exec(line.text)?.[0] ?? '') < indent + 4) break;
      end++;
    }
    const inside = lines.slice(at + 1, end).map((line) => ({
      ...line,
      text: `${' '.repeat(indent)}${dedented(line.text, indent + 4)}`,
    }));
    const kind = material?.[3] ?? 'tab';
    const title = material?.[4] ?? tab?.[2] ?? '';
    const isFolded = material?.[2]?.startsWith('?') ?? false;
    return { kind, title, isFolded, inside, end, isClosed: true };
  }

  /** `{% hint style="info" %}` … `{% endhint %}` and `{{< hint info >}}` … `{{< /hint >}}`. */
  private tags(lines: readonly Line[], at: number): Container | undefined {
    const { text } = lines[at] as Line;
    const tag = tagOpening.exec(text);
    if (tag) {
      const [, name = '', given = ''] = tag;
      const kind = firstOf(given, [/style="?([\w-]+)/]) || name;
      const title = firstOf(given, [/title="([^"]*)"/]);
      const end = new RegExp(`^[ \\t]*\\{%-?[ \\t]*end${name}[ \\t]*-?%\\}[ \\t]*$`);
      const open = new RegExp(`^[ \\t]*\\{%-?[ \\t]*${name}\\b`);
      return this.until(lines, at, { kind, title }, (each) =>
        end.test(each) ? 'close' : open.test(each) ? 'open' : undefined,
      );
    }
    const [, , name = '', given = ''] = shortOpening.exec(text) ?? [];
    if (!shortContainers.has(name)) return undefined;
    const plain = given.trim();
    const kind =
      firstOf(plain, [/(?:type|style|kind|color|class)="?([\w-]+)/]) ||
      (/^(hint|notice|callout|alert|admonition|box)$/.test(name)
        ? firstOf(plain, [/^"?([\w-]+)"?(?:\s|$)/]) || 'note'
        : name);
    const title =
      firstOf(plain, [/(?:title|summary|name|header)="([^"]*)"/]) ||
      firstOf(plain, [name === kind ? /^"([^"]*)"/ : /^"?[\w-]+"?[ \t]+"([^"]*)"/]);
    const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const end = new RegExp(`^[ \\t]*\\{\\{[<%][ \\t]*/[ \\t]*${escaped}[ \\t]*[>%]\\}\\}[ \\t]*$`);
    const open = new RegExp(`^[ \\t]*\\{\\{[<%][ \\t]*${escaped}(?![\\w./-])`);
    return this.until(
      lines,
      at,
      { kind, title, isCode: name === 'highlight', given: plain },
      (each) => (end.test(each) ? 'close' : open.test(each) ? 'open' : undefined),
    );
  }

  /** `{: .note }` before a paragraph or a quote: Jekyll. */
  private kramdown(lines: readonly Line[], at: number): Container | undefined {
    const [, kind = '', hasTitle] = kramdownClass.exec((lines[at] as Line).text) ?? [];
    if (!alertByKind.has(kind)) return undefined;
    let end = at + 1;
    while (end < lines.length && !isBlank(lines[end] as Line)) end++;
    if (end === at + 1) return undefined;
    const inside = lines
      .slice(at + 1, end)
      .map((line) => ({ ...line, text: line.text.replace(/^[ \t]*>[ \t]?/, '') }));
    const title = hasTitle ? (inside.shift()?.text.trim() ?? '') : '';
    return { kind, title, isFolded: false, inside, end, isClosed: true };
  }

  /** `> [!info]- Title`: Obsidian; and GitHub's own, which stay as they are. */
  private quote(lines: readonly Line[], at: number): Container | undefined {
    const match = quoteOpening.exec((lines[at] as Line).text);
    if (!match) return undefined;
    const [, prefix = '', kind = '', fold, title = ''] = match;
    if (prefix.includes('>')) return undefined;
    let end = at + 1;
    while (end < lines.length && /^[ \t]*>/.test((lines[end] as Line).text)) end++;
    const inside = lines
      .slice(at + 1, end)
      .map((line) => ({ ...line, text: `${prefix}${line.text.replace(/^[ \t]*>[ \t]?/, '')}` }));
    return { kind, title, isFolded: fold !== '', inside, end, isClosed: true };
  }

  private until(
    lines: readonly Line[],
    at: number,
    {
      kind,
      title,
      isCode,
      given,
    }: { kind: string; title: string; isCode?: boolean; given?: string },
    signOf: (text: string) => 'open' | 'close' | undefined,
  ): Container {
    const fences = new Fences();
    let depth = 1;
    for (let end = at + 1; end < lines.length && this.budget > 0; end++) {
      const { text } = lines[end] as Line;
      if (!isCode && fences.takes(text)) continue;
      const sign = signOf(text);
      if (sign === 'open') depth++;
      if (sign === 'close') depth--;
      if (depth > 0) continue;
      const inside = lines.slice(at + 1, end);
      if (isCode) return codeContainer(inside, lines[at] as Line, given ?? '', end + 1);
      return { kind, title, isFolded: false, inside, end: end + 1, isClosed: true };
    }
    this.budget -= lines.length - at;
    return { kind, title, isFolded: false, inside: [], end: at + 1, isClosed: false };
  }

  private written(found: Container, opening: Line, depth: number): Line[] {
    const { line } = opening;
    const kind = found.kind.toLowerCase();
    const indent = /^[ \t]*/.exec(opening.text)?.[0] ?? '';
    const inside = this.read(found.inside, depth + 1);
    const at = (text: string, of = line): Line => ({ text, line: of });
    const bold =
      found.title.trim() === '' ? [] : [at(`${indent}**${found.title.trim()}**`), at('')];
    if (!found.isClosed) this.say('changed', 'callout-open', line, { kind });
    if (!found.isClosed || kind === 'code' || plainContainers.has(kind)) {
      return [at(''), ...bold, ...inside, at('')];
    }
    if (found.isFolded || foldedKinds.has(kind)) {
      return detailsOf(found.title.trim() || titleOf(kind), inside, indent, line);
    }
    const alert = alertByKind.get(kind);
    if (!alert) this.say('changed', 'callout-kind', line, { kind: found.kind });
    const titled = isDefaultTitle(found.title, kind) ? [] : bold;
    const body = tidy(trimmed([...titled, ...trimmed(inside)]));
    // An empty one says nothing, and would be read as a quote.
    if (body.length === 0) return [at('')];
    return [
      at(''),
      at(`${indent}> [!${alert ?? 'NOTE'}]`),
      ...body.map((each) => {
        const text = each.text.startsWith(indent) ? each.text.slice(indent.length) : each.text;
        return at(`${indent}> ${text}`.trimEnd(), each.line);
      }),
      at(''),
    ];
  }
}

function codeContainer(
  inside: readonly Line[],
  opening: Line,
  given: string,
  end: number,
): Container {
  const fence = { text: `\`\`\`${firstOf(given, [/^"?([\w+#-]+)/])}`, line: opening.line };
  const lines = [fence, ...inside, { text: '```', line: inside.at(-1)?.line ?? opening.line }];
  return { kind: 'code', title: '', isFolded: false, inside: lines, end, isClosed: true };
}

/** Folded text. The colons are counted once the whole text is known: see `colons.ts`. */
export function detailsOf(
  title: string,
  inside: readonly Line[],
  indent: string,
  line: number,
): Line[] {
  const last = inside.at(-1)?.line ?? line;
  return [
    { text: '', line },
    { text: `${indent}::: details ${title.replace(/\s+/g, ' ')}`, line },
    ...inside,
    { text: '', line: last },
    { text: `${indent}:::`, line: last },
    { text: '', line: last },
  ];
}

const titleOf = (kind: string): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

const isDefaultTitle = (title: string, kind: string): boolean =>
  title.trim().toLowerCase() === kind;

const widthOf = (indent: string): number => indent.replaceAll('\t', '    ').length;

/** The line without so many columns of white space in front. */
function dedented(text: string, columns: number): string {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
  const rest = text.slice(indent.length);
  return `${' '.repeat(Math.max(0, widthOf(indent) - columns))}${rest}`.trimEnd();
}

/** Never throws, and takes time in proportion to the text. */
export const readCallouts = (lines: readonly Line[], say: Say): Line[] =>
  new Reader(say, lines.length).read(lines, 0);
