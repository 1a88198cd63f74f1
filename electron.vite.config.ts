// How the three processes are built: shell and service in pieces that are read when they are used, the preload as one sandboxed script, the window by Vite.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { chunkOf, lazyChunks } from './build/lazy-chunks.mjs';
import { leanStart } from './build/lean-start.mjs';
import { noInnerHtml } from './build/no-inner-html.mjs';

export default defineConfig({
  main: {
    plugins: [lazyChunks()],
    build: {
      outDir: 'out/main',
      sourcemap: true,
      minify: true,
      rolldownOptions: {
        input: { shell: 'main/shell/main.ts', service: 'main/service/service.ts' },
        output: {
          // Read synchronously, and so in less time than modules are.
          format: 'cjs',
          entryFileNames: '[name].cjs',
          // Beside the two: paths that start from `import.meta.dirname` hold in every file.
          chunkFileNames: '[name]-[hash].cjs',
          codeSplitting: {
            // Each file and each package by itself: what a start does not touch, it does not read.
            includeDependenciesRecursively: false,
            groups: [{ name: chunkOf, debugName: 'files and packages' }],
          },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can load nothing but itself.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'main/shell/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), noInnerHtml(), leanStart()],
    build: {
      outDir: 'out/renderer',
      // Read and compiled at each start: smaller is sooner on screen.
      minify: true,
      // Fonts and pictures stay files: the content policy allows no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: 'renderer/index.html',
        output: {
          codeSplitting: {
            // With all that it imports: each file more would cost the shell more time at a start than
            // it takes the window to read it.
            groups: [{ name: 'start', test: /renderer\/main\.tsx$/ }],
          },
        },
      },
    },
  },
});
