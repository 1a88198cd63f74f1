// Checks of single protections of packs: each gives what it found wrong, nothing when all is well.
// They run on what we ship and on twins without a protection: see pack/twins.test.ts.

import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSignature } from '../../../core/pack/signature';
import { PackPlaces } from '../../../main/service/library/pack/places';
import { unpack } from '../../../main/service/library/pack/unpack';
import type { Sign } from '../../../main/service/library/pack/write-pack';
import { writeFiles } from './course-files';
import type { Steps } from './disk-steps';
import { bytesBelow, temporaryFolder } from './folders';
import { bombs, breach, malformed, mega } from './hostile-packs';
import { deskCourse, entriesOf, type Files, manifestOf, newSigner, PackDesk } from './pack-desk';
import { rawZip } from './raw-zip';

/** A desk with version 1.0.0 of the course. */
async function deskWithCourse(): Promise<PackDesk> {
  const desk = new PackDesk();
  await desk.install(desk.file(rawZip(entriesOf(deskCourse()))));
  return desk;
}

/** Hostile packs whose names fit, each on a desk of its own: what was wrong with how they were taken. */
async function found(names: RegExp, most = 40): Promise<string[]> {
  const cases = malformed()
    .filter(([name]) => names.test(name))
    .slice(0, most);
  if (cases.length === 0) return [`no case is called ${names}`];
  const wrong: string[] = [];
  for (const [name, pack, kinds] of cases) {
    const what = await breach(await deskWithCourse(), pack, kinds);
    if (what) wrong.push(`${name}: ${what}`);
  }
  return wrong;
}

/** Bombs whose names fit: those of which too much came out, or that were refused as something else. */
async function blown(names: RegExp): Promise<string[]> {
  const wrong: string[] = [];
  const cases = bombs.filter(([name]) => names.test(name));
  if (cases.length === 0) return [`no bomb is called ${names}`];
  for (const [name, make, kinds] of cases) {
    const desk = new PackDesk();
    const unpacked = { bytes: 0 };
    const work = { signal: new AbortController().signal, report: () => {} };
    const kind = await unpack(desk.file(make()), temporaryFolder(), work, unpacked).then(
      () => 'taken in',
      (error: unknown) => String((error as { kind?: unknown }).kind),
    );
    if (!kinds.split('|').includes(kind)) wrong.push(`${name}: ${kind}`);
    if (unpacked.bytes >= mega) wrong.push(`${name}: ${unpacked.bytes} bytes came out`);
  }
  return wrong;
}

export const badNames = () => found(/^a file "(con|CON\.md|evil\.md\.|\.bashrc|ev\*il\.md|lpt9)"$/);
export const collisions = () => found(/^a file "(Course\.md|COURSE\.MD)"$|^course\.md twice$/);
export const kindsOfFile = () =>
  found(
    /^a (link|device|pipe) in the place of a file|^course\.md (strongly )?encrypted|^packed by method (9|12)$/,
  );
export const tangled = () =>
  found(/^another (name|method) before course\.md|^the bytes of course\.md/);
export const limits = () => blown(/^(a file larger|more files than|words of more)/);
export const actualBytes = () => blown(/said to be small/);
export const ratio = () => blown(/said to be large|many files of few zeros|a manifest of zeros$/);
export const manifests = () =>
  found(/^a manifest (with other spaces|of another version)|^01-first\.md not in the manifest/);
export const courses = () =>
  found(/^(no lessons|a question without an id|an answer without feedback)$/);
export const hashes = () => found(/^one bit in |^a hash of course\.md/);
export const rollback = () => found(/^older than/);

/** Wrong signatures of packs that are right to the byte in everything else. */
export async function signatures(): Promise<string[]> {
  const wrong = await found(/^a signature with a key id|^signed, and packed by another tool/);
  const signer = newSigner();
  for (let digit = 0; digit < 128; digit += 16) {
    const what = await forged(async (manifest) => {
      const right = await signer.sign(manifest);
      if (!right) throw new Error('it is not signed');
      const digits = [...right.signature];
      digits[digit] = digits[digit] === '0' ? '1' : '0';
      return { ...right, signature: digits.join('') };
    });
    if (what) wrong.push(`digit ${digit} of the signature: ${what}`);
  }
  return wrong;
}

/** A signature over the bare manifest: made for something else, and brought here. */
export async function domain(): Promise<string[]> {
  const { publicKey: half, privateKey } = generateKeyPairSync('ed25519');
  const x = half.export({ format: 'jwk' }).x ?? '';
  const publicKey = Buffer.from(x, 'base64url').toString('hex');
  const what = await forged(async (manifest) =>
    makeSignature(publicKey, signWith(null, manifest, privateKey).toString('hex')),
  );
  return what ? [what] : [];
}

/** What is wrong with how a pack that our own writer made with such a signature is taken. */
async function forged(sign: Sign): Promise<string | null> {
  const there = new PackDesk();
  there.author('desk', deskCourse('2.0.0'));
  const bytes = readFileSync(await there.write('desk', sign));
  return breach(await deskWithCourse(), bytes, 'signature-wrong');
}

/** Until the yes, and after a no, nothing but staging is touched, and that is empty again. */
export async function staging(): Promise<string[]> {
  const desk = await deskWithCourse();
  const files = deskCourse('2.0.0');
  const file = desk.file(rawZip(entriesOf(files, manifestOf(files, 'desk', '2.0.0'))));
  const before = JSON.stringify([...desk.everything()]);
  await desk.look(file);
  const wrong =
    JSON.stringify([...desk.everything()]) === before ? [] : ['a look changed something'];
  desk.packs.dismiss();
  if (desk.staged().length > 0) wrong.push('it stayed in staging');
  return [...wrong, ...(await found(/^one bit in course\.md/))];
}

/** Stopped between the two renames of an update: at the next start the old course is there. */
export async function halfWay(): Promise<string[]> {
  const desk = await deskWithCourse();
  const root = join(desk.own, 'desk');
  const aside = join(desk.data, 'packs', 'replaced', 'some');
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, 'target.json'), JSON.stringify(root));
  renameSync(root, join(aside, 'course'));
  desk.start();
  return desk.library.find('desk')?.course.version === '1.0.0' ? [] : ['the old course is gone'];
}

/** The new course vanished, as when a virus scanner takes it away: the old one stays in its place. */
export async function wayBack(): Promise<string[]> {
  const data = temporaryFolder();
  const own = join(data, 'courses');
  const root = join(own, 'desk');
  writeFiles(root, deskCourse());
  try {
    new PackPlaces(data, own).install(join(data, 'gone'), { root, keep: false });
    return ['it was installed'];
  } catch {
    return existsSync(join(root, 'course.md')) ? [] : ['the old course is gone'];
  }
}

/** What was changed by hand is there after an update and a start. */
export async function edited(): Promise<string[]> {
  const desk = await deskWithCourse();
  writeFileSync(join(desk.own, 'desk', 'mine.txt'), 'My own words.');
  const files: Files = deskCourse('2.0.0');
  await desk.install(desk.file(rawZip(entriesOf(files, manifestOf(files, 'desk', '2.0.0')))));
  desk.start();
  const kept = [...bytesBelow(desk.data).values()].some((bytes) => bytes.includes('My own words.'));
  return kept ? [] : ['it is gone'];
}

/** That these steps were taken, in this order; each is named by a pattern. */
function missing(steps: Steps, ...patterns: RegExp[]): string[] {
  let from = 0;
  for (const pattern of patterns) {
    const at = steps.findIndex((step, place) => place >= from && pattern.test(step));
    if (at < 0) return [`not in its place: ${pattern}`];
    from = at + 1;
  }
  return [];
}

/** Whenever the power goes, what is on the disk by its name is there whole. */
export async function order(steps: Steps): Promise<string[]> {
  const desk = await deskWithCourse();
  const files = deskCourse('2.0.0');
  const file = desk.file(rawZip(entriesOf(files, manifestOf(files, 'desk', '2.0.0'))));
  steps.length = 0;
  await desk.install(file);
  const comes = /^rename \S+staging\S+ > \S+courses\/desk$/;
  const written = [...Object.keys(files), '', 'assets', 'es'].flatMap((path) =>
    missing(steps, new RegExp(`^sync \\S+staging/\\S+/desk${path && `/${path}`}$`), comes),
  );
  const update = missing(
    steps,
    /^flush \S+target\.json$/,
    /^sync \S+replaced\/[^/]+$/,
    /^rename \S+courses\/desk > \S+replaced\/[^/]+\/course$/,
    comes,
    /^sync \S+courses$/,
    /^rm \S+target\.json$/,
  );
  steps.length = 0;
  const target = await desk.write('desk');
  const pack = missing(
    steps,
    /^sync \S+\.part$/,
    new RegExp(`^rename \\S+\\.part > ${target}$`),
    new RegExp(`^sync ${desk.folder}$`),
  );
  return [...written, ...update, ...pack];
}
