// The closed list of what can go wrong in an operation, as it travels to a screen.

export const errorKinds = [
  /** The caller sent something the operation does not take: a fault of the program, not the person. */
  'bad-input',
  /** The organisation has switched it off for this computer. */
  'forbidden',
  'not-found',
  /** The item is settled, or the answer is not complete: the screen is behind. */
  'not-possible',
  /** A file the person chose is not what is wanted here. */
  'bad-file',
  /** More than one page can hold. */
  'too-large',
  'disk-full',
  'not-writable',
  'data-newer',
  'data-damaged',
  'data-on-network',
  /** The file of the team view is damaged: what others have learned, not the person's own. */
  'team-damaged',
  /** The service was restarted while it worked on this. */
  'interrupted',
  'unexpected',
] as const;

export type ErrorKind = (typeof errorKinds)[number];

/** `values` fill the words `error.<kind>`; details for the log never leave the service. */
export interface Failure {
  kind: ErrorKind;
  values: Record<string, string | number>;
}

export type Reply<Value> = { ok: true; value: Value } | { ok: false; error: Failure };

/** Thrown inside an operation to fail it with a known kind. */
export class OperationError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly values: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(`${kind} ${JSON.stringify(values)}`, options);
    this.name = 'OperationError';
  }
}
