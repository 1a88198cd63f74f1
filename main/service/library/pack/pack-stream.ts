// The bytes of a pack: the same for the same course, on every computer and with every version.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { type Options, ZipFile } from 'yazl';
import { PackFault } from '../../../../core/pack/fault';
import { type Manifest, manifestText, type PackedFile } from '../../../../core/pack/manifest';
import { manifestFile, signatureFile } from '../../../../core/pack/names';
import { type PackSignature, signatureText } from '../../../../core/pack/signature';

/**
 * Nothing is compressed: what compressors make differs from version to version, pictures and films
 * are compressed by themselves, and words are small.
 */
const alike: Partial<Options> = {
  compress: false,
  mode: 0o100644,
  // The first day a zip file can name, in the local time that is written there.
  mtime: new Date(1980, 0, 1),
  forceDosTimestamp: true,
};

/** Fails with PackFault changed-meanwhile where a file is not what the manifest says. */
export function packStream(
  root: string,
  manifest: Manifest,
  signature: PackSignature | null,
): Readable {
  const zip = new ZipFile();
  const stream = zip.outputStream as Readable;
  zip.on('error', (error: Error) => stream.destroy(error));
  zip.addBuffer(Buffer.from(manifestText(manifest)), manifestFile, alike);
  if (signature) zip.addBuffer(Buffer.from(signatureText(signature)), signatureFile, alike);
  for (const file of manifest.files) {
    zip.addReadStreamLazy(file.path, { ...alike, size: file.bytes }, (give) => {
      const source = createReadStream(join(root, file.path));
      const proven = provenContent(file);
      source.on('error', (error) => proven.destroy(error));
      proven.on('error', (error) => stream.destroy(error));
      give(null, source.pipe(proven));
    });
  }
  zip.end();
  return stream;
}

/** Lets the content of a file through, and ends well only when it is the right one. */
function provenContent({ path, bytes, sha256 }: PackedFile): Transform {
  const hash = createHash('sha256');
  const wrong = () => new PackFault('changed-meanwhile', { name: path });
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.length;
      hash.update(chunk);
      done(seen > bytes ? wrong() : null, chunk);
    },
    flush(done) {
      done(seen === bytes && hash.digest('hex') === sha256 ? null : wrong());
    },
  });
}
