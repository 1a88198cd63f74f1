import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { seededData } from './bench/seed.mjs';
import { familyOf, killFamily } from './process-family.mjs';

const data = await seededData();
const cpu = (pid) => {
  try {
    const s = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
    const cmd = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    const type = /--type=([\w-]+)/.exec(cmd)?.[1] ?? 'main';
    const sub = /--utility-sub-type=([\w.]+)/.exec(cmd)?.[1] ?? '';
    return [`${type} ${sub}`, (Number(f[11]) + Number(f[12])) * 10];
  } catch {
    return ['gone', 0];
  }
};
async function once(cmd, args, log) {
  const c = spawn(cmd, args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  let out = '';
  c.stdout.on('data', (d) => (out += d));
  const text = () => (log && existsSync(log) ? readFileSync(log, 'utf8') : log ? '' : out);
  const n0 = (text().match(/first screen/g) ?? []).length;
  while ((text().match(/first screen/g) ?? []).length <= n0)
    await new Promise((r) => setTimeout(r, 10));
  const all = familyOf(c.pid).map(cpu);
  killFamily(c.pid);
  await new Promise((r) => c.once('exit', r));
  console.log(
    text()
      .match(/first screen after \d+/g)
      .at(-1),
    'total',
    all.reduce((a, [, b]) => a + b, 0),
    all
      .filter(([, b]) => b > 20)
      .map(([a, b]) => `${a}=${b}`)
      .join('; '),
  );
}
for (let i = 0; i < 4; i++) {
  console.log('ours');
  await once(
    process.env.DESKWISE_PACKED_RELEASE,
    ['--no-sandbox', '--data', data],
    data + '/logs/deskwise.log',
  );
  console.log('bare');
  await once(process.env.DESKWISE_ELECTRON, [
    '--no-sandbox',
    'tests/bench/bare-window',
    '--bare-data=' + mkdtempSync('/tmp/bare-'),
  ]);
}
