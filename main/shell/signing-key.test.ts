import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyIdOf } from '../../core/pack/signature';
import { temporaryFolder } from '../../tests/unit/support/folders';
import { proveSignature } from '../service/library/pack/ed25519';
import { type Credentials, SigningKey } from './signing-key';

/** A place for secrets that lasts as long as the test. */
function keyRing(isThere = true): Credentials {
  const key = randomBytes(32);
  return {
    canKeepSecrets: async () => isThere,
    seal: async (secret) => {
      const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
      return Buffer.concat([cipher.update(secret), cipher.final()]);
    },
    unseal: async (sealed) => {
      const decipher = createDecipheriv('aes-256-ctr', key, Buffer.alloc(16));
      return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
    },
  };
}

const keyIn = (folder: string, ring: Credentials) => new SigningKey(folder, async () => ring);
const manifest = Buffer.from('{"formatVersion": 1}\n');

describe('the key that packs are signed with', () => {
  test('is made when asked for, signs from then on, and is forgotten', async () => {
    const folder = temporaryFolder();
    const ring = keyRing();
    const key = keyIn(folder, ring);
    expect(await key.read()).toEqual({ available: true, key: null });
    expect(await key.sign(manifest)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    const made = await key.create();
    const { publicKey = '', keyId } = made.key ?? {};
    expect(keyId).toBe(keyIdOf(publicKey));
    // Another start of the app.
    const later = keyIn(folder, ring);
    expect(await later.read()).toEqual(made);
    const signature = await later.sign(manifest);
    if (!signature) throw new Error('it did not sign');
    expect(signature.publicKey).toBe(publicKey);
    expect(() => proveSignature(manifest, signature)).not.toThrow();
    expect(() => proveSignature(Buffer.from('other'), signature)).toThrow('signature-wrong');
    await expect(later.create()).rejects.toThrow('not-possible');
    expect(await later.forget()).toEqual({ available: true, key: null });
    expect(readdirSync(folder)).toEqual([]);
    expect((await later.create()).key?.publicKey).not.toBe(publicKey);
  });

  test('its private half lies nowhere but in what the system sealed', async () => {
    const folder = temporaryFolder();
    const ring = keyRing();
    const key = keyIn(folder, ring);
    await key.create();
    const written = readFileSync(join(folder, 'signing-key.json'), 'utf8');
    const secret = await ring.unseal(Buffer.from(JSON.parse(written).sealed, 'base64'));
    expect(Buffer.from(secret, 'base64').length).toBeGreaterThan(32);
    // The last 32 bytes of PKCS #8 are the key itself.
    const bare = Buffer.from(secret, 'base64').subarray(-32);
    for (const form of ['hex', 'base64', 'base64url'] as const) {
      expect(written).not.toContain(bare.toString(form));
    }
    expect(written).not.toContain(secret);
    expect(readdirSync(folder)).toEqual(['signing-key.json']);
  });

  test('is not made where the system keeps no secrets', async () => {
    const folder = temporaryFolder();
    const key = keyIn(folder, keyRing(false));
    expect(await key.read()).toEqual({ available: false, key: null });
    await expect(key.create()).rejects.toThrow('not-possible');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that the system does not give back signs nothing, and says so', async () => {
    const folder = temporaryFolder();
    await keyIn(folder, keyRing()).create();
    await expect(keyIn(folder, keyRing()).sign(manifest)).rejects.toThrow();
  });

  test('whose file is no such file is none', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'signing-key.json'), '{"publicKey": "mine"}');
    expect(await keyIn(folder, keyRing()).sign(manifest)).toBeNull();
  });
});
