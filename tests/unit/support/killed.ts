// A program of the tests in a process of its own, which is killed in the middle of its work.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { temporaryFolder } from './folders';

/** Builds a program and gives its path. */
export async function builtProgram(source: URL): Promise<string> {
  const outDir = temporaryFolder();
  const addon = createRequire(import.meta.url).resolve('better-sqlite3');
  await build({
    configFile: false,
    logLevel: 'silent',
    // What is compiled cannot be built in, and is found from nowhere but its own place.
    resolve: { alias: { 'better-sqlite3': pathToFileURL(addon).href } },
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(source),
      outDir,
      rolldownOptions: {
        external: /^file:/,
        output: { entryFileNames: 'program.mjs', format: 'es' },
      },
    },
  });
  return join(outDir, 'program.mjs');
}

/**
 * Lets a program write so many lines, kills it after some more milliseconds, and gives the whole lines
 * that it wrote. Throws where it ends by itself.
 */
export function killAfter(
  lines: number,
  [program, ...args]: readonly [string, ...string[]],
  milliseconds = 0,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const kill = () => child.kill('SIGKILL');
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length <= lines) return;
      if (milliseconds === 0) kill();
      else setTimeout(kill, milliseconds);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== null) reject(new Error(`it ended by itself with ${code}`));
      else resolve(said.split('\n').slice(0, -1));
    });
  });
}
