// The names of the formats, apart from what reads them: who only names one reads no parser.

export const exchangeFormatIds = [
  'gift',
  'moodle-xml',
  'edx-markdown',
  'csv',
  'liascript',
] as const;
export type ExchangeFormatId = (typeof exchangeFormatIds)[number];

/** Those that lessons can be handed out in. */
export const handOutFormatIds = ['gift', 'liascript'] as const satisfies ExchangeFormatId[];
export type HandOutFormatId = (typeof handOutFormatIds)[number];
