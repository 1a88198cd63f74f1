// A broken twin: the sync as it would be with one protection taken out, to see that a check catches it.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const project = join(import.meta.dirname, '..', '..', '..');
// Inside the project, where its packages are found.
const twins = join(project, 'out', 'twins', String(process.pid));
let made = 0;

afterAll(() => rmSync(twins, { recursive: true, force: true }));

/**
 * The module `wanted` of the sync, from a copy in which `protection` reads `instead`.
 * @throws where the file does not have these words exactly once: a twin must not be the original
 */
export async function twin<Module>(
  wanted: string,
  { file, protection, instead }: { file: string; protection: string; instead: string },
): Promise<Module> {
  const copy = join(twins, String(++made));
  const sync = join('main', 'service', 'sync');
  mkdirSync(join(copy, 'core'), { recursive: true });
  cpSync(join(project, 'core', 'zod.ts'), join(copy, 'core', 'zod.ts'));
  for (const folder of [join('core', 'sync'), sync]) {
    cpSync(join(project, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => !path.endsWith('.test.ts'),
    });
  }
  // One class for both: faults of the network come from outside of the twin.
  writeFileSync(
    join(copy, sync, 'web.ts'),
    `export * from ${JSON.stringify(join(project, sync, 'web'))};\n`,
  );
  const broken = join(copy, sync, file);
  const parts = readFileSync(broken, 'utf8').split(protection);
  if (parts.length !== 2) throw new Error(`${file} has “${protection}” ${parts.length - 1} times`);
  writeFileSync(broken, parts.join(instead));
  return (await import(/* @vite-ignore */ join(copy, sync, wanted))) as Module;
}
