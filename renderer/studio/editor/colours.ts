// How each piece of a course's text looks: colours by token, and never by colour alone where it matters.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { courseTags } from './course-syntax';

const token = (name: string): string => `var(--${name})`;

/** What stands on the papers of `theme.ts`; `colours.test.ts` proves the contrasts. */
export const textColours = [
  'ink',
  'muted',
  'accent',
  'info',
  'right',
  'code-keyword',
  'code-string',
  'code-number',
  'code-title',
] as const;

type Colour = (typeof textColours)[number];
const colour = (name: Colour): string => token(name);

const style = HighlightStyle.define([
  { tag: tags.heading, color: colour('ink'), fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.link, color: colour('accent') },
  { tag: tags.url, color: colour('info') },
  { tag: tags.monospace, color: colour('code-string') },
  { tag: tags.labelName, color: colour('code-title') },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: colour('muted') },
  { tag: [tags.escape, tags.character, tags.comment], color: colour('muted') },
  // Front matter.
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: colour('code-title') },
  { tag: [tags.string, tags.content], color: colour('ink') },
  { tag: [tags.separator, tags.squareBracket, tags.punctuation], color: colour('muted') },
  { tag: tags.meta, color: colour('muted') },
  // Blocks.
  { tag: courseTags.colons, color: colour('code-keyword') },
  { tag: courseTags.kind, color: colour('code-keyword'), fontWeight: '700' },
  { tag: courseTags.id, color: colour('code-title') },
  { tag: courseTags.attribute, color: colour('code-number') },
  { tag: courseTags.value, color: colour('code-string') },
  { tag: courseTags.headKey, color: colour('code-title') },
  { tag: courseTags.aside, color: colour('code-keyword'), fontWeight: '700' },
  { tag: courseTags.box, color: colour('muted') },
  { tag: courseTags.right, color: colour('right'), fontWeight: '700' },
  { tag: courseTags.organisation, color: colour('code-number') },
]);

export const colours = syntaxHighlighting(style);
