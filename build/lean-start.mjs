// A build step for the window: what a start reads holds no schemas. Making them would take longer than
// drawing Home does, and the window proves nothing: the service and the shell do.

/** @returns {import('vite').Plugin} */
export const leanStart = () => ({
  name: 'deskwise:lean-start',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.name !== 'start') continue;
      if (chunk.moduleIds.some((id) => id.endsWith('/core/zod.ts'))) {
        this.error(
          'zod is in what the window reads at its start: import a type, or a file without it',
        );
      }
    }
  },
});
