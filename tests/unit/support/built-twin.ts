// The same program without one of its protections, built whole: a check that such a twin passes, too, proves nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { projectFolder, temporaryFolder } from './folders';

export interface Removal {
  /** From the project's folder. */
  file: string;
  /** Words that stand there once. */
  from: string;
  to: string;
}

/** A module and all it imports, with these places changed. */
export async function twinOf<Module>(entry: string, removals: readonly Removal[]): Promise<Module> {
  for (const { file, from } of removals) {
    const count = readFileSync(join(projectFolder, file), 'utf8').split(from).length - 1;
    if (count !== 1) throw new Error(`“${from}” stands ${count} times in ${file}`);
  }
  const remove: Plugin = {
    name: 'without a protection',
    enforce: 'pre',
    transform(code, id) {
      const own = removals.filter(({ file }) => id === join(projectFolder, file));
      return own.length === 0
        ? null
        : own.reduce((text, { from, to }) => text.replace(from, () => to), code);
    },
  };
  const outDir = temporaryFolder();
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [remove],
    ssr: { noExternal: true },
    build: {
      ssr: join(projectFolder, entry),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'twin.mjs', format: 'es' } },
    },
  });
  return import(/* @vite-ignore */ pathToFileURL(join(outDir, 'twin.mjs')).href);
}
