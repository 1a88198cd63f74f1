// The web server or the folder at the address of a catalogue.
import type { CatalogueAddress } from '../../../../core/catalogue/address';
import type { Web } from '../../sync/web';
import { FolderSource } from './folder-source';
import type { CatalogueSource } from './source';
import { WebSource } from './web-source';

export const sourceAt = (address: CatalogueAddress, web: Web): CatalogueSource =>
  address.kind === 'web' ? new WebSource(address.url, web) : new FolderSource(address.path);
