// Colours code: says of each piece of it what it is. A file of its own, read when there is code to colour.
import { common, createLowlight } from 'lowlight';
import { type CodePart, codeParts } from './code-view';

const lowlight = createLowlight(common);

/** Undefined for a language that is not known. */
export const highlight = (language: string, text: string): CodePart[] | undefined =>
  lowlight.registered(language)
    ? codeParts(lowlight.highlight(language, text).children)
    : undefined;
