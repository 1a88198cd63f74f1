// The manifest of a pack: which course it holds and what each file must be. One content, one spelling.
import { courseMatter } from '../course/matter-schemas';
import { z } from '../zod';
import { PackFault } from './fault';
import { packLimits } from './limits';
import { nameCollision, nameFault } from './names';

const formatVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifestSchema = z.strictObject({
  formatVersion: z.literal(formatVersion),
  id: courseMatter.shape.id.max(100),
  version: courseMatter.shape.version.max(100),
  files: z
    .array(z.strictObject({ path: z.string(), bytes: z.int().min(0), sha256 }))
    .min(1)
    .max(packLimits.entries),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type PackedFile = Manifest['files'][number];

const byPath = (a: PackedFile, b: PackedFile): number => (a.path < b.path ? -1 : 1);

export const makeManifest = (
  id: string,
  version: string,
  files: readonly PackedFile[],
): Manifest => ({
  formatVersion,
  id,
  version,
  files: [...files].sort(byPath),
});

/** The one way to write a manifest: signatures are over these very characters. */
export const manifestText = (manifest: Manifest): string =>
  `${JSON.stringify(
    {
      formatVersion: manifest.formatVersion,
      id: manifest.id,
      version: manifest.version,
      files: manifest.files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    },
    null,
    1,
  )}\n`;

/** Throws PackFault: newer-format, manifest-wrong, name, collision, too-large, text-too-large. */
export function readManifest(text: string): Manifest {
  const manifest = checked(parsed(text));
  checkFiles(manifest.files);
  // Keys twice, other orders, other spaces: two readers could understand two things.
  if (manifestText(manifest) !== text) throw new PackFault('manifest-wrong');
  return manifest;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PackFault('manifest-wrong');
  }
}

function checked(written: unknown): Manifest {
  const version = (written as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === 'number' && version > formatVersion) throw new PackFault('newer-format');
  const result = manifestSchema.safeParse(written);
  // The id becomes the name of a folder.
  if (!result.success || nameFault(result.data.id)) throw new PackFault('manifest-wrong');
  return result.data;
}

/** What the files of a pack must keep to, before any of them is looked at. */
export function checkFiles(files: readonly PackedFile[]): void {
  let all = 0;
  let text = 0;
  for (const [at, { path, bytes }] of files.entries()) {
    const fault = nameFault(path);
    if (fault) throw new PackFault('name', { name: path.slice(0, 200), fault });
    if (bytes > packLimits.fileBytes) {
      throw new PackFault('too-large', { name: path, limit: packLimits.fileBytes });
    }
    const before = files[at - 1];
    if (before && before.path >= path) throw new PackFault('manifest-wrong');
    all += bytes;
    if (path.endsWith('.md')) text += bytes;
  }
  if (all > packLimits.packBytes) {
    throw new PackFault('too-large', { name: '', limit: packLimits.packBytes });
  }
  if (text > packLimits.textBytes) {
    throw new PackFault('text-too-large', { limit: packLimits.textBytes });
  }
  const collision = nameCollision(files.map(({ path }) => path));
  if (collision) throw new PackFault('collision', { name: collision[1], other: collision[0] });
}
