// The order of names that begin with numbers: 2 before 10, then by letters.
// One collator for all: `localeCompare` with options makes a new one for each pair.
export const byNumber: (a: string, b: string) => number = new Intl.Collator('en', {
  numeric: true,
}).compare;
