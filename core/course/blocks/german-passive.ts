// How often German text uses the passive voice. Its parts stand apart, so clauses are looked at here:
// „Der Antrag wird vom Amt geprüft“, „wenn er geprüft wird“, „er muss geprüft werden“.
import { setOf } from './passive-voice';

const werden = setOf(
  'werde wirst wird werden werdet wurde wurdest wurden wurdet würde würdest würden würdet worden',
);

/** The comma of a number ends no clause, nor do the full stops of „z. B.“, „Abs. 2“ and „3. Mai“. */
const clauseEnd = /[;:()„“”"?!]|,\s|\s[–—-]\s|(?<=\p{L}{2})\.\s+(?=\p{Lu})/u;

/** What may follow a participle that closes its clause. */
const after = setOf('und oder sowie aber sondern durch von vom als wie bis');

/** „schneller als erwartet“, „wie geplant“. */
const comparing = setOf('als wie');

/** Written with a small letter: nouns are none. */
const participles = [
  /^\p{Ll}*ge\p{Ll}{2,}t$/u,
  /^(?:ab|an|aus|mit|nach|neu|vor|zu)?(?:be|emp|ent|er|miss|ver|zer|durch|hinter|über|um|unter|voll|wider|wieder)\p{Ll}{2,}t$/u,
  /^\p{Ll}{2,}iert$/u,
  /^\p{Ll}*ge(?:beten|fahren|fangen|geben|halten|laden|lassen|lesen|messen|rufen|schaffen|schlagen|sehen|stoßen|tan|tragen|treten|waschen)$/u,
  // A vowel that no infinitive has: with „werden“, those would be the future.
  /^\p{Ll}{2,}(?:bot|broch|bund|fohl|fund|gang|gonn|griff|hob|lor|mied|nomm|riss|schied|schloss|schnitt|schob|schrieb|schritt|sproch|stand|stohl|strich|trieb|troff|wies|wog|wonn|worb|worf|zog|zwung)en$/u,
];

const noParticiple = setOf(
  'bekannt beliebt bereit berühmt bewusst ernst geeignet gerecht gesamt gewohnt insgesamt ' +
    'überhaupt umsonst ungeeignet ungerecht verliebt verrückt verwandt',
);

/** No German word in use is longer; on others the patterns would take their time. */
const longestWord = 40;

const isParticiple = (word: string): boolean =>
  word.length <= longestWord &&
  !noParticiple.has(word) &&
  participles.some((pattern) => pattern.test(word));

function countInClause(clause: string): number {
  const words = clause.match(/\p{L}+/gu) ?? [];
  if (!words.some((word) => werden.has(word.toLowerCase()))) return 0;
  const isHere = words.map(
    (word, at) => isParticiple(word) && !comparing.has((words[at - 1] ?? '').toLowerCase()),
  );
  const closing = isHere.findLastIndex((here, at) => {
    const next = words[at + 1];
    return here && (next === undefined || after.has(next));
  });
  return words.filter(
    (word, at) => werden.has(word.toLowerCase()) && (isHere[at - 1] || closing > at),
  ).length;
}

/** In one paragraph. A heuristic: what stands behind the participle may hide it. */
export const countGermanPassive = (passage: string): number =>
  passage.split(clauseEnd).reduce((count, clause) => count + countInClause(clause), 0);
