// The key that packs are signed with: made when asked for, its private half sealed by the credential store.
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperationError } from '../../core/errors';
import { keyIdOf, makeSignature, type PackSignature, signedBytes } from '../../core/pack/signature';
import type { SigningKeyView } from '../../core/pack/views';
import { z } from '../../core/zod';

/** What keeps secrets; see credentials.ts. */
export interface Credentials {
  canKeepSecrets(): Promise<boolean>;
  seal(secret: string): Promise<Buffer>;
  unseal(sealed: Buffer): Promise<string>;
}

/** The private half is nowhere but in `sealed`. */
const kept = z.strictObject({
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  sealed: z.base64(),
});

const hexOf = (publicKey: KeyObject): string =>
  Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');

export class SigningKey {
  private readonly file: string;

  constructor(
    dataFolder: string,
    private readonly credentials: () => Promise<Credentials>,
  ) {
    this.file = join(dataFolder, 'signing-key.json');
  }

  private async load(): Promise<z.infer<typeof kept> | null> {
    if (!existsSync(this.file)) return null;
    const written = kept.safeParse(JSON.parse(await readFile(this.file, 'utf8')));
    return written.success ? written.data : null;
  }

  async read(): Promise<SigningKeyView> {
    const { canKeepSecrets } = await this.credentials();
    const { publicKey } = (await this.load()) ?? {};
    return {
      available: await canKeepSecrets(),
      key: publicKey ? { publicKey, keyId: keyIdOf(publicKey) } : null,
    };
  }

  /** Throws OperationError: not-possible where there is a key, or no place to keep one. */
  async create(): Promise<SigningKeyView> {
    const { canKeepSecrets, seal } = await this.credentials();
    if ((await this.load()) || !(await canKeepSecrets())) throw new OperationError('not-possible');
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    const sealed = (await seal(secret)).toString('base64');
    const text = JSON.stringify({ publicKey: hexOf(publicKey), sealed });
    await writeFile(`${this.file}.new`, text, { mode: 0o600, flush: true });
    await rename(`${this.file}.new`, this.file);
    return this.read();
  }

  async forget(): Promise<SigningKeyView> {
    await rm(this.file, { force: true });
    return this.read();
  }

  /** Null without a key. Throws when there is one that the credential store does not give back. */
  async sign(manifest: Uint8Array): Promise<PackSignature | null> {
    const found = await this.load();
    if (!found) return null;
    const { unseal } = await this.credentials();
    const secret = await unseal(Buffer.from(found.sealed, 'base64'));
    const key = createPrivateKey({
      key: Buffer.from(secret, 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    return makeSignature(found.publicKey, sign(null, signedBytes(manifest), key).toString('hex'));
  }
}
