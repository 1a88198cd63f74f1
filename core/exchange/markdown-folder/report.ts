// What became of what was brought in: one entry for each thing kept, changed or left out.

/** The closed list of what a report can say; the words are in `renderer/text/…/exchange-folder.json`. */
export const reportMessages = [
  // Pages and files
  'page',
  'page-project',
  'page-draft',
  'page-unlisted',
  'page-empty',
  'page-too-large',
  'page-unreadable',
  'page-extra',
  'page-tangled',
  'list-broken',
  'listed-missing',
  'matter-broken',
  'minutes',
  'split',
  'link-beyond',
  'unused',
  'asset-too-large',
  'file-gone',
  'name-taken',
  // Links and pictures
  'picture-remote',
  'picture-missing',
  'picture-kind',
  'picture-words',
  'link-missing',
  'link-refused',
  'link-https',
  'link-anchor',
  // Dialects
  'callout-kind',
  'callout-open',
  'html',
  'html-plain',
  'html-form',
  'embed',
  'embed-link',
  'script',
  'shortcode',
  'include',
  'include-missing',
  'formula',
  // Questions
  'question',
  'question-kind',
  'question-left-out',
  'question-part',
  'answer-double',
  'feedback-missing',
  'why-missing',
  'model-missing',
  'survey-several',
  'options-several',
  'effect',
  'narration',
  'macro',
  'engine',
  'block',
  'setting',
  'file-beside',
  'document',
  // What the check of the course still finds
  'check',
] as const;

export type ReportMessage = (typeof reportMessages)[number];

export interface ReportEntry {
  /** The file it is about, as it was brought in. */
  file: string;
  /** From 1. */
  line: number;
  what: 'kept' | 'changed' | 'left-out';
  message: ReportMessage;
  /** Fill the words of the message. */
  values: Record<string, string | number>;
}

/** A value is shown in a list: nobody reads more of it. */
const longestValue = 300;

export type Say = (
  what: ReportEntry['what'],
  message: ReportMessage,
  line: number,
  values?: ReportEntry['values'],
) => void;

/** Writes entries about one file. */
export const sayer =
  (file: string, tell: (entry: ReportEntry) => void): Say =>
  (what, message, line, values = {}) => {
    const short = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > longestValue
        ? `${value.slice(0, longestValue)}…`
        : value,
    ]);
    tell({ file, line, what, message, values: Object.fromEntries(short) });
  };
