// `deskwise catalogue key` and `deskwise catalogue build`.
import { basename, relative, resolve } from 'node:path';
import { CatalogueFault } from '../../../core/catalogue/fault';
import { catalogueLimits } from '../../../core/catalogue/limits';
import { PackFault } from '../../../core/pack/fault';
import { keyIdOf, keyIdWords, keyText } from '../../../core/pack/signature';
import { BuildFault, buildCatalogue } from '../library/catalogue/build-catalogue';
import { type CatalogueKey, makeKeyFile, readKeyFile } from '../library/catalogue/key-file';
import { type CatalogueOrder, need, notRight } from './catalogue-order';
import { codeOf, done, json, type Outcome, WrongUsage } from './command';

const presetDays = '90';
const mostDays = 3660;

export function key({ subject, folder, json: asJson }: CatalogueOrder): Outcome {
  const written = need(subject, 'The file for the key is missing.');
  let made: CatalogueKey;
  try {
    made = makeKeyFile(resolve(folder, written));
  } catch (error) {
    const code = codeOf(error);
    throw new WrongUsage(
      code === 'EEXIST'
        ? `There is a file ${written} already: a key that is lost cannot be made again.`
        : `${written} cannot be written (${code}).`,
    );
  }
  const said = {
    publicKey: keyText(made.publicKey),
    fingerprint: keyIdWords(keyIdOf(made.publicKey)),
  };
  if (asJson) return done(json(said));
  return done(`Keep ${written} where only those who publish courses can read it, and a copy in a safe.

Public key   ${said.publicKey}
Fingerprint  ${said.fingerprint}

Publish the fingerprint where people can compare it: on your intranet, on paper.
`);
}

export async function build(order: CatalogueOrder): Promise<Outcome> {
  const { folder, name, json: asJson } = order;
  const packs = need(order.subject, 'The folder with the course files is missing.');
  const to = need(order.to, '--to needs the folder of the catalogue.');
  if (name !== undefined && (name.trim() === '' || name.length > catalogueLimits.name)) {
    throw new WrongUsage(`--name takes 1 to ${catalogueLimits.name} characters.`);
  }
  const days = Number(order.expires ?? presetDays);
  if (!Number.isInteger(days) || days < 1 || days > mostDays) {
    throw new WrongUsage(`--expires takes days, from 1 to ${mostDays}.`);
  }
  const signingKey = keyOf(order);
  try {
    const { index, passedOver, removed } = await buildCatalogue(
      {
        ...{ packs: resolve(folder, packs), to: resolve(folder, to), key: signingKey, days },
        ...{ name: name?.trim() ?? null, now: new Date() },
      },
      { signal: new AbortController().signal, report: () => {} },
    );
    const courses = index.courses.map(({ id, version }) => ({ id, version }));
    if (asJson) {
      const { version, expires } = index;
      return done(json({ name: index.name, version, expires, courses, passedOver, removed }));
    }
    const lines = courses.map(({ id, version }) => `  ${id} ${version}`);
    return done(`${index.name}, version ${index.version}, good until ${index.expires.slice(0, 10)}
${lines.join('\n')}
Fingerprint  ${keyIdWords(keyIdOf(signingKey.publicKey))}
`);
  } catch (error) {
    return whyNot(error, order);
  }
}

function keyOf({ key: given, folder }: CatalogueOrder): CatalogueKey {
  const file = need(
    given ?? process.env.DESKWISE_CATALOGUE_KEY,
    '--key needs the file of a key. deskwise catalogue key FILE makes one.',
  );
  let read: CatalogueKey | null;
  try {
    read = readKeyFile(resolve(folder, file));
  } catch (error) {
    throw new WrongUsage(`${file} cannot be read (${codeOf(error)}).`);
  }
  if (!read) throw new WrongUsage(`${file} is no key for catalogues (Ed25519 in PEM).`);
  return read;
}

function whyNot(error: unknown, { subject = '', folder, to = '' }: CatalogueOrder): Outcome {
  if (error instanceof CatalogueFault) {
    return notRight(
      `The catalogue in ${to} is damaged (${error.kind}). Build into an empty folder.`,
    );
  }
  if (!(error instanceof BuildFault)) {
    const { code, path } = error as { code?: unknown; path?: unknown };
    if (typeof code !== 'string') throw error;
    const place = typeof path === 'string' ? relative(folder, path) : to;
    throw new WrongUsage(`${place || subject} cannot be read or written (${code}).`);
  }
  if (error.kind === 'no-packs') throw new WrongUsage(`There is no course file in ${subject}.`);
  if (error.kind === 'other-key') {
    throw new WrongUsage(
      `The catalogue in ${to} was signed with another key. Whoever trusts that one would have to decide anew: build into an empty folder if you mean it.`,
    );
  }
  if (error.kind === 'same-version') {
    return notRight(`${error.file}: this version of the course is there twice.`);
  }
  const { cause } = error;
  if (!(cause instanceof PackFault)) throw cause;
  const about = Object.entries(cause.values).map(([name, value]) => `, ${name} ${value}`);
  return notRight(`${basename(error.file)} is not right (${cause.kind}${about.join('')}).`);
}
