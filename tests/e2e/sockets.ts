// Watches a program and all its processes for network sockets, by the system calls they make.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Only Linux has strace, and set-up brings it there. */
export const canWatch = process.platform === 'linux';

const watchWith = (log: string): string[] => ['-ff', '-qq', '-e', 'trace=%network', '-o', log];

export class SocketWatch {
  readonly folder = mkdtempSync(join(tmpdir(), 'deskwise-sockets-'));
  private readonly log = join(this.folder, 'calls');

  /**
   * Runs a program to its end, under watch.
   * @returns its exit code
   */
  run(command: string, args: readonly string[]): Promise<number | null> {
    const child = spawn('strace', [...watchWith(this.log), command, ...args], { stdio: 'ignore' });
    return new Promise((resolve) => child.once('exit', resolve));
  }

  /** A program that is another under watch, for those who must start it themselves. */
  wrapped(command: string): string {
    const file = join(this.folder, 'watched.sh');
    const words = ['exec', 'strace', ...watchWith(this.log), command].map((word) => `'${word}'`);
    writeFileSync(file, `#!/bin/sh\n${words.join(' ').replace("'exec'", 'exec')} "$@"\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /**
   * Each call that opened an internet socket, or bound, connected or sent with one.
   *
   * Left out is the one kind that Chromium cannot do without: a datagram socket that it never
   * connects, by which it asks the system for the names of its own network interfaces. Were one
   * used for more, the call that does so would be listed.
   */
  calls(): string[] {
    return this.lines(/./)
      .filter((line) => /^(socket\(AF_INET|\w+\(.*sa_family=AF_INET)/.test(line))
      .filter(
        (line) => !/^socket\(AF_INET6?, SOCK_DGRAM(\|SOCK_CLOEXEC)?, IPPROTO_IP\)/.test(line),
      );
  }

  /** Each call, of whatever kind, that is written like this. */
  lines(pattern: RegExp): string[] {
    return readdirSync(this.folder)
      .filter((file) => file.startsWith('calls'))
      .flatMap((file) => readFileSync(join(this.folder, file), 'utf8').split('\n'))
      .filter((line) => pattern.test(line));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
