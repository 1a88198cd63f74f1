// Takes over a text that was changed outside the editor by the smallest change, so that the cursor and what can be undone stay.
import { diff } from '@codemirror/merge';
import type { ChangeSpec } from '@codemirror/state';

/** A long text that became another one altogether is not worth a longer search. */
const scanLimit = 500;

export function changesBetween(before: string, after: string): ChangeSpec[] {
  if (before === after) return [];
  return diff(before, after, { scanLimit }).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: after.slice(fromB, toB),
  }));
}

/**
 * Tells texts that come back from where they were sent to from texts that are new. Who types fast
 * must not be set back to what they had written a moment before.
 */
export class SentTexts {
  private sent: string[] = [];

  constructor(private readonly most = 50) {}

  add(text: string): void {
    this.sent.push(text);
    if (this.sent.length > this.most) this.sent.shift();
  }

  /** True when the text came from here; it and what was sent before it is forgotten. */
  comesBack(text: string): boolean {
    const at = this.sent.lastIndexOf(text);
    if (at < 0) return false;
    this.sent = this.sent.slice(at + 1);
    return true;
  }
}
