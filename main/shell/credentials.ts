// The system's place for secrets. Where it has none that is worth the name, nothing is kept.
import { safeStorage } from 'electron';

/** The asynchronous half is missing from older runtimes, the other one from newer ones. */
const isAsync = typeof safeStorage.encryptStringAsync === 'function';

/** Without a key ring, Chromium on Linux would hide secrets under a password that is no secret. */
export async function canKeepSecrets(): Promise<boolean> {
  const available = isAsync
    ? await safeStorage.isAsyncEncryptionAvailable()
    : safeStorage.isEncryptionAvailable();
  if (!available) return false;
  return (
    process.platform !== 'linux' ||
    !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
  );
}

export const seal = async (secret: string): Promise<Buffer> =>
  isAsync ? safeStorage.encryptStringAsync(secret) : safeStorage.encryptString(secret);

/** Throws when the system does not give the secret back. */
export const unseal = async (sealed: Buffer): Promise<string> =>
  isAsync
    ? (await safeStorage.decryptStringAsync(sealed)).result
    : safeStorage.decryptString(sealed);
