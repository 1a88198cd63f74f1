// A course of 1 GB as a pack and back, beside zip and unzip with the same files, stored as ours are.
import { execFileSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { built } from './built.mjs';
import { median } from './median.mjs';

const rounds = 2;
const megabyte = 1024 * 1024;
/** Films of 40 MB, as they come from a camera: nothing packs them any smaller. */
const films = 25;
const filmBytes = 40 * megabyte;
const allBytes = films * filmBytes;

/** @returns {Promise<import('./run.mjs').Row[]>} */
export async function pack() {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskwise-pack-'));
  const at = (/** @type {string[]} */ ...names) => path.join(folder, ...names);
  try {
    writeCourse(at('course'));
    const script = await built('tests/bench/pack-service.ts', at('out'));
    /** @type {typeof import('./pack-service')} */
    const packs = await import(pathToFileURL(script).href);
    /** @type {Record<'pack' | 'zip' | 'unpack' | 'unzip', number[]>} */
    const times = { pack: [], zip: [], unpack: [], unzip: [] };
    let peak = 0;
    // In turn, so that both meet the disk in the same mood.
    for (let round = 0; round <= rounds; round++) {
      const ours = await measured(() => packs.write(at('course'), at('x.course')));
      const zip = seconds(() => {
        execFileSync('zip', ['-q', '-0', '-r', at('x.zip'), '.'], { cwd: at('course') });
        onDisk(at('x.zip'));
      });
      mkdirSync(at('staging'));
      const back = await measured(() => packs.unpack(at('x.course'), at('staging')));
      rmSync(at('staging'), { recursive: true });
      const unzip = seconds(() => {
        execFileSync('unzip', ['-q', at('x.zip'), '-d', at('unzipped')]);
        onDisk(at('unzipped'));
      });
      rmSync(at('unzipped'), { recursive: true });
      for (const file of ['x.course', 'x.zip']) rmSync(at(file));
      // The first round only warms the disk.
      if (round === 0) continue;
      times.pack.push(ours.seconds);
      times.zip.push(zip);
      times.unpack.push(back.seconds);
      times.unzip.push(unzip);
      peak = Math.max(peak, ours.bytes, back.bytes);
    }
    return [
      speed('a course of 1 GB packed and signed', times.pack, 'zip', times.zip),
      speed('a signed pack of 1 GB unpacked and proven', times.unpack, 'unzip', times.unzip),
      {
        name: 'memory beyond the start while it is packed and unpacked',
        value: peak / megabyte,
        unit: 'MB',
        reference: `the course: ${allBytes / megabyte} MB`,
        ratio: peak / allBytes,
        goal: '≤ 150 MB',
        holds: peak <= 150 * megabyte,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * `zip` and `unzip` neither hash nor sign, and read each byte once where a pack is read to be hashed
 * and again to be written: a share of their speed is the goal.
 * @param {string} name
 * @param {number[]} ours seconds
 * @param {string} tool
 * @param {number[]} theirs seconds
 */
function speed(name, ours, tool, theirs) {
  const perSecond = (/** @type {number} */ time) => allBytes / megabyte / time;
  const ratio = median(ours.map((time, round) => (theirs[round] ?? time) / time));
  return {
    name,
    value: perSecond(median(ours)),
    unit: 'MB/s',
    reference: `${tool}, the same files: ${perSecond(median(theirs)).toFixed(0)} MB/s`,
    ratio,
    goal: `≥ 0.4 × the speed of ${tool}`,
    holds: ratio >= 0.4,
  };
}

/** @param {() => void} work */
function seconds(work) {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
}

/**
 * Until it is on the disk: a pack is not done before.
 * @param {string} place
 */
const onDisk = (place) => execFileSync('sync', ['-f', place]);

/**
 * How long it takes, and how much more memory than before.
 * @param {() => Promise<unknown>} work
 */
async function measured(work) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let bytes = 0;
  const watch = setInterval(() => {
    bytes = Math.max(bytes, process.memoryUsage().rss - before);
  }, 20);
  const from = performance.now();
  await work();
  clearInterval(watch);
  return { seconds: (performance.now() - from) / 1000, bytes };
}

/** @param {string} folder */
function writeCourse(folder) {
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  const matter = (/** @type {string} */ lines) => `---\n${lines}\n---\n`;
  writeFileSync(
    path.join(folder, 'course.md'),
    matter(
      'id: films\ntitle: Films\nsummary: Films.\nlanguage: en\nversion: 1.0.0\nlevel: basic\nformat: 1',
    ),
  );
  writeFileSync(
    path.join(folder, '01-look.md'),
    `${matter('title: Look\nobjectives: [Look]')}Look.\n`,
  );
  const film = Buffer.alloc(filmBytes);
  for (let at = 0; at < films; at++) {
    randomFillSync(film);
    writeFileSync(path.join(folder, 'assets', `film-${at}.bin`), film);
  }
  if (statSync(path.join(folder, 'assets', 'film-0.bin')).size !== filmBytes) {
    throw new Error('the course for the bench was not written');
  }
}
