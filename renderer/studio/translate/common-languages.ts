// Languages that a course is likely to be translated into, to choose from; any other is a folder away.

export const commonLanguages = [
  ...['am', 'ar', 'be', 'bg', 'bn', 'bs', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'en', 'es', 'et'],
  ...['eu', 'fa', 'fi', 'fr', 'ga', 'gl', 'he', 'hi', 'hr', 'hu', 'hy', 'id', 'is', 'it', 'ja'],
  ...['ka', 'ko', 'lb', 'lt', 'lv', 'mk', 'mt', 'nb', 'nl', 'nn', 'pa', 'pl', 'ps', 'pt', 'pt-BR'],
  ...['ro', 'ru', 'sk', 'sl', 'so', 'sq', 'sr', 'sv', 'sw', 'ta', 'th', 'ti', 'tr', 'uk', 'ur'],
  ...['vi', 'zh-Hans', 'zh-Hant'],
];
