// The closed list of why a pack is refused or cannot be written, as it travels to the screen.

export const packFaults = [
  /** Not a zip file, or one that was cut off or damaged. */
  'not-a-pack',
  'encrypted',
  /** A packing method that is not allowed. */
  'method',
  /** A link, a device: anything but a plain file. */
  'not-a-file',
  /** The same bytes stand for several files, or a file has two different names. */
  'tangled',
  'name',
  'collision',
  'too-many',
  'too-large',
  'text-too-large',
  /** Far larger unpacked than packed. */
  'bomb',
  'manifest-missing',
  'manifest-wrong',
  /** Written for a newer version of the app. */
  'newer-format',
  'file-missing',
  'file-extra',
  'file-wrong',
  'signature-wrong',
  /** Signed, and not byte for byte what was signed. */
  'altered',
  /** The course is another one than the pack says. */
  'other-course',
  'course-broken',
  /** A newer version is there. */
  'older',
  'unreadable',
  'disk-full',
  'not-writable',
  /** A file of the course was saved while it was packed. */
  'changed-meanwhile',
  'signing-failed',
  /** The organisation lets no course files in. */
  'import-forbidden',
  /** The organisation lets only those of its own signers in. */
  'signer-forbidden',
  'unexpected',
] as const;

export type PackFaultKind = (typeof packFaults)[number];

export interface PackFailure {
  kind: PackFaultKind;
  values: Record<string, string | number>;
}

/** Thrown while a pack is read or written. */
export class PackFault extends Error {
  constructor(
    readonly kind: PackFaultKind,
    readonly values: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(`${kind} ${JSON.stringify(values)}`, options);
    this.name = 'PackFault';
  }
}
