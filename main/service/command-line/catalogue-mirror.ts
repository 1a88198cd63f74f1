// `deskwise catalogue check` and `deskwise catalogue mirror`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CatalogueAddress, readCatalogueAddress } from '../../../core/catalogue/address';
import { CatalogueFault, type CatalogueFaultKind } from '../../../core/catalogue/fault';
import { keyIdOf, keyIdWords, keyText, readKeyText } from '../../../core/pack/signature';
import { isExpired } from '../library/catalogue/judge';
import { checkCatalogue, mirrorCatalogue } from '../library/catalogue/mirror-catalogue';
import { nodeWeb, trustSystemCertificates } from '../library/catalogue/node-web';
import type { CatalogueSource } from '../library/catalogue/source';
import { sourceAt } from '../library/catalogue/source-at';
import { type CatalogueOrder, need, notRight } from './catalogue-order';
import { done, json, type Outcome, WrongUsage } from './command';

const work = () => ({ signal: new AbortController().signal, report: () => {} });

export async function check(order: CatalogueOrder): Promise<Outcome> {
  const source = sourceOf(order);
  const key = publicKeyOf(order);
  const scratch = mkdtempSync(join(tmpdir(), 'deskwise-catalogue-'));
  try {
    const { index, signature, problems } = await checkCatalogue(source, scratch, work());
    const { publicKey } = signature;
    if (key !== null && key !== publicKey) throw new CatalogueFault('other-key', { publicKey });
    const hasExpired = isExpired(index, new Date());
    const status = hasExpired || problems.length > 0 ? 1 : 0;
    const courses = index.courses.map(({ id, version }) => ({ id, version }));
    const { name, version, expires } = index;
    if (order.json) {
      const said = { name, version, expires, hasExpired, publicKey: keyText(publicKey) };
      return done(json({ ...said, courses, problems }), status);
    }
    const lines = [
      `${name}, version ${version}, ${hasExpired ? 'run out on' : 'good until'} ${expires.slice(0, 10)}`,
      ...courses.map((course) => `  ${course.id} ${course.version}`),
      `Fingerprint  ${keyIdWords(keyIdOf(publicKey))}`,
      ...problems.map(({ file, kind }) => `${file}: ${words[kind]}`),
    ];
    return done(`${lines.join('\n')}\n`, status);
  } catch (error) {
    return whyNot(error);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

export async function mirror(order: CatalogueOrder): Promise<Outcome> {
  const { folder, json: asJson } = order;
  const source = sourceOf(order);
  const to = need(order.to, '--to needs the folder of the copy.');
  try {
    const { index, fetched, removed } = await mirrorCatalogue(
      source,
      { to: resolve(folder, to), key: publicKeyOf(order), now: new Date() },
      work(),
    );
    const { name, version, expires } = index;
    if (asJson) return done(json({ name, version, expires, fetched, removed }));
    return done(`${name}, version ${version}: ${fetched} bytes fetched\n`);
  } catch (error) {
    return whyNot(error);
  }
}

function sourceOf({ subject, folder }: CatalogueOrder): CatalogueSource {
  const written = need(subject, 'The address of the catalogue is missing.');
  const isWeb = /^[a-z][a-z+.-]+:\/\//i.test(written);
  const address: CatalogueAddress | null = isWeb
    ? readCatalogueAddress(written)
    : { kind: 'folder', path: resolve(folder, written) };
  if (!address)
    throw new WrongUsage(`${written} is no address of a catalogue: https://… or a folder.`);
  if (isWeb) trustSystemCertificates();
  return sourceAt(address, nodeWeb);
}

function publicKeyOf({ key }: CatalogueOrder): string | null {
  if (key === undefined) return null;
  const publicKey = readKeyText(key);
  if (publicKey === null) throw new WrongUsage('--key takes a public key: deskwise-key:….');
  return publicKey;
}

/** What is not in here is a matter of the network or the disk. */
const words: Partial<Record<CatalogueFaultKind, string>> = {
  'not-a-catalogue': 'There is no catalogue at this address.',
  'newer-format': 'The catalogue was made for a newer version of Deskwise.',
  'signature-wrong': 'The signature is wrong: this is not what was signed.',
  tangled: 'The catalogue contradicts itself.',
  'other-catalogue':
    'The copy that is here is of another catalogue with the same key. If this one is meant, say so with --key.',
  'rolled-back': 'The catalogue is older than the copy that is here.',
  'two-of-one-version': 'The copy that is here says something else under the same version.',
  expired: 'The catalogue has run out. Whoever publishes it must build it again.',
  'file-missing': 'this file is missing',
  'file-wrong': 'this file is not what the catalogue says',
};

function whyNot(error: unknown): Outcome {
  if (!(error instanceof CatalogueFault)) {
    const { code, path = '' } = error as { code?: unknown; path?: unknown };
    if (typeof code !== 'string') throw error;
    throw new WrongUsage(`${String(path)} cannot be read or written (${code}).`);
  }
  const { kind, values } = error;
  if (kind === 'other-key') {
    const publicKey = String(values.publicKey);
    return notRight(`The catalogue is signed with this key; if it is the right one, say so with --key.

Public key   ${keyText(publicKey)}
Fingerprint  ${keyIdWords(keyIdOf(publicKey))}`);
  }
  const about = Object.values(values).join(', ');
  const said = words[kind];
  if (said !== undefined) return notRight(about === '' ? said : `${about}: ${said}`);
  throw new WrongUsage(
    `The catalogue cannot be reached (${kind}${about === '' ? '' : `: ${about}`}).`,
  );
}
