// What attacks on catalogues are run with, in one module, so that a twin of all of it can be built.
import { setTimeout } from 'node:timers/promises';

export { signedIndexBytes } from '../../../core/catalogue/index-file';
export { signedBytes } from '../../../core/pack/signature';
export { sha256Of } from '../../../main/service/library/catalogue/content-hash';
export { WebSource } from '../../../main/service/library/catalogue/web-source';
export { isSignedBy } from '../../../main/service/library/pack/ed25519';
export { CatalogueDesk, forged, newKey } from './catalogue-desk';
export const waitFor = (milliseconds: number): Promise<void> => setTimeout(milliseconds);
