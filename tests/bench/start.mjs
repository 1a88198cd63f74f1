// From the start of the process to a readable home screen, and the memory it then takes, against a bare window.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setUp } from '../../build/set-up.mjs';
import { median } from './median.mjs';
import { run } from './process.mjs';
import { seededData } from './seed.mjs';

const rounds = 9;
const bareWindow = path.join(import.meta.dirname, 'bare-window');
const app = process.env.DESKWISE_PACKED_RELEASE ?? '';

/** @returns {Promise<import('./run.mjs').Row[]>} */
export async function start() {
  const { electronPath, env } = await setUp({ display: true });
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const folder = mkdtempSync(path.join(tmpdir(), 'deskwise-bench-'));
  const seed = await seededData();
  const all = { ...process.env, ...env };

  const first = { ours: /** @type {number[]} */ ([]), bare: /** @type {number[]} */ ([]) };
  const second = { ours: /** @type {number[]} */ ([]), bare: /** @type {number[]} */ ([]) };
  const memory = { ours: /** @type {number[]} */ ([]), bare: /** @type {number[]} */ ([]) };
  try {
    // In turn, so that both meet the machine in the same mood.
    for (let round = 0; round <= rounds; round++) {
      const data = path.join(folder, `ours-${round}`);
      cpSync(seed, data, { recursive: true });
      const bareData = path.join(folder, `bare-${round}`);
      const ours = (/** @type {number} */ afterSeconds) =>
        run(app, [...asRoot, '--data', data], {
          env: all,
          logFile: path.join(data, 'logs', 'deskwise.log'),
          afterSeconds,
        });
      const bare = (/** @type {number} */ afterSeconds) =>
        run(electronPath, [...asRoot, bareWindow, `--bare-data=${bareData}`], {
          env: all,
          afterSeconds,
        });
      const results = [await ours(0), await bare(0), await ours(2), await bare(2)];
      // The first round only warms the disk.
      if (round === 0) continue;
      const [oursFirst, bareFirst, oursSecond, bareSecond] = results;
      first.ours.push(oursFirst?.milliseconds ?? 0);
      first.bare.push(bareFirst?.milliseconds ?? 0);
      second.ours.push(oursSecond?.milliseconds ?? 0);
      second.bare.push(bareSecond?.milliseconds ?? 0);
      memory.ours.push(oursSecond?.megabytes ?? 0);
      memory.bare.push(bareSecond?.megabytes ?? 0);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(seed, { recursive: true, force: true });
  }
  return [
    row('first start to home', first, 'ms', 1.6),
    row('second start to home', second, 'ms', 1.4),
    row('memory at home', memory, 'MB', 1.35),
  ];
}

/**
 * @param {string} name
 * @param {{ ours: number[], bare: number[] }} figures
 * @param {string} unit
 * @param {number} most
 * @returns {import('./run.mjs').Row}
 */
function row(name, { ours, bare }, unit, most) {
  const value = median(ours);
  const reference = median(bare);
  const ratio = median(ours.map((each, round) => each / (bare[round] ?? each)));
  return {
    name,
    value,
    unit,
    reference: `bare Electron window: ${reference.toFixed(1)} ${unit}`,
    ratio,
    goal: `≤ ${most} ×`,
    holds: ratio <= most,
  };
}
