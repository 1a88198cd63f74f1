// Bringing in a folder of ten thousand files, beside a plain copy of the same files.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { built } from './built.mjs';
import { median } from './median.mjs';

const rounds = 3;
const pages = 9000;
const pictures = 1000;
const megabyte = 1024 * 1024;

/** @returns {Promise<import('./run.mjs').Row[]>} */
export async function importing() {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskwise-import-'));
  const source = path.join(folder, 'Handbook');
  try {
    const textBytes = writeFolder(source);
    const script = await built('main/service/import/imports.ts', path.join(folder, 'out'));
    /** @type {Importing} */
    const service = await import(pathToFileURL(script).href);
    const times = { ours: /** @type {number[]} */ ([]), copy: /** @type {number[]} */ ([]) };
    let peak = 0;
    let longest = 0;
    // In turn, so that both meet the disk in the same mood.
    for (let round = 0; round <= rounds; round++) {
      const copied = path.join(folder, `copy-${round}`);
      const from = performance.now();
      cpSync(source, copied, { recursive: true });
      const copy = performance.now() - from;
      rmSync(copied, { recursive: true });
      const into = path.join(folder, `courses-${round}`);
      const ours = await bringIn(service, source, into);
      rmSync(into, { recursive: true });
      // The first round only warms the disk.
      if (round === 0) continue;
      times.copy.push(copy);
      times.ours.push(ours.milliseconds);
      peak = Math.max(peak, ours.bytes);
      longest = Math.max(longest, ours.longest);
    }
    const perSecond = (/** @type {number[]} */ all) => (pages + pictures) / (median(all) / 1000);
    const ratio = median(times.ours.map((each, round) => each / (times.copy[round] ?? each)));
    return [
      {
        name: 'a folder of 10,000 files brought in',
        value: perSecond(times.ours),
        unit: 'files/s',
        reference: `a plain copy: ${perSecond(times.copy).toFixed(0)} files/s`,
        ratio,
        goal: '≤ 4 × the time of the copy',
        holds: ratio <= 4,
      },
      {
        name: 'memory beyond the start while it comes in',
        value: peak / megabyte,
        unit: 'MB',
        reference: `all texts together: ${(textBytes / megabyte).toFixed(1)} MB`,
        ratio: peak / textBytes,
        goal: '≤ 150 MB',
        holds: peak <= 150 * megabyte,
      },
      {
        name: 'the longest others wait while it comes in',
        value: longest,
        unit: 'ms',
        reference: 'a slice of its work: 10 ms',
        ratio: longest / 10,
        goal: '≤ 500 ms',
        holds: longest <= 500,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {typeof import('../../main/service/import/imports')} Importing */

/**
 * One import as the service does it.
 * @param {Importing} importing
 * @param {string} source
 * @param {string} into
 */
async function bringIn({ openImports }, source, into) {
  const before = process.memoryUsage().rss;
  let bytes = 0;
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    bytes = Math.max(bytes, process.memoryUsage().rss - before);
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const from = performance.now();
  const imports = openImports({
    into,
    isTaken: () => false,
    isForbidden: () => false,
    onProgress: () => {},
    onDone: () => {},
    log: (words, error) => console.error(words, error),
  });
  imports.start(source);
  await imports.idle();
  const milliseconds = performance.now() - from;
  clearInterval(watch);
  const view = imports.view();
  if (view.state !== 'done') throw new Error(`the import ended as ${JSON.stringify(view)}`);
  return { milliseconds, bytes, longest };
}

/**
 * Pages as documentation has them: headings, lists, tables, boxes, code, links and pictures.
 * @param {string} folder
 */
function writeFolder(folder) {
  let bytes = 0;
  for (let part = 0; part < 90; part++) {
    const inPart = path.join(folder, `${String(part).padStart(2, '0')}-part`);
    mkdirSync(inPart, { recursive: true });
    for (let page = 0; page < pages / 90; page++) {
      const text = pageText(part, page);
      bytes += text.length;
      writeFileSync(path.join(inPart, `page-${page}.md`), text);
    }
  }
  mkdirSync(path.join(folder, 'images'));
  for (let at = 0; at < pictures; at++) {
    writeFileSync(path.join(folder, 'images', `Picture ${at}.png`), Buffer.alloc(10_000, at));
  }
  return bytes;
}

/**
 * @param {number} part
 * @param {number} page
 */
function pageText(part, page) {
  const next = `page-${(page + 1) % (pages / 90)}.md`;
  const words = 'Whoever gets a message that hurries them looks twice before they answer. '.repeat(
    12,
  );
  return `---
title: "Page ${page} of part ${part}"
---
# Page ${page}

${words}

See [the next page](${next}#in-short), [the web](https://norlund.example/a) and <b>this</b>.

![A picture](../images/Picture%20${(part * 100 + page) % pictures}.png)

:::note In short
${words}
:::

## In short

- one
- two with \`code\`
  - three<br>in two lines

| a | b |
| --- | --- |
| 1 | [2](${next}) |

\`\`\`js title="a.js"
const a = [1](2);
\`\`\`

<details>
<summary>More</summary>

${words}

</details>
`;
}
