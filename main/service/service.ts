// The service process: holds library and store, and serves each window that the shell hands over.
import { join } from 'node:path';
import { Exports } from './export/exports';
import { Library } from './library/library';
import { openOrganisation } from './library/organisation';
import { exportsFolder, type FromService, type ServiceOptions, type ToService } from './messages';
import type { Service } from './operations/service';
import { type Log, type Port, serve } from './serve';
import { openParseCache } from './store/parse-cache';
import { openStore, type Store } from './store/store';
import { History } from './studio/history';
import { CourseTexts } from './studio/texts';
import { Trial } from './trial';

/** Electron's port to the shell, as far as it is used here. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): void;
  postMessage(message: FromService): void;
}

const lastWordsMilliseconds = 100;

const { parentPort } = process as unknown as { parentPort: ParentPort };
const { dataFolder, courseFolders, organisationFile, parsedFile } = JSON.parse(
  process.argv[2] ?? '{}',
) as ServiceOptions;

/** No names, no answers: only what failed and where. */
const log: Log = (words, error) => {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error ?? '');
  parentPort.postMessage({ type: 'log', words, detail });
};

let opened: Store | undefined;
function store(): Store {
  opened ??= openStore(dataFolder);
  return opened;
}
try {
  store();
} catch (error) {
  // The screens show why, and ask again when the person says so.
  log('the store could not be opened', error);
}

const cache = openParseCache(join(dataFolder, 'cache'), parsedFile);
const library = new Library(courseFolders, cache);
const organisation = openOrganisation(dataFolder, organisationFile);
const now = () => new Date();
const texts = new CourseTexts(new History(join(dataFolder, 'history'), now));
const trial = new Trial();
const exports = new Exports(
  join(dataFolder, exportsFolder),
  join(import.meta.dirname, '..', 'player'),
  log,
);
const service: Service = { store, library, now, dataFolder, organisation, texts, trial, exports };
const windows: ReturnType<typeof serve>[] = [];

exports.onChange = () => {
  for (const window of windows) window.changed(['exports']);
};

function sendManifest(): void {
  const courses = Object.fromEntries(
    library.all().map(({ course, root }) => [course.id, { root, files: course.files }]),
  );
  parentPort.postMessage({ type: 'manifest', courses });
}

sendManifest();
parentPort.on('message', ({ data, ports }) => {
  const [port] = ports;
  if (port) windows.push(serve(service, log, port));
  if ((data as ToService).type === 'close') {
    // What a closing window sent last comes over its port, perhaps after this.
    setTimeout(() => {
      opened?.close();
      cache.close();
      process.exit(0);
    }, lastWordsMilliseconds);
  }
});
// Watching costs a little and can wait until the first screen has what it asked for.
setTimeout(() => {
  void library.watch(() => {
    sendManifest();
    for (const window of windows) window.changed(['library']);
  });
  cache.sweep();
}, 1500);
