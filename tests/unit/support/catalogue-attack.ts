// What attacks on catalogues are run with, in one value, so that a twin of all of it can be built.
import { setTimeout } from 'node:timers/promises';
import { signedIndexBytes } from '../../../core/catalogue/index-file';
import { signedBytes } from '../../../core/pack/signature';
import { sha256Of } from '../../../main/service/library/catalogue/content-hash';
import { WebSource } from '../../../main/service/library/catalogue/web-source';
import { isSignedBy } from '../../../main/service/library/pack/ed25519';
import { CatalogueDesk, forged, newKey } from './catalogue-desk';

export const program = {
  ...{ CatalogueDesk, WebSource, forged, newKey },
  ...{ isSignedBy, sha256Of, signedBytes, signedIndexBytes },
  waitFor: (milliseconds: number): Promise<void> => setTimeout(milliseconds),
};
