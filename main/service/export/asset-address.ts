// A file of a course as an address that holds it whole.
import { extname } from 'node:path';
import { assetTypes } from '../../../core/course/asset-types';

/** Anything that is not shown is only ever saved as a download. */
const typeOf = (path: string): string =>
  assetTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';

export const assetAddress = (path: string, bytes: Buffer): string =>
  `data:${typeOf(path).replace(' ', '')};base64,${bytes.toString('base64')}`;
