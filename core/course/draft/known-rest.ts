// Lets a parse of Markdown end where the rest of the text is known from before.
import type { StateBlock } from 'markdown-it';

/** What a caller hands in who knows the rest; without it nothing is looked for. */
export interface KnownRestEnv {
  [key: PropertyKey]: unknown;
  rest?: {
    /** Lines (from 0) at which the known text may go on. */
    begins: ReadonlySet<number>;
    /** The one at which the parse ended; null when it went through to the end. */
    found: number | null;
  };
}

/**
 * markdown-it block rule, the first of all. What stands at the top level begins with nothing open, so
 * what follows depends on nothing before it.
 */
export function knownRestRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const { rest } = state.env as KnownRestEnv;
  if (!rest || silent || state.level > 0) return false;
  if (!rest.begins.has(startLine)) return false;
  rest.found = startLine;
  state.line = endLine;
  return true;
}
