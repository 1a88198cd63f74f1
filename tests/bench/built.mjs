// The part of the app that is measured, built as in the app.
import path from 'node:path';
import { build } from 'vite';
import { inProject, root } from '../../build/set-up/project.mjs';

/**
 * @param {string} entry a module, from the project's folder
 * @param {string} folder where it is put
 * @returns {Promise<string>} the path of what was built
 */
export async function built(entry, folder) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: inProject(...entry.split('/')),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'built.mjs' } },
    },
  });
  return path.join(folder, 'built.mjs');
}
