// Run as a process of its own: takes in one of two packs after the other until it is killed.
import { join } from 'node:path';
import { noPolicy } from '../../../core/policy/policy';
import { Library } from '../../../main/service/library/library';
import { Packs } from '../../../main/service/library/pack/packs';
import { noParseCache } from '../../../main/service/store/parse-cache';

const [, , data = '', ...files] = process.argv;
const own = join(data, 'courses');
const library = new Library([{ kind: 'own', path: own }], noParseCache);
const packs = new Packs({
  policy: () => noPolicy,
  library,
  dataFolder: data,
  ownFolder: own,
  now: () => new Date(),
  onChange: () => {},
  onLibrary: () => {},
  log: () => process.exit(1),
});

for (let n = 0; ; n++) {
  await packs.open(files[n % files.length] ?? '');
  const { reading: shown } = packs.read();
  if (shown.at !== 'ready') {
    console.error(JSON.stringify(shown));
    process.exit(1);
  }
  // After a kill that came late, this one is there already.
  if (shown.pack.installed?.is === 'same') continue;
  packs.install(shown.job);
  console.log(n);
}
