// Makes the pseudo language: English with accents, 40 % longer, between brackets.
import { rules } from '../../core/course/rules';

const accents: Record<string, string> = {
  ...{ a: 'á', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'í', j: 'ĵ', k: 'ķ' },
  ...{ l: 'ļ', m: 'ɱ', n: 'ñ', o: 'ó', p: 'þ', q: 'ɋ', r: 'ŕ', s: 'š', t: 'ţ', u: 'ú', v: 'ṽ' },
  ...{ w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž', A: 'Á', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ĝ' },
  ...{ H: 'Ĥ', I: 'Í', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ṁ', N: 'Ñ', O: 'Ó', P: 'Þ', Q: 'Ɋ', R: 'Ŕ' },
  ...{ S: 'Š', T: 'Ţ', U: 'Ú', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž' },
};

/** What must stay as it is: places for values, and the tags of components. */
const kept = /(\{\{[^}]*\}\}|<[^>]*>)/;

export function pseudoText(text: string): string {
  const parts = text.split(kept);
  const words = parts.filter((_, at) => at % 2 === 0).join('');
  const accented = parts.map((part, at) =>
    at % 2 === 0 ? [...part].map((letter) => accents[letter] ?? letter).join('') : part,
  );
  return `[${accented.join('')}${' ~'.repeat(Math.ceil((words.length * 0.4) / 2))}]`;
}

export type Words = { [key: string]: string | Words };

const pseudoWords = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoWords(value),
    ]),
  );

/** The English words about mistakes in courses, which the rules themselves hold. */
const ruleWords = (): Words =>
  Object.fromEntries(Object.entries(rules).map(([id, { what, mend }]) => [id, { what, mend }]));

/** All words there are, made from the English ones. */
export const pseudoLike = (english: Record<string, Words>) =>
  pseudoWords({ ...english, problem: ruleWords() }) as Record<string, Words>;
