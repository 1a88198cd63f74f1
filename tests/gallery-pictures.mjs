// Photographs every block of the gallery, and writes docs/blocks.md around the pictures.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const docs = path.join(import.meta.dirname, '..', 'docs');
const folder = path.join(docs, 'images', 'blocks');
const lessons = ['questions', 'kept', 'groups', 'text'];

/**
 * Goes through the lessons of the gallery in a window that shows one.
 * @param {import('playwright').Page} page
 */
export async function photographGallery(page) {
  mkdirSync(folder, { recursive: true });
  const parts = [];
  for (const lesson of lessons) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `/course/gallery/lesson/${lesson}`);
    const text = page.locator('.lesson__text');
    await text.locator('h2').first().waitFor();
    // A long lesson stands in two steps; the second follows at once.
    await page.waitForTimeout(500);
    const blocks = await blocksOf(page);
    parts.push({
      title: (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
      blocks,
    });
    for (const { kind } of blocks) await photograph(page, kind);
  }
  writeFileSync(path.join(docs, 'blocks.md'), pageOf(parts));
}

/**
 * The block of each chapter is what stands before “How … is written”; it is marked in the page.
 * @param {import('playwright').Page} page
 * @returns {Promise<{ kind: string; use: string; source: string }[]>}
 */
const blocksOf = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.lesson__text h2')].flatMap((heading) => {
      const kind = heading.textContent.trim();
      const between = [];
      let next = heading.nextElementSibling;
      for (; next && !next.matches('h3'); next = next.nextElementSibling) between.push(next);
      const block = between.at(-1);
      if (!next || !block) return [];
      block.setAttribute('data-photograph', kind);
      const source = next.nextElementSibling?.querySelector('code')?.textContent ?? '';
      return [{ kind, use: between[0]?.textContent.trim() ?? '', source }];
    }),
  );

/**
 * @param {import('playwright').Page} page
 * @param {string} kind
 */
async function photograph(page, kind) {
  const block = page.locator(`[data-photograph="${kind}"]`);
  await block.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.mouse.move(1, 400);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  await block.screenshot({ path: path.join(folder, `${kind}.png`) });
}

/** @param {{ title: string; blocks: { kind: string; use: string; source: string }[] }[]} parts */
const pageOf = (parts) =>
  `${[
    '# All blocks',
    'Every block as the learner sees it and as it is written. The course *Gallery of all blocks* shows\nthe same, to be tried (Settings, For trainers). The rules are in\n[the course format](course-format.md). `npm run screenshots` makes this page.',
    ...parts.flatMap(({ title, blocks }) => [
      `## ${title}`,
      ...blocks.flatMap(({ kind, use, source }) => [
        `### ${kind}`,
        use,
        `![The block ${kind} on screen](images/blocks/${kind}.png)`,
        `\`\`\`\`markdown\n${source.trim()}\n\`\`\`\``,
      ]),
    ]),
  ].join('\n\n')}\n`;
