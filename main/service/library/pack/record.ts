// What stays in the folder of a course that a pack brought: its manifest, and its signature.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackFault } from '../../../../core/pack/fault';
import { type Manifest, manifestText, readManifest } from '../../../../core/pack/manifest';
import { manifestFile, signatureFile } from '../../../../core/pack/names';
import { type PackSignature, readSignature, signatureText } from '../../../../core/pack/signature';
import { filesOf } from '../folders';
import { proveSignature } from './ed25519';

/** Begins with a dot: the library passes over it, and no pack can hold it. */
const recordFolder = '.pack';

export interface PackRecord {
  manifest: Manifest;
  signature: PackSignature | null;
}

export function writeRecord(root: string, { manifest, signature }: PackRecord): void {
  const folder = join(root, recordFolder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, manifestFile), manifestText(manifest), { flush: true });
  if (!signature) return;
  writeFileSync(join(folder, signatureFile), signatureText(signature), { flush: true });
}

/** Null when no pack brought this course, or somebody tampered with what it left. */
export function readRecord(root: string): PackRecord | null {
  const text = textOf(join(root, recordFolder, manifestFile));
  if (text === null) return null;
  const signed = textOf(join(root, recordFolder, signatureFile));
  try {
    const signature = signed === null ? null : readSignature(signed);
    if (signature) proveSignature(Buffer.from(text), signature);
    return { manifest: readManifest(text), signature };
  } catch (error) {
    if (error instanceof PackFault) return null;
    throw error;
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Files changed, added or taken away by hand since. Words are read; of pictures and films, which may
 * be large, the size must do.
 */
export function editedSince(root: string, { manifest }: PackRecord): string[] {
  const packed = new Map(manifest.files.map((file) => [file.path, file]));
  const edited: string[] = [];
  for (const { path, bytes } of filesOf(root)) {
    const file = packed.get(path);
    packed.delete(path);
    const isSame =
      file?.bytes === bytes && (!path.endsWith('.md') || file.sha256 === hashOf(join(root, path)));
    if (!isSame) edited.push(path);
  }
  return [...edited, ...packed.keys()].sort();
}

const hashOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');
