// The service process: holds library and store, and serves each window that the shell hands over.
import { join } from 'node:path';
import type { Topic } from '../../core/contract';
import { openImports } from './import/imports';
import { Library } from './library/library';
import { openOrganisation } from './library/organisation';
import type { FromService, ServiceOptions, ToService } from './messages';
import type { Service } from './operations/service';
import { type Log, type Port, serve } from './serve';
import { openParseCache } from './store/parse-cache';
import { openStore, type Store } from './store/store';

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
const windows: ReturnType<typeof serve>[] = [];
const changed = (...topics: readonly Topic[]): void => {
  for (const window of windows) window.changed(topics);
};
const imports = openImports({
  into: library.folders.find(({ kind }) => kind === 'own')?.path,
  isTaken: (id) => library.find(id) !== undefined,
  onProgress: () => changed('imports'),
  onDone: () => {
    library.load();
    sendManifest();
    changed('library', 'imports');
  },
  log,
});
const now = () => new Date();
const service: Service = { store, library, now, dataFolder, organisation, imports };

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
    changed('library');
  });
  cache.sweep();
}, 1500);
