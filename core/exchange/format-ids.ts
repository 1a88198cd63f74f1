// The names of the formats, apart from what reads them: who only names one reads no parser.

export const exchangeFormatIds = ['gift', 'moodle-xml', 'edx-markdown', 'csv'] as const;
export type ExchangeFormatId = (typeof exchangeFormatIds)[number];
