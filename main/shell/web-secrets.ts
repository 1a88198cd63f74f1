// Names and passwords for servers: sealed in the data folder, each for one origin, and shown to nobody.
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '../../core/zod';
import type { Credentials } from './signing-key';

const written = z.record(z.string(), z.strictObject({ origin: z.string(), sealed: z.base64() }));
type Written = z.infer<typeof written>;

export class WebSecrets {
  private readonly file: string;
  /** Where the system keeps no secrets they are known until the app ends, and nowhere written. */
  private readonly held = new Map<string, { origin: string; secret: string }>();
  /** The newest change; the next one waits for it. */
  private changed: Promise<unknown> = Promise.resolve();

  constructor(
    dataFolder: string,
    private readonly credentials: () => Promise<Credentials>,
  ) {
    this.file = join(dataFolder, 'web-secrets.json');
  }

  /**
   * Keeps a name and password under a name of ours, to be sent to this origin only.
   * @returns false where it is known only until the app ends
   */
  keep(name: string, origin: string, user: string, password: string): Promise<boolean> {
    return this.inTurn(async () => {
      const secret = `${user}:${password}`;
      const { canKeepSecrets, seal } = await this.credentials();
      if (!(await canKeepSecrets())) {
        this.held.set(name, { origin, secret });
        return false;
      }
      const sealed = (await seal(secret)).toString('base64');
      this.held.delete(name);
      await this.write({ ...(await this.read()), [name]: { origin, sealed } });
      return true;
    });
  }

  forget(name: string): Promise<void> {
    return this.inTurn(async () => {
      this.held.delete(name);
      const { [name]: gone, ...rest } = await this.read();
      if (gone) await this.write(rest);
    });
  }

  /** All whose names begin with `start`. */
  forgetAll(start: string): Promise<void> {
    return this.inTurn(async () => {
      for (const name of this.held.keys()) if (name.startsWith(start)) this.held.delete(name);
      const known = Object.entries(await this.read());
      const rest = known.filter(([name]) => !name.startsWith(start));
      if (rest.length < known.length) await this.write(Object.fromEntries(rest));
    });
  }

  /** `user:password`; null where there is none for this origin, or the system does not give it back. */
  async reveal(name: string, origin: string): Promise<string | null> {
    const held = this.held.get(name);
    if (held) return held.origin === origin ? held.secret : null;
    const found = (await this.read())[name];
    if (!found || found.origin !== origin) return null;
    try {
      const { unseal } = await this.credentials();
      return await unseal(Buffer.from(found.sealed, 'base64'));
    } catch {
      // Another account of the system, or a key ring that was made anew.
      return null;
    }
  }

  /** Two at the same time would write what the other one has just changed as it was before. */
  private inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const result = this.changed.then(change);
    this.changed = result.catch(() => undefined);
    return result;
  }

  private async read(): Promise<Written> {
    if (!existsSync(this.file)) return {};
    try {
      return written.parse(JSON.parse(await readFile(this.file, 'utf8')));
    } catch {
      // Whoever signs in again mends it.
      return {};
    }
  }

  private async write(secrets: Written): Promise<void> {
    await writeFile(`${this.file}.new`, JSON.stringify(secrets), { mode: 0o600, flush: true });
    await rename(`${this.file}.new`, this.file);
  }
}
