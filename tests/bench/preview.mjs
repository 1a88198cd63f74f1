// From a keystroke in the middle of a lesson of 2,000 lines to the frame in which the preview shows it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { median } from './median.mjs';
import { launch, seededData } from './seed.mjs';

const lines = 2000;
const rounds = 25;
/** Where the cursor is put: a paragraph of its own in the middle. */
const place = 'Here the author writes';
/** Between two keystrokes: a brisk typist. */
const pauseMilliseconds = 250;

/** @returns {Promise<import('./run.mjs').Row[]>} */
export async function preview() {
  const data = await seededData();
  writeCourse(path.join(data, 'courses', 'bench'));
  try {
    const { electron, page } = await launch(data, '--lang', 'en');
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, '/studio/bench/01-long.md/1000');
    await page.locator('.preview', { hasText: place }).waitFor();
    const editor = page.locator('.cm-content');
    await editor.focus();
    // The cursor is in its line since the address named it.
    await page.keyboard.press('End');
    const shown = await keystrokes(page, 'preview');
    await addField(page);
    const bare = await keystrokes(page, 'field');
    await electron.close();
    const value = median(shown);
    const reference = median(bare);
    return [
      {
        name: `a keystroke in ${lines} lines, until the preview shows it`,
        value,
        unit: 'ms',
        reference: `a plain text field with the same text: ${reference.toFixed(1)} ms`,
        ratio: value / reference,
        goal: '≤ 50 ms',
        holds: value <= 50,
      },
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * Presses a key some times, and gives how long each took in the window itself: from the key to the
 * frame after the page changed. The first one only warms it up.
 * @param {import('playwright').Page} page
 * @param {'preview' | 'field'} where
 * @returns {Promise<number[]>}
 */
async function keystrokes(page, where) {
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    const waiting = page.evaluate(
      ({ where, place, round }) =>
        /** @type {Promise<number>} */ (
          new Promise((resolve, reject) => {
            setTimeout(() => reject(new Error('the keystroke never showed')), 20_000);
            let from = 0;
            const done = () => requestAnimationFrame(() => resolve(performance.now() - from));
            // In the capturing phase: before the editor hears of it.
            window.addEventListener(
              'keydown',
              (event) => {
                from = event.timeStamp;
                if (where === 'field') {
                  document.querySelector('#bare')?.addEventListener('input', done, { once: true });
                }
              },
              { capture: true, once: true },
            );
            if (where === 'field') return;
            const wanted = `${place}${'x'.repeat(round + 1)}`;
            const box = document.querySelector('.preview');
            const observer = new MutationObserver(() => {
              if (!box?.textContent?.includes(wanted)) return;
              observer.disconnect();
              done();
            });
            if (box) observer.observe(box, { subtree: true, childList: true, characterData: true });
          })
        ),
      { where, place, round },
    );
    await page.waitForTimeout(pauseMilliseconds);
    await page.keyboard.press('x');
    const time = await waiting;
    if (round > 0) times.push(time);
  }
  return times;
}

/**
 * The same text in a field of the system, in the place of the app: what a keystroke takes at least.
 * @param {import('playwright').Page} page
 */
const addField = (page) =>
  page.evaluate((text) => {
    document.body.replaceChildren();
    const field = document.createElement('textarea');
    field.id = 'bare';
    field.rows = 30;
    field.cols = 60;
    field.value = text;
    document.body.append(field);
    field.focus();
    field.setSelectionRange(text.length / 2, text.length / 2);
  }, lessonText());

/** @param {string} folder */
export function writeCourse(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'course.md'),
    '---\nid: bench\ntitle: Bench\nsummary: Long.\nlanguage: en\nversion: 1.0.0\nlevel: basic\nformat: 1\n---\n',
  );
  writeFileSync(path.join(folder, '01-long.md'), lessonText());
}

/** As trainers write: paragraphs, lists, a table and a question in each part. */
export function lessonText() {
  const part = (/** @type {number} */ at) => [
    `## Part ${at}`,
    '',
    `Whoever gets a **message** that hurries them looks twice before they answer, part ${at}.`,
    'It costs a minute, and [asking](https://norlund.example/ask) costs nothing.',
    '',
    '- Look at the address, not at the name',
    '- Look where the link *really* leads',
    '  - also when it comes from a colleague',
    '',
    '> [!TIP]',
    '> When in doubt, call the number you know.',
    '',
    '| sign | means |',
    '| --- | --- |',
    `| hurry | somebody wants part ${at} at once |`,
    '',
    `::: choice #q${at}`,
    `Which message of part ${at} is real?`,
    '',
    '- [ ] The first one',
    '  > Its address is strange.',
    '- [x] The second one',
    '  > Right.',
    '',
    '> [!WHY] You asked by another way.',
    ':::',
    '',
  ];
  const text = ['---', 'title: Long', 'objectives: [Write]', '---', ''];
  for (let at = 1; text.length < lines; at++) {
    if (text.length < 1000 && text.length + part(at).length >= 1000) {
      // The line that the address names.
      while (text.length < 999) text.push('');
      text.push(place, '');
    }
    text.push(...part(at));
  }
  return `${text.slice(0, lines - 1).join('\n')}\n`;
}
