// `source:` in the front matter of a translated lesson names the state of the source it was made from.
import { shortHashOf } from '../../course/revision';
import { fileLines, joined } from './file-lines';
import { matterValue, withMatterValue } from './matter-segments';

/** As the parser of lessons names a text. */
export const sourceHash = (source: string): string => shortHashOf(joined(fileLines(source)));

export const madeFrom = (translation: string): string | undefined =>
  matterValue(fileLines(translation), 'source');

/** Undefined where the file has no front matter. */
export const withSource = (translation: string, hash: string): string | undefined =>
  withMatterValue(translation, fileLines(translation), 'source', hash);

export const withLanguage = (text: string, language: string): string | undefined =>
  withMatterValue(text, fileLines(text), 'language', language);
