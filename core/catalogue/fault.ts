// The closed list of why a catalogue is not taken, or a file of it does not come, as it travels to the screen.
import type { PackFailure } from '../pack/fault';

export const catalogueFaults = [
  /** Nothing at this address is a catalogue: no file, another file, the sign-in page of a network. */
  'not-a-catalogue',
  /** Written for a newer version of the app. */
  'newer-format',
  /** Not what was signed. */
  'signature-wrong',
  /** Signed, and contradicts itself. */
  'tangled',
  /** Another key than the one that is trusted. */
  'other-key',
  /** The trusted key, and another catalogue. */
  'other-catalogue',
  /** Older than one that was seen before. */
  'rolled-back',
  /** Another one of the same version was seen before. */
  'two-of-one-version',
  'expired',
  'too-large',
  /** Not the file that the catalogue names. */
  'file-wrong',
  'file-missing',
  /** It came as it should, and was damaged where it was kept here. */
  'download-damaged',
  /** The server sends elsewhere. */
  'redirected',
  /** The server answers with another status than it should. */
  'refused',
  'offline',
  'certificate',
  'proxy-sign-in',
  'timeout',
  'not-allowed',
  'broken-off',
  'folder-gone',
  'unreadable',
  'disk-full',
  'not-writable',
  'unexpected',
] as const;

export type CatalogueFaultKind = (typeof catalogueFaults)[number];

export interface CatalogueFailure {
  kind: CatalogueFaultKind;
  values: Record<string, string | number>;
}

/** Why a course did not come: the catalogue, or what is wrong with the course itself. */
export type CourseFailure =
  | ({ of: 'catalogue' } & CatalogueFailure)
  | ({ of: 'course' } & PackFailure);

/** Thrown while a catalogue is read, or a file of it fetched. */
export class CatalogueFault extends Error {
  constructor(
    readonly kind: CatalogueFaultKind,
    readonly values: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(`${kind} ${JSON.stringify(values)}`, options);
    this.name = 'CatalogueFault';
  }
}
