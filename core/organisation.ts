// The organisation's own words: a YAML file of keys and values that `{{org.key | …}}` in courses takes up.
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { organisationLimits } from './organisation-limits';

/** `helpdesk.phone` → what stands in courses instead of the author's general words. */
export type OrganisationWords = Readonly<Record<string, string>>;

export interface OrganisationMistake {
  /** From 1. */
  line: number;
  problem: 'syntax' | 'key' | 'value' | 'too-long' | 'too-many';
  /** The key at fault, or the parser's words. */
  detail: string;
}

const keyForm = /^[a-z0-9-]+$/;

/**
 * Reads the file. Keys may be nested or written with dots, with or without `org.` in front; what
 * does not fit is left out and reported. Never throws.
 */
export function parseOrganisation(text: string): {
  words: OrganisationWords;
  mistakes: OrganisationMistake[];
} {
  const words: Record<string, string> = {};
  const mistakes: OrganisationMistake[] = [];
  if (text.length > organisationLimits.characters) {
    return { words, mistakes: [{ line: 1, problem: 'too-long', detail: '' }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', logLevel: 'error' });
  const lineAt = (range: readonly number[] | null | undefined): number =>
    range?.[0] === undefined ? 1 : lines.linePos(range[0]).line;
  for (const { pos, message } of document.errors) {
    const detail = message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? '';
    mistakes.push({ line: lines.linePos(pos[0]).line, problem: 'syntax', detail });
  }
  if (mistakes.length > 0) return { words, mistakes };

  const visit = (map: YAMLMap, path: readonly string[]): void => {
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const steps = [...path, ...name.split('.')];
      const full = steps.join('.').replace(/^org\./, '');
      const line = lineAt(isScalar(key) ? key.range : undefined);
      const report = (problem: OrganisationMistake['problem']): void => {
        mistakes.push({ line, problem, detail: full });
      };
      if (!steps.every((step) => keyForm.test(step)) || steps.length > 8) report('key');
      else if (isMap(value)) visit(value, steps);
      else if (!isScalar(value) || !isWord(value.value)) report('value');
      else if (String(value.value).length > organisationLimits.valueCharacters) report('too-long');
      else if (Object.keys(words).length >= organisationLimits.keys) report('too-many');
      // As it is written: a telephone number must not lose its first zero.
      else
        words[full] = typeof value.value === 'string' ? value.value.trim() : (value.source ?? '');
    }
  };
  if (isMap(document.contents)) visit(document.contents, []);
  else if (document.contents !== null) {
    mistakes.push({ line: 1, problem: 'syntax', detail: 'it has no keys' });
  }
  return { words, mistakes };
}

const isWord = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
