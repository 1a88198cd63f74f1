// Watches a program and all its processes for network sockets, by the system calls they make.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const canWatch = (): boolean => {
  try {
    execFileSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/**
 * Runs a program to its end, under watch.
 * @returns its exit code, and each call that opened or used an internet socket
 */
export async function watchSockets(
  command: string,
  args: readonly string[],
): Promise<{ code: number | null; calls: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'deskwise-sockets-'));
  try {
    const child = spawn(
      'strace',
      ['-ff', '-qq', '-e', 'trace=%network', '-o', join(folder, 'calls'), command, ...args],
      { stdio: 'ignore' },
    );
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    const calls = readdirSync(folder)
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
      .filter((line) => /\bAF_INET6?\b/.test(line));
    return { code, calls };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
