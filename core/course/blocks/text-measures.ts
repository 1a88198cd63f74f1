// Counts in a text with Markdown: words, the longest sentence, passive voice, links, headings. All in
// linear time, and the same wherever it runs.
import { foldText } from './gap-text';
import { countGermanPassive } from './german-passive';
import { isPassive } from './passive-voice';

/** Characters of a text to repair, and of an answer. */
export const longestText = 20_000;

const words = new Intl.Segmenter('en', { granularity: 'word' });
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

const wordsIn = (text: string): string[] =>
  Array.from(words.segment(text)).flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment.toLowerCase()] : [],
  );

/** `[words](address)`; the address may have one pair of brackets of its own. */
const link = /!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g;
const definition = /^ {0,3}\[[^[\]\n]+\]:.*$/gm;
const address = /(?:https?:\/\/|www\.)\S/i;
const headingLine = /^ {0,3}(#{1,6})(?:\s|$)/;
const newBlock = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|>|#{1,6}\s)/;
const fence = /^ {0,3}(?:```|~~~)/;

/** What is read: the addresses of links are not. */
const readable = (text: string): string => text.replace(definition, '').replace(link, '$1');

export const countWords = (text: string): number => wordsIn(readable(text)).length;

/** A line that is broken in the file goes on in the next one, as in all Markdown. */
function passages(text: string): string[] {
  const found: string[][] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      isOpen = false;
      continue;
    }
    if (isOpen && !newBlock.test(line)) found.at(-1)?.push(line);
    else found.push([line]);
    isOpen = !headingLine.test(line);
  }
  return found.map((lines) => lines.join(' '));
}

const standsAlone = /^\s*\||^ {4}/;
const hardBreak = /(?: {2}|\\)$/;

/** The lines of a paragraph in one, but for code, tables, and breaks that are meant. */
export function unwrapped(text: string): string {
  const lines: string[] = [];
  let isOpen = false;
  let isCode = false;
  for (const line of text.split('\n')) {
    const isFence = fence.test(line);
    const isOwn = isCode || isFence || line.trim() === '' || standsAlone.test(line);
    const words = line.replace(hardBreak, '').trimEnd();
    if (isOpen && !isOwn && !newBlock.test(line)) lines.push(`${lines.pop()} ${words.trimStart()}`);
    else lines.push(isCode ? line : words);
    if (isFence) isCode = !isCode;
    isOpen = !isOwn && !hardBreak.test(line) && !headingLine.test(line);
  }
  return lines.join('\n');
}

const sentencesIn = (text: string): string[][] =>
  passages(readable(text)).flatMap((passage) =>
    Array.from(sentences.segment(passage)).map(({ segment }) => wordsIn(segment)),
  );

/** Words of the longest sentence. */
export const longestSentence = (text: string): number =>
  sentencesIn(text).reduce((longest, { length }) => Math.max(longest, length), 0);

/**
 * How often the passive voice is used. A heuristic, and meant to be seen through: English “be”,
 * Spanish and Portuguese “ser” and French “être” before a participle, German „werden“ with one, Arabic «تم» before
 * anything. It takes “is interested” for passive, and misses “got sent” and «se envió».
 */
export const countPassive = (text: string): number =>
  sentencesIn(text).reduce(
    (count, sentence) => count + sentence.filter((_, at) => isPassive(sentence, at)).length,
    passages(readable(text)).reduce((count, passage) => count + countGermanPassive(passage), 0),
  );

/** What says nothing about where a link leads, in the languages of the app. */
const vague = new Set(
  [
    ...['here', 'click here', 'click', 'link', 'this link', 'more', 'read more', 'learn more'],
    ...['this', 'this page', 'see here', 'go here', 'details', 'website', 'page'],
    ...['aquí', 'haga clic aquí', 'haz clic aquí', 'clic aquí', 'pinche aquí', 'pulse aquí'],
    ...['enlace', 'este enlace', 'más', 'leer más', 'ver más', 'más información', 'página'],
    ...['ici', 'cliquez ici', 'cliquer ici', 'voir ici', 'lien', 'ce lien', 'plus', 'lire plus'],
    ...['lire la suite', 'en savoir plus', 'voir plus', 'cette page', 'site', 'ce site', 'détails'],
    ...['hier', 'hier klicken', 'klicken sie hier', 'bitte hier klicken', 'siehe hier', 'mehr'],
    ...['dieser link', 'mehr erfahren', 'mehr lesen', 'weiterlesen', 'mehr informationen'],
    ...['weitere informationen', 'diese seite', 'webseite', 'seite'],
    ...['aqui', 'clique aqui', 'clicar aqui', 'carregue aqui', 'veja aqui', 'ver aqui', 'site'],
    ...['este link', 'ligação', 'esta ligação', 'mais', 'ler mais', 'leia mais', 'ver mais'],
    ...['saber mais', 'saiba mais', 'mais informação', 'mais informações', 'esta página'],
    ...['هنا', 'اضغط هنا', 'انقر هنا', 'رابط', 'الرابط', 'هذا الرابط', 'المزيد', 'اقرأ المزيد'],
  ].map(foldText),
);

export interface LinkCount {
  all: number;
  /** Without words, with an address as words, or with words that fit any link. */
  wordless: number;
}

export function countLinks(text: string): LinkCount {
  const said = text.replace(definition, '');
  let all = 0;
  let wordless = 0;
  const rest = said.replace(link, (whole, inside: string) => {
    // A picture is no link.
    if (whole.startsWith('!')) return ' ';
    all++;
    const folded = foldText(inside.replace(/[*_`.:!]/g, ''));
    if (folded === '' || vague.has(folded) || address.test(inside)) wordless++;
    return ' ';
  });
  const bare = rest.split(/\s+/).filter((piece) => address.test(piece)).length;
  return { all: all + bare, wordless: wordless + bare };
}

/** Levels of the headings, first to last. */
export function headingLevels(text: string): number[] {
  const levels: number[] = [];
  let isCode = false;
  for (const line of text.split('\n')) {
    if (fence.test(line)) isCode = !isCode;
    const level = isCode ? undefined : headingLine.exec(line)?.[1]?.length;
    if (level !== undefined) levels.push(level);
  }
  return levels;
}

/** True when no heading lies more than one level under the one before it. */
export const areInOrder = (levels: readonly number[]): boolean =>
  levels.every((level, at) => at === 0 || level <= (levels[at - 1] ?? 0) + 1);

const edge = /[\p{L}\p{N}]/u;
/** Arabic writes “and”, “in” and “the” onto the next word. */
const grows = /\p{Script=Arabic}/u;

/** Whether a folded text says a folded phrase, as whole words. */
export function says(text: string, phrase: string): boolean {
  const isWhole = (own: string, neighbour: string): boolean =>
    !edge.test(own) || !edge.test(neighbour) || grows.test(own);
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    const begins = isWhole(phrase[0] ?? '', text[at - 1] ?? '');
    if (begins && isWhole(phrase.at(-1) ?? '', text[end] ?? '')) return true;
  }
  return false;
}
