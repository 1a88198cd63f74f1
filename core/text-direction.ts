// Which way a language runs.

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  rightToLeft.has(tag.toLowerCase().split('-')[0] ?? tag) ? 'rtl' : 'ltr';
