// A small course made into a page and packages, as the service makes them, with the real player.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExportFormat } from '../../core/player/formats';
import { PlayerFiles } from '../../main/service/export/player-files';
import { writeExport } from '../../main/service/export/write-export';
import { readCourse } from '../../main/service/library/read-course';
import { noParseCache } from '../../main/service/store/parse-cache';

const files = {
  'course.md': `---
id: desk
title: A safe desk
summary: Two habits.
language: en
version: 1.0.0
pass: 60
sure: never
---

Begin with [locks](01-locks.md).
`,
  '01-locks.md': `---
title: Locks
minutes: 2
---

![A desk with a locked screen](assets/desk.svg)

::: choice #leaving {tries=1}
You leave for a coffee. What do you do?

- [x] Lock the screen
  > Right: one second.
- [ ] Turn it down
  > Whoever sits down turns it up.

> [!WHY] It needs no watching.
:::

::: reflect #mine
What will you do tomorrow?

---

Lock it.
:::
`,
  '02-words.md': `---
title: Words
minutes: 1
---

::: truefalse #long {tries=1}
True or false?

- [x] Long words are stronger
  > There are more of them.

> [!WHY] Each sign counts.
:::

::: blanks #gap
Press the [[lock]] key.

> [!WHY] It is a habit.
:::
`,
  'assets/desk.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="400" height="200"><rect width="40" height="20" fill="#0a5c4b"/></svg>`,
};

const player = new PlayerFiles(join(import.meta.dirname, '..', '..', 'out', 'player'));

/** The file that an export in this format gives. */
export async function exported(format: ExportFormat): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'deskwise-elsewhere-'));
  const root = join(folder, 'desk');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const found = { course: readCourse(root, noParseCache), root, stamp: 1, fingerprint: '1' };
  const file = join(folder, format === 'html' ? 'desk.html' : 'desk.zip');
  await writeExport(
    { found, format, language: 'en', paper: 'a4', organisation: {} },
    { player, file, signal: new AbortController().signal, onShare: () => {} },
  );
  return file;
}
