// Every language says everything that English says, with the same values, in all its plural forms.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../core/course/rules';
import { interfaceLanguages } from '../../core/looks';
import { pseudoText, type Words } from './pseudo';

const shellWords = join(import.meta.dirname, '..', '..', 'main', 'shell', 'text');

const readWords = (path: string): Words => JSON.parse(readFileSync(path, 'utf8')) as Words;

/** Sentences by their whole key: `lesson:foot.lesson`. */
function flat(words: Words, prefix: string): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  );
}

function sentencesOf(language: string): Map<string, string> {
  const folder = join(import.meta.dirname, language);
  const files = readdirSync(folder).map((name): [string, string] => [name, join(folder, name)]);
  files.push(['shell.json', join(shellWords, `${language}.json`)]);
  return new Map(
    files.flatMap(([name, path]) => flat(readWords(path), `${name.replace('.json', '')}:`)),
  );
}

const pluralForm = /_(zero|one|two|few|many|other)$/;

/** English, without its plural forms; and the words about mistakes, which the rules hold. */
const english = sentencesOf('en');
for (const [rule, { what, mend }] of Object.entries(rules)) {
  english.set(`problem:${rule}.what`, what);
  english.set(`problem:${rule}.mend`, mend);
}

const valuesOf = (sentence: string): Set<string> =>
  new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name));

/** What a language must have where English has these keys. */
function keysFor(language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = [...english.keys()].flatMap((key) =>
    pluralForm.test(key) ? forms.map((form) => key.replace(pluralForm, `_${form}`)) : [key],
  );
  return [...new Set(keys)].sort();
}

describe.each(interfaceLanguages)('%s', (language) => {
  const sentences = language === 'en' ? english : sentencesOf(language);

  test('says what English says, and nothing else', () => {
    expect([...sentences.keys()].sort()).toEqual(keysFor(language));
  });

  test('puts in the same values', () => {
    for (const [key, sentence] of sentences) {
      const plural = pluralForm.exec(key)?.[1];
      const source = english.get(plural ? key.replace(pluralForm, '_other') : key) ?? '';
      const unknown = [...valuesOf(sentence)].filter((name) => !valuesOf(source).has(name));
      expect(unknown, key).toEqual([]);
      // One and two may be said by the noun alone.
      if (plural && plural !== 'other' && plural !== 'many') continue;
      const left = [...valuesOf(source)].filter((name) => !valuesOf(sentence).has(name));
      expect(left, key).toEqual([]);
    }
  });

  test('leaves no sentence empty, and shouts none', () => {
    for (const [key, sentence] of sentences) {
      expect(sentence.trim(), key).not.toBe('');
      // An exclamation mark that is no Markdown, and does not name a cell of a sheet.
      expect(sentence, key).not.toMatch(/(?<!\[)[!¡](?!\[|[A-Z]\d)/);
    }
  });
});

test('the pseudo language keeps the places for values', () => {
  expect(pseudoText('Lesson {{number}} of {{lessons}}')).toMatch(
    /^\[Ļéššóñ \{\{number\}\} óƒ \{\{lessons\}\}( ~)+\]$/,
  );
});
