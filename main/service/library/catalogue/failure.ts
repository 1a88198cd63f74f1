// Why the catalogue could not be asked, as it travels to the screen.
import { type CatalogueFailure, CatalogueFault } from '../../../../core/catalogue/fault';
import { packFault } from '../pack/work';

interface Surroundings {
  dataFolder: string;
  log: (words: string, error: unknown) => void;
}

/** What nobody thought of is written to the log. */
export function failureOf(thrown: unknown, { dataFolder, log }: Surroundings): CatalogueFailure {
  const error = packFault(thrown, dataFolder);
  if (error instanceof CatalogueFault) return { kind: error.kind, values: error.values };
  const kind = (error as { kind?: unknown }).kind;
  if (kind === 'disk-full' || kind === 'not-writable')
    return { kind, values: { file: dataFolder } };
  log('the catalogue failed', error);
  return { kind: 'unexpected', values: {} };
}
