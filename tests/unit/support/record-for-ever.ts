// A process of its own that answers without end and says each time once it is stored; it waits to
// be killed. Arguments: data folder, learner, and `early` to say it before it is true.
import { writeSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { settings } from '../../../core/settings';
import { openStore } from '../../../main/service/store/store';

const [folder = '', learner = '', when] = process.argv.slice(2);
const store = openStore(folder);
const at = new Date().toISOString();
store.transact(() => store.learners.add(learner, 'Ada', settings.parse({}), at));
for (;;) {
  const id = uuidv7();
  const say = (): void => void writeSync(1, `${id}\n`);
  if (when === 'early') say();
  store.record({
    type: 'item.answered',
    id,
    learner,
    device: store.device,
    at,
    course: 'safe-desk',
    version: '1.0.0',
    lesson: 'locks',
    item: `item-${id.slice(-2)}`,
    revision: 'r1',
    attempt: 1,
    answer: [2],
    share: 1,
    possible: 1,
    hintCost: 0,
    final: false,
    sure: null,
    seconds: null,
    language: 'en',
    pass: 80,
  });
  if (when !== 'early') say();
}
