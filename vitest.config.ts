// Unit tests stand beside their files; what spans rooms, but needs no window, in tests/unit.
import { defineConfig } from 'vitest/config';
import { twins } from './tests/unit/support/module-twins.mjs';

export default defineConfig({
  plugins: [twins()],
  test: {
    include: ['{core,main,renderer,build,tests/unit}/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/unit/support/chance.ts'],
    // Nothing is decided by how fast a computer is: this only ends what hangs.
    testTimeout: 60_000,
  },
});
