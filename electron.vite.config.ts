// How the three processes are built: shell and service as modules, the preload as one sandboxed script, the window by Vite.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { noInnerHtml } from './build/no-inner-html.mjs';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: true,
      minify: true,
      rolldownOptions: {
        input: { shell: 'main/shell/main.ts', service: 'main/service/service.ts' },
        output: { format: 'es' },
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
    plugins: [react(), noInnerHtml()],
    build: {
      outDir: 'out/renderer',
      // Read and compiled at each start: smaller is sooner on screen.
      minify: true,
      // Fonts and pictures stay files: the content policy allows no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
