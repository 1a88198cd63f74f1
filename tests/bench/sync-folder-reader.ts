// One way of reading a shared folder, in a process of its own: prints how long it took and how much memory.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { personKey } from '../../main/service/sync/folder/layout';
import { lineOf } from '../../main/service/sync/folder/line';
import { Places } from '../../main/service/sync/folder/place';
import { noFindings, readFolder } from '../../main/service/sync/folder/read-folder';

export { lineOf, personKey };

async function eachFile(share: string, use: (file: string) => Promise<void>): Promise<void> {
  const root = join(share, 'deskwise', '1');
  for (const person of await readdir(root))
    for (const name of await readdir(join(root, person))) await use(join(root, person, name));
}

async function plain(share: string): Promise<number> {
  let bytes = 0;
  await eachFile(share, async (file) => {
    bytes += (await readFile(file)).length;
  });
  return bytes;
}

async function parsed(share: string): Promise<number> {
  let lines = 0;
  await eachFile(share, async (file) => {
    for (const line of (await readFile(file, 'utf8')).trimEnd().split('\n')) {
      JSON.parse(line);
      lines++;
    }
  });
  return lines;
}

async function listed(share: string): Promise<number> {
  let bytes = 0;
  await eachFile(share, async (file) => {
    bytes += (await lstat(file)).size;
  });
  return bytes;
}

/** As the reader of a team does: counts by person, and keeps where it stands. */
async function merge(share: string, placesFile: string, places: Places): Promise<number> {
  const byPerson = new Map<string, number>();
  let events = 0;
  for await (const part of readFolder({ folder: share, places, findings: noFindings() })) {
    events += part.statements.length;
    byPerson.set(part.person, (byPerson.get(part.person) ?? 0) + part.statements.length);
    if (part.place) places.set(part.file, part.place);
  }
  writeFileSync(placesFile, JSON.stringify(places));
  return events;
}

async function again(share: string, placesFile: string): Promise<number> {
  return merge(share, placesFile, new Places(JSON.parse(readFileSync(placesFile, 'utf8'))));
}

const ways = {
  ...{ plain, parsed, listed, again },
  merge: (share: string, placesFile: string) => merge(share, placesFile, new Places()),
};

const [what, share = '', placesFile = ''] = process.argv.slice(2);
if (what && Object.hasOwn(ways, what) && existsSync(share)) {
  const before = process.memoryUsage().rss;
  let [peak, longest, last] = [0, 0, process.threadCpuUsage()];
  // What this thread computes between two turns: others that use the computer do not count.
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss - before);
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
    last = process.threadCpuUsage();
  }, 1);
  const from = performance.now();
  const events = await ways[what as keyof typeof ways](share, placesFile);
  const milliseconds = performance.now() - from;
  clearInterval(watch);
  console.log(JSON.stringify({ milliseconds, events, peak, longest }));
}
