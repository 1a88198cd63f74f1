// A training office with courses, a key and a web server, for the tests of the catalogue.
import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Nginx } from '../unit/support/nginx';
import { asRoot } from './app';
import { deskCourses } from './screens';

export class Office {
  readonly folder = mkdtempSync(join(tmpdir(), 'deskwise-office-'));
  readonly site = join(this.folder, 'site');
  readonly server: Nginx;

  constructor() {
    for (const name of ['packs', 'site', 'nginx']) mkdirSync(join(this.folder, name));
    this.server = new Nginx(join(this.folder, 'nginx'), this.site);
    this.run('catalogue', 'key', 'office.key');
  }

  /** The command line of the packaged app. */
  run(...argv: string[]): string {
    const program = process.env.DESKWISE_PACKED_TEST ?? '';
    return execFileSync(program, [...asRoot, ...argv], { cwd: this.folder, encoding: 'utf8' });
  }

  /** Puts a version of the course for tests among the packs. */
  pack(version: string, film = 0): void {
    const root = join(this.folder, 'far-post');
    cpSync(join(deskCourses, '02-far-post'), root, { recursive: true });
    const file = join(root, 'course.md');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/^version: .*$/m, `version: ${version}`),
    );
    if (film > 0) {
      mkdirSync(join(root, 'assets'), { recursive: true });
      writeFileSync(join(root, 'assets', 'film.bin'), Buffer.alloc(film, 'film'));
    }
    this.run('pack', 'far-post', '--out', join('packs', `far-post-${version}.course`));
  }

  publish(...more: string[]): void {
    const argv = ['build', 'packs', '--to', 'site', '--key', 'office.key'];
    this.run('catalogue', ...argv, '--name', 'Courses of Norlund', ...more);
  }

  /** As a policy names it. */
  publicKey(): string {
    const key = createPublicKey(readFileSync(join(this.folder, 'office.key')));
    return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
  }

  async close(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
