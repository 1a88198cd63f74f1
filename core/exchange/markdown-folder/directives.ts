// Lines that tell another program what to do: they are followed where they can be, else taken out.
import { Fences, type Line, linesOf } from './lines';
import type { PageContext } from './page-context';

const include = /\{\{#(\w+)\s*([^}]{0,500})\}\}/;
const includes: ReadonlySet<string> = new Set([
  'include',
  'rustdoc_include',
  'playground',
  'playpen',
]);
const longestInclude = 2000;

/** Lists of contents, attributes of a paragraph, comments: nobody misses them. */
const empty =
  /^[ \t]*(?:\[\[?_?toc_?\]\]?|\{:[^}]{0,300}\}|%%.{0,2000}%%|<!-- ?(?:more|toc|prettier-ignore|markdownlint)[^>]*-->)[ \t]*$/i;
const blockId = /[ \t]+\^[\w-]{1,60}$/;
/** Programs in MDX stand before the text, and between empty lines. */
const program =
  /^(?:import\s+(?:[\w*{][^;'"]*\s+from\s+)?['"][^'"]+['"];?|export\s+(?:const|default|function|let)\b.*)\s*$/;
const calloutClass = /^[ \t]*\{:[ \t]*\.[\w-]+[ \t]*\}[ \t]*$/;

/** The lines that are text. */
export function readDirectives(lines: readonly Line[], context: PageContext): Line[] {
  const fences = new Fences();
  const out: Line[] = [];
  let isRust = false;
  for (const line of lines) {
    const wasOpen = fences.open !== '';
    const isCode = fences.takes(line.text);
    if (isCode && !wasOpen) isRust = /[`~]\s*rust\b/.test(line.text);
    const found = include.exec(line.text);
    if (found) {
      for (const each of included(found, line, context)) out.push(each);
    } else if (isCode) {
      // What examples in Rust need to run and nobody has to read.
      if (!isRust || !/^[ \t]*#(?: |$)/.test(line.text)) out.push(line);
    } else if (empty.test(line.text) && !calloutClass.test(line.text)) {
      out.push({ ...line, text: '' });
    } else if (program.test(line.text) && (out.at(-1)?.text.trim() ?? '') === '') {
      context.say('left-out', 'script', line.line, { tag: line.text.slice(0, 60) });
      out.push({ ...line, text: '' });
    } else out.push({ ...line, text: line.text.replace(blockId, '') });
  }
  return out;
}

function included(
  [whole, verb = '', given = '']: RegExpExecArray,
  line: Line,
  { include: read, say }: PageContext,
): Line[] {
  const rest = line.text.replace(whole, '');
  const [path = '', from, to] = given.trim().split(':');
  const text = includes.has(verb) ? read(path) : undefined;
  if (text === undefined) {
    say('left-out', includes.has(verb) ? 'include-missing' : 'shortcode', line.line, {
      path,
      name: whole,
    });
    return [{ ...line, text: rest }];
  }
  const lines = partOf(
    linesOf(text).map((each) => each.text),
    from,
    to,
  );
  say('kept', 'include', line.line, { path });
  return lines.slice(0, longestInclude).map((each) => ({ text: each, line: line.line }));
}

const sign = /\bANCHOR(_END)?:\s*([\w-]+)/;

/** `file:2:10` are lines, `file:name` what stands between two signs with this name. */
function partOf(
  lines: readonly string[],
  from: string | undefined,
  to: string | undefined,
): string[] {
  const isName = from !== undefined && from !== '' && !/^\d+$/.test(from);
  const first = isName ? lines.findIndex((text) => sign.exec(text)?.[2] === from) + 1 : 0;
  const last = lines.findIndex((text, at) => at >= first && sign.exec(text)?.[2] === from);
  const inside = isName
    ? lines.slice(first, last < 0 ? lines.length : last)
    : lines.slice(
        from ? Number(from) - 1 : 0,
        to === undefined
          ? from
            ? Number(from)
            : lines.length
          : to === ''
            ? lines.length
            : Number(to),
      );
  return inside.filter((text) => !sign.test(text));
}
