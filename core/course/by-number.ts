// The order of names that begin with numbers: 2 before 10, then by letters.
// One collator for all: `localeCompare` with options makes a new one for each pair. It takes a while to
// make, and a start has nothing to put in order.
let collator: Intl.Collator | undefined;

export function byNumber(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}
