// From a click on a lesson to the lesson on screen, and how smoothly a very long one scrolls.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median } from './median.mjs';
import { launch, seededData } from './seed.mjs';

const rounds = 9;
const longLesson = 500;

/** @returns {Promise<import('./run.mjs').Row[]>} */
export async function lesson() {
  const data = await seededData();
  const courses = mkdtempSync(path.join(tmpdir(), 'deskwise-long-'));
  writeLongCourse(path.join(courses, '01-long'));
  try {
    const { electron, page } = await launch(data, '--courses', courses, '--open', 'gallery');
    const all = await openings(page, 'gallery', 'all');
    const empty = await openings(page, 'long', 'empty');
    const frames = await framesOfScrolling(page);
    await electron.close();
    const value = median(all);
    const reference = median(empty);
    const longest = Math.max(...frames);
    return [
      {
        name: 'the lesson with all kinds, from click to screen',
        value,
        unit: 'ms',
        reference: `a lesson of one line: ${reference.toFixed(1)} ms`,
        ratio: value / reference,
        goal: '≤ 100 ms',
        holds: value <= 100,
      },
      {
        name: `the longest frame while ${longLesson} questions scroll by`,
        value: longest,
        unit: 'ms',
        reference: `the frame in the middle: ${median(frames).toFixed(1)} ms`,
        ratio: longest / median(frames),
        goal: '≤ 50 ms',
        holds: longest <= 50,
      },
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
    rmSync(courses, { recursive: true, force: true });
  }
}

/**
 * Goes from the course to the lesson as a click on its link does, measured in the window itself:
 * until the frame with its title and its first screen. The rest follows when there is time for it.
 * @param {import('playwright').Page} page
 * @param {string} course
 * @param {string} id
 */
async function openings(page, course, id) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `/course/${course}`);
    const link = page.locator(`a[href$="/course/${course}/lesson/${id}"]`).first();
    await link.waitFor();
    times.push(
      await link.evaluate(
        (element) =>
          /** @type {Promise<number>} */ (
            new Promise((resolve, reject) => {
              setTimeout(() => reject(new Error('the lesson did not come')), 20_000);
              const from = performance.now();
              const observer = new MutationObserver(() => {
                if (!document.querySelector('.lesson__text')) return;
                observer.disconnect();
                requestAnimationFrame(() => resolve(performance.now() - from));
              });
              observer.observe(document.body, { subtree: true, childList: true });
              /** @type {HTMLElement} */ (element).click();
            })
          ),
      ),
    );
  }
  return times;
}

/**
 * The length of each frame, in milliseconds, while the long lesson is scrolled through.
 * @param {import('playwright').Page} page
 * @returns {Promise<number[]>}
 */
async function framesOfScrolling(page) {
  await page.evaluate(() => {
    window.location.hash = '/course/long/lesson/many';
  });
  await page
    .locator('section.item')
    .nth(longLesson - 1)
    .waitFor({ state: 'attached' });
  await page.waitForTimeout(2000);
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const item = document.querySelector('section.item');
        let box = item?.parentElement ?? document.documentElement;
        while (box.parentElement && box.scrollHeight <= box.clientHeight + 1)
          box = box.parentElement;
        /** @type {number[]} */
        const frames = [];
        let last = performance.now();
        const begin = last;
        const step = () => {
          const now = performance.now();
          frames.push(now - last);
          last = now;
          box.scrollTop += 120;
          if (now - begin < 5000) requestAnimationFrame(step);
          else resolve(frames.slice(2));
        };
        requestAnimationFrame(step);
      }),
  );
}

/** @param {string} folder */
function writeLongCourse(folder) {
  mkdirSync(folder, { recursive: true });
  const matter = (/** @type {string} */ lines) => `---\n${lines}\n---\n`;
  writeFileSync(
    path.join(folder, 'course.md'),
    matter(
      'id: long\ntitle: Long\nsummary: Long.\nlanguage: en\nversion: 1.0.0\nlevel: basic\nformat: 1',
    ),
  );
  writeFileSync(
    path.join(folder, '01-empty.md'),
    `${matter('title: Empty\nobjectives: [Read]')}One line.\n`,
  );
  const question = (/** @type {number} */ at) =>
    `::: choice #q${at}\nWhich of these is number ${at}?\n\n- [x] This one\n  > Yes.\n- [ ] That one\n  > No.\n- [ ] None of them\n  > One is.\n\n> [!WHY] It says so.\n:::\n`;
  writeFileSync(
    path.join(folder, '02-many.md'),
    matter('title: Many\nobjectives: [Scroll]') +
      Array.from({ length: longLesson }, (_, at) => question(at)).join('\n'),
  );
}
