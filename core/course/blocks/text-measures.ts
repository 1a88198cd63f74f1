// Counts in a text with Markdown: words, the longest sentence, passive voice, links, headings. All in
// linear time, and the same wherever it runs.
import { foldText } from './gap-text';
import { countGermanPassive } from './german-passive';

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

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const be = setOf(
  "am is are was were be been being isn’t isn't aren’t aren't wasn’t wasn't weren’t weren't",
);
const adverbs = setOf(
  'not never also already then still only often always soon now just all both ever yet',
);
const irregular = setOf(
  'begun bought broken brought built caught chosen cut dealt done drawn driven fed forbidden ' +
    'forgotten found given grown heard held hidden hit hurt kept known laid led left lent let lost ' +
    'made met paid proven put read rewritten said seen sent set shown shut sold sought spent split ' +
    'spoken spread stolen struck taken taught thought thrown told understood undertaken withdrawn ' +
    'won worn written',
);
const noParticiple = setOf(
  'aged bed deed embed exceed feed hundred indeed kindred naked need proceed red sacred seed shed ' +
    'speed succeed weed wicked',
);
/** German words behind „am“ and „was“, which are English forms of “be”. */
const germanNoun = /(?:glied|schied)$/;

const ser = setOf(
  'es son soy somos era eran éramos fue fueron fui fuimos será serán seré seremos sería serían ser ' +
    'siendo sido sea sean seamos fuera fueran fuese fuesen',
);
const spanishAdverbs = setOf('no ya también siempre nunca aún todavía solo sólo luego muy bien');
const spanishParticiple =
  /^(?:\p{L}{2,}(?:ad|id|íd)|(?:\p{L}*(?:hech|dich|crit|vist|puest|abiert|cubiert|suelt|vuelt|impres|rot)))(?:o|a|os|as)$/u;

const frenchBe = setOf(
  'suis est sommes êtes sont étais était étions étiez étaient fus fut fûmes fûtes furent serai ' +
    'seras sera serons serez seront serais serait serions seriez seraient sois soit soyons soyez ' +
    'soient fût fussent être été',
);
const frenchAdverbs = setOf(
  'pas plus jamais toujours déjà encore bien mal aussi souvent alors donc ensuite enfin aussitôt ' +
    'bientôt parfois tous toutes tout',
);
/** But for the ending of gender and number, and for those in é. */
const frenchIrregular = setOf(
  'accompli acquis admis aperçu appris atteint attendu averti battu choisi combattu compris conclu ' +
    'conçu conduit connu construit contraint convaincu couvert cru débattu découvert décrit déduit ' +
    'défendu défini détenu détruit dit écrit élargi élu émis entendu entretenu établi étendu ' +
    'exclu extrait fait fini fourni garanti inclus inscrit instruit interdit interrompu introduit ' +
    'joint lu maintenu mis obtenu offert omis perçu perdu permis poursuivi prescrit prévu pris ' +
    'produit promis puni reconnu reçu recueilli réduit refait rejoint remis rempli rendu réparti ' +
    'repris requis résolu restreint retenu réuni revu saisi servi souscrit soumis soutenu subi ' +
    'suivi suspendu traduit trahi transcrit transmis vendu voulu vu',
);
/** With “être” these are active, or no participles. */
const frenchActive = setOf(
  'âgé aîné aisé allé arrivé décédé demeuré entré été monté passé rentré resté retourné tombé',
);
const elision = /^\p{L}+['’]/u;

/** `n’est`, but not `s’est`, `se sont`, `nous nous sommes`: with such a pronoun it is active. */
function isFrenchBe(sentence: readonly string[], at: number): boolean {
  const word = sentence[at] ?? '';
  if (!frenchBe.has(word.replace(elision, ''))) return false;
  if (/^[mst]['’]/.test(word)) return false;
  const before = sentence[at - 1] ?? '';
  if (before === 'nous' || before === 'vous') return sentence[at - 2] !== before;
  return before !== 'se' && before !== 'me' && before !== 'te';
}

function isFrenchParticiple(word: string): boolean {
  const base = word.replace(/(?:e|s|es)$/, '');
  if (frenchIrregular.has(word) || frenchIrregular.has(base)) return true;
  // Two letters or more before the é: neither `né` nor `l’été`.
  return /^\p{L}{2,}é$/u.test(base) && !frenchActive.has(base);
}

const arabicPassive = setOf('تم تمت يتم تتم سيتم ستتم');

interface Voice {
  isBe: (sentence: readonly string[], at: number) => boolean;
  isParticiple: (word: string) => boolean;
  /** What may stand between the two. */
  isAdverb: (word: string) => boolean;
}

const isNoParticiple = (word: string): boolean => noParticiple.has(word) || germanNoun.test(word);

const voices: readonly Voice[] = [
  {
    isBe: (sentence, at) => be.has(sentence[at] ?? ''),
    isParticiple: (word) =>
      irregular.has(word) || (word.length > 3 && word.endsWith('ed') && !isNoParticiple(word)),
    isAdverb: (word) => adverbs.has(word) || word.endsWith('ly'),
  },
  {
    isBe: (sentence, at) => ser.has(sentence[at] ?? ''),
    isParticiple: (word) => spanishParticiple.test(word),
    isAdverb: (word) => spanishAdverbs.has(word) || word.endsWith('mente'),
  },
  {
    isBe: isFrenchBe,
    isParticiple: isFrenchParticiple,
    isAdverb: (word) => frenchAdverbs.has(word) || word.endsWith('ment'),
  },
];

/** `is (not) sent`, `was quickly done`: a form of “be”, perhaps adverbs, then a participle. */
function isPassive(sentence: readonly string[], at: number): boolean {
  if (arabicPassive.has(sentence[at] ?? '')) return at + 1 < sentence.length;
  return voices.some(({ isBe, isParticiple, isAdverb }) => {
    if (!isBe(sentence, at)) return false;
    for (const word of sentence.slice(at + 1, at + 5)) {
      if (isParticiple(word)) return true;
      if (!isAdverb(word)) return false;
    }
    return false;
  });
}

/**
 * How often the passive voice is used. A heuristic, and meant to be seen through: English “be”,
 * Spanish “ser” and French “être” before a participle, German „werden“ with one, Arabic «تم» before
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
