// Takes out of a LiaScript text what only its own player can do: effects, macros, scripts, recordings in place.
import { Fences, type Line } from '../markdown-folder/lines';
import type { Say } from '../markdown-folder/report';

const effectLine = /^[ \t]*(?:\{\{[^{}]{0,60}\}\})+[ \t]*/;
const narrator = /^[ \t]*--\{\{[^{}]{0,60}\}\}--[ \t]*/;
const stars = /^[ \t]*\*{3,}[ \t]*$/;
const inlineEffect =
  /\{(?:\|>|>)?[ \t]*\d+(?:[ \t]*-[ \t]*\d+)?[ \t]*(?:\|>)?\}\{([^{}]{0,2000})\}/g;
const macroLine = /^[ \t]*@[A-Za-z][\w.]*(?:\(.*\))?[ \t]*$/;
const macroCall = /(?<![\w.\\/])@([A-Za-z][\w.]*)(\((?:[^()\n]|\([^()\n]*\)){0,1000}\))?/g;
const recording =
  /(?:!\?|\?\?|\?)\[([^\]\n]{0,300})\]\(([^()\s]{1,1000})(?:[ \t]+"[^"\n]{0,300}")?\)/g;
const noteInPlace = /\[\^[^\]\n]{1,80}\]\(([^()\n]{1,1000})\)/g;
/** Attributes behind a picture; of these only the width is kept. */
const pictureStyle =
  /(!\[[^[\]]{0,500}\]\([^()]{0,500}\))<!--\s{0,8}style="width:\s{0,8}(\d{1,4}(?:%|px));?"\s{0,8}-->/g;
const trials = /data-max-trials="?(\d{1,3})/;

export interface PlainText {
  lines: Line[];
  /** How many tries a quiz has, by the line of the comment that says it. */
  tries: Map<number, number>;
}

/** Lines stay as many as they are, so that quizzes are still found where they stood. */
export function plainLines(
  source: readonly Line[],
  macros: ReadonlySet<string>,
  say: Say,
): PlainText {
  const fences = new Fences();
  const tries = new Map<number, number>();
  const lines: Line[] = [];
  let skips: RegExp | undefined;
  /** Stars after an effect open a block, and the next stars close it. */
  let opensBlock = false;
  let inBlock = false;
  for (const { text, line } of source) {
    const empty = { text: '', line };
    if (skips) {
      if (skips.test(text)) skips = undefined;
      lines.push(empty);
      continue;
    }
    const wasOpen = fences.open !== '';
    if (fences.takes(text)) {
      if (!wasOpen && /@[A-Za-z]/.test(text)) {
        say('left-out', 'macro', line, { name: /@[\w.]+/.exec(text)?.[0] ?? '@' });
      }
      lines.push({
        text: text.replace(/@[A-Za-z][\w.]*(?:\([^)]*\))?/, (call) => (wasOpen ? call : '')),
        line,
      });
      continue;
    }
    const opening = /^[ \t]*<(script|style|lia-keep)\b/i.exec(text);
    if (opening) {
      const close = new RegExp(`</${opening[1]}\\s*>`, 'i');
      if (!close.test(text)) skips = close;
      // The tag stays to be seen: a script after a quiz checks its answer.
      lines.push({ text: `<${opening[1]}></${opening[1]}>`, line });
      continue;
    }
    if (/^[ \t]*<!--/.test(text)) {
      const given = trials.exec(text)?.[1];
      if (given) tries.set(line, Math.max(1, Number(given)));
      if (!text.includes('-->')) skips = /-->/;
      lines.push({
        ...empty,
        text: text.includes('-->') ? text.replace(/<!--.*?-->/g, '').trim() : '',
      });
      continue;
    }
    if (narrator.test(text)) {
      say('changed', 'narration', line);
      lines.push({ text: text.replace(narrator, ''), line });
      continue;
    }
    if (stars.test(text) && (opensBlock || inBlock)) {
      inBlock = !inBlock;
      opensBlock = false;
      lines.push(empty);
      continue;
    }
    if (effectLine.test(text)) {
      const rest = text.replace(effectLine, '');
      say('changed', 'effect', line);
      opensBlock = rest === '';
      lines.push({ text: rest, line });
      continue;
    }
    if (text.trim() !== '') opensBlock = false;
    if (macroLine.test(text)) {
      say('left-out', 'macro', line, { name: text.trim() });
      lines.push(empty);
      continue;
    }
    lines.push({ text: plainWords(text, line, macros, say), line });
  }
  return { lines, tries };
}

function plainWords(text: string, line: number, macros: ReadonlySet<string>, say: Say): string {
  if (!/[{@?\]]/.test(text)) return text;
  return text
    .split(/(`+[^`]*`+)/)
    .map((part, at) => (at % 2 === 1 ? part : plainPart(part, line, macros, say)))
    .join('');
}

function plainPart(text: string, line: number, macros: ReadonlySet<string>, say: Say): string {
  return text
    .replace(inlineEffect, (_, words: string) => {
      say('changed', 'effect', line);
      return words;
    })
    .replace(recording, (_, words: string, url: string) => {
      say('changed', 'embed-link', line, { url });
      return `[${words || url}](${url})`;
    })
    .replace(pictureStyle, (_, picture: string, width: string) => `${picture}{width=${width}}`)
    .replace(noteInPlace, (_, words: string) => `^[${words}]`)
    .replace(macroCall, (whole, name: string, given: string | undefined) => {
      // An address or a name with this sign is no call.
      if (!macros.has(name) && given === undefined) return whole;
      say('left-out', 'macro', line, { name: `@${name}` });
      return '';
    });
}
