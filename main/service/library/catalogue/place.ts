// Where the catalogue lies: as the organisation decided, else as the person chose.
import { type CatalogueAddress, readCatalogueAddress } from '../../../../core/catalogue/address';
import { CatalogueFault } from '../../../../core/catalogue/fault';
import type { Web } from '../../sync/web';
import type { Memory } from './memory';
import type { CatalogueRules } from './rules';
import type { CatalogueSource } from './source';
import { sourceAt } from './source-at';

interface Surroundings {
  memory: Memory;
  rules: () => CatalogueRules;
  web: Web;
}

export class Place {
  constructor(private readonly around: Surroundings) {}

  /** The organisation has said where from, or that from nowhere. */
  isManaged(): boolean {
    const { address, isForbidden } = this.around.rules();
    return address !== null || isForbidden;
  }

  /** Null: switched off, nobody is asked for anything. */
  address(): string | null {
    const { address, recommended, isForbidden } = this.around.rules();
    if (isForbidden) return null;
    const { address: chosen = recommended } = this.around.memory.read();
    return address ?? chosen;
  }

  /**
   * It is more than a proposal: the organisation fixed it, a person took it, or has looked there. That
   * they looked at what was proposed before does not count.
   */
  isChosen(): boolean {
    const address = this.address();
    const { address: taken, answered } = this.around.memory.read();
    return address !== null && [this.around.rules().address, taken, answered].includes(address);
  }

  /** The servers that may be asked; none while it is switched off or lies in a folder. */
  origins(): string[] {
    const address = readCatalogueAddress(this.address() ?? '');
    return address?.kind === 'web' ? [new URL(address.url).origin] : [];
  }

  /** Throws CatalogueFault: not-a-catalogue. */
  source(): CatalogueSource {
    const address: CatalogueAddress | null = readCatalogueAddress(this.address() ?? '');
    if (!address) throw new CatalogueFault('not-a-catalogue');
    return sourceAt(address, this.around.web);
  }
}
