// What an ask fails with: one of the known kinds, with the values for its words.
import type { Failure } from '../../core/errors';

export class AskError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
    this.name = 'AskError';
  }
}

/** The failure in whatever was thrown. */
export const failureOf = (thrown: unknown): Failure =>
  thrown instanceof AskError ? thrown.failure : { kind: 'unexpected', values: {} };
