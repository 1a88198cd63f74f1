// The passive voice in English, Spanish, French, Portuguese and Arabic, as far as a simple rule sees it.

/** The words of a list that is written in one line. */
export const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

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
  /^(?:[a-zñü]{2,}(?:ad|id|íd)|(?:\p{L}*(?:hech|dich|crit|vist|puest|abiert|cubiert|suelt|vuelt|impres|rot)))(?:o|a|os|as)$/u;

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

/** Not the conditional “for”: English has that word too. */
const portugueseSer = setOf(
  'é são sou somos era eram éramos foi foram fui fomos será serão serei seremos seria seriam ' +
    'seríamos ser serem sendo sido seja sejam sejamos fosse fossem fôssemos forem formos',
);
const portugueseAdverbs = setOf(
  'não já também sempre nunca ainda só apenas logo depois muito bem mal mais',
);
/** The stem of a participle has no accent; that of adjectives such as «válido» has one. */
const portugueseParticiple =
  /^(?:[a-zçãõü]{2,}(?:ad|id|íd)|[a-z]*(?:crit|vist|post|abert|cobert)|(?:des|re|contra)?feit|(?:re|contra)?dit|(?:im|ex)press|(?:re)?eleit|suspens|extint|solt|aceit|pag|gast|ganh)(?:o|a|os|as)$|^(?:aceite|entregue)s?$/u;

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
  {
    isBe: (sentence, at) => portugueseSer.has(sentence[at] ?? ''),
    isParticiple: (word) => portugueseParticiple.test(word),
    isAdverb: (word) => portugueseAdverbs.has(word) || word.endsWith('mente'),
  },
];

/** `is (not) sent`, `was quickly done`: a form of “be”, perhaps adverbs, then a participle. */
export function isPassive(sentence: readonly string[], at: number): boolean {
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
