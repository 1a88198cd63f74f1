// How the player is built: scripts that a page can hold in itself, since a browser reads no modules from a file.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { noInnerHtml } from './build/no-inner-html.mjs';

const at = (...path: string[]): string => resolve(import.meta.dirname, ...path);

/** The words that the screens of a learner use, one file a language: each page carries one. */
const namespaces = [
  ...['common', 'course', 'error', 'group', 'item', 'kept', 'lesson', 'player', 'prose', 'result'],
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

/** `--mode judge` builds the other script. */
export default defineConfig(({ mode }) => {
  const name = mode === 'judge' ? 'judge' : 'player';
  const isPlayer = name === 'player';
  return {
    root: at('renderer'),
    publicDir: false,
    base: './',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: isPlayer ? [react(), words(), noInnerHtml()] : [],
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
        input: at('renderer', 'player', isPlayer ? 'main.tsx' : 'judge.ts'),
        output: {
          format: 'iife',
          codeSplitting: false,
          entryFileNames: `${name}.js`,
          assetFileNames: ({ names }) =>
            names.some((each) => each.endsWith('.css')) ? 'player.css' : 'fonts/[name][extname]',
        },
      },
    },
  };
});
