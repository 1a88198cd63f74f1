// A build step for the window: what a start reads holds no schemas. Making them would take longer than
// drawing Home does, and the window proves nothing: the service and the shell do.

/** @returns {import('vite').Plugin} */
export const leanStart = () => ({
  name: 'deskwise:lean-start',
  generateBundle(_, bundle) {
    /** What the page names, and by and by all that is read before it runs. */
    const read = new Set(
      Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' && chunk.isEntry ? [chunk.fileName] : [],
      ),
    );
    for (const name of read) {
      const chunk = bundle[name];
      if (chunk?.type !== 'chunk') continue;
      if (chunk.moduleIds.some((id) => id.endsWith('/core/zod.ts'))) {
        this.error(
          'zod is in what the window reads at its start: import a type, or a file without it',
        );
      }
      for (const other of chunk.imports) read.add(other);
    }
  },
});
