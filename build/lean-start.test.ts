// A window that would read schemas at its start is not built; what it reads later may have them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { leanStart } from './lean-start.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'deskwise-lean-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = {
  'renderer/index.html': '<script type="module" src="./main.tsx"></script>',
  'renderer/later.ts': "import { z } from '../core/zod';\ndocument.title = z();\n",
  'core/row.ts': "import { z } from './zod';\nexport const row = () => z();\n",
  'core/zod.ts': 'export const z = () => document.URL;\n',
};

/** Builds a small window, split as ours is or as the bundler likes. */
async function built(main: string, isInOnePiece: boolean): Promise<void> {
  for (const [file, text] of Object.entries({ ...files, 'renderer/main.tsx': main })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const groups = isInOnePiece ? [{ name: 'start', test: /renderer\/main\.tsx$/ }] : [];
  await build({
    ...{ root: path.join(folder, 'renderer'), configFile: false, logLevel: 'silent' },
    plugins: [leanStart()],
    build: {
      write: false,
      rolldownOptions: {
        input: path.join(folder, 'renderer/index.html'),
        output: { codeSplitting: { groups } },
      },
    },
  });
}

const later = "void import('./later');\n";

test.each([true, false])('in one piece or not (%j)', async (isInOnePiece) => {
  const reads = `import { row } from '../core/row';\n${later}document.title = row();\n`;
  await expect(built(reads, isInOnePiece)).rejects.toThrow('zod is in what the window reads');
  await expect(built(later, isInOnePiece)).resolves.toBeUndefined();
});
