// How the player is built: scripts that a page can hold in itself, since a browser reads no modules from a
// file; and the module by which the service draws sheets to print.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { noInnerHtml } from './build/no-inner-html.mjs';

const at = (...path: string[]): string => resolve(import.meta.dirname, ...path);

/** The words that the screens of a learner use, one file a language: each page carries one. */
const namespaces = [
  ...[
    'common',
    'course',
    'error',
    'group',
    'item',
    'kept',
    'lesson',
    'paper',
    'player',
    'prose',
    'result',
  ],
];

function words(): Plugin {
  return {
    name: 'words',
    generateBundle() {
      const folder = at('renderer', 'text');
      for (const { name } of readdirSync(folder, { withFileTypes: true })) {
        const files = namespaces.map((namespace) => join(folder, name, `${namespace}.json`));
        if (!/^[a-z]{2}$/.test(name)) continue;
        const all = files.map((file) => [
          basename(file, '.json'),
          JSON.parse(readFileSync(file, 'utf8')),
        ]);
        const source = JSON.stringify(Object.fromEntries(all));
        this.emitFile({ type: 'asset', fileName: `words/${name}.json`, source });
      }
    },
  };
}

/** `--mode judge` builds the other script, `--mode paper` the module. */
export default defineConfig(({ mode }) => {
  const name = mode === 'judge' || mode === 'paper' ? mode : 'player';
  const isPlayer = name === 'player';
  const isPaper = name === 'paper';
  const inputs = {
    player: 'main.tsx',
    judge: 'judge.ts',
    paper: at('renderer', 'paper', 'main.tsx'),
  };
  return {
    root: at('renderer'),
    publicDir: false,
    base: './',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      ...(isPlayer || isPaper ? [react(), noInnerHtml()] : []),
      ...(isPlayer ? [words()] : []),
    ],
    resolve: {
      alias: isPlayer
        ? [{ find: /^\.\/judge$/, replacement: at('renderer', 'player', 'judge-beside.ts') }]
        : [],
    },
    build: {
      outDir: at('out', 'player'),
      emptyOutDir: isPlayer,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        // Only what makes pieces at run time asks for it, and there is one piece.
        checks: { emptyImportMeta: false },
        input: resolve(at('renderer', 'player'), inputs[name]),
        preserveEntrySignatures: isPaper ? 'strict' : false,
        output: {
          format: isPaper ? 'cjs' : 'iife',
          codeSplitting: false,
          entryFileNames: isPaper ? 'paper.cjs' : `${name}.js`,
          assetFileNames: ({ names }) =>
            names.some((each) => each.endsWith('.css')) ? `${name}.css` : 'fonts/[name][extname]',
        },
      },
    },
  };
});
