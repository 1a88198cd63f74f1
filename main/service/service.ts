// The service process: holds library and store, and serves each window that the shell hands over.
import { join } from 'node:path';
import type { Topic } from '../../core/contract';
import { enforced, noPolicy, type Policy, readPolicy } from '../../core/policy/policy';
import { teamSecrets } from '../../core/team/secret';
import { Exports } from './export/exports';
import { openImports } from './import/imports';
import { aboutInLibrary } from './library/about-in-library';
import { Catalogue } from './library/catalogue/catalogue';
import { catalogueRules } from './library/catalogue/rules';
import { Library } from './library/library';
import { LibrarySearch } from './library/library-search';
import { openOrganisation } from './library/organisation';
import { askForSignatures } from './library/pack/ask-for-signatures';
import { Packs, sweepPacks } from './library/pack/packs';
import type { Log } from './log';
import { exportsFolder, type FromService, type ServiceOptions, type ToService } from './messages';
import type { Service } from './operations/service';
import { type Port, serve } from './serve';
import { openParseCache } from './store/parse-cache';
import { openSearchIndex } from './store/search-index';
import { openStore, type Store } from './store/store';
import { History } from './studio/history';
import { CourseTexts } from './studio/texts';
import { askWeb } from './sync/ask-web';
import { Syncing } from './sync/syncing';
import { Team } from './team/team';
import { Trial } from './trial';

/** Electron's port to the shell, as far as it is used here. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): void;
  postMessage(message: FromService): void;
}

const lastWordsMilliseconds = 100;

const { parentPort } = process as unknown as { parentPort: ParentPort };
const { dataFolder, courseFolders, organisationFile, preparedFolder, platform } = JSON.parse(
  process.argv[2] ?? '{}',
) as ServiceOptions;

/** No names, no answers: only what failed and where. */
const log: Log = (words, error) => {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error ?? '');
  parentPort.postMessage({ type: 'log', words, detail });
};

let opened: Store | undefined;
function store(): Store {
  opened ??= openStore(dataFolder, {
    about: (event) => aboutInLibrary(library, event),
    platform,
    now: () => new Date(),
  });
  return opened;
}
try {
  store();
} catch (error) {
  // The screens show why, and ask again when the person says so.
  log('the store could not be opened', error);
}

const ownFolder =
  courseFolders.find(({ kind }) => kind === 'own')?.path ?? join(dataFolder, 'courses');
try {
  sweepPacks(dataFolder, ownFolder);
} catch (error) {
  // What could not be mended lies there still, and is tried again at the next start.
  log('packs could not be tidied', error);
}
const cacheFolder = join(dataFolder, 'cache');
const cache = openParseCache(cacheFolder, preparedFolder);
const library = new Library(courseFolders, cache);
const search = new LibrarySearch(library, () => openSearchIndex(cacheFolder, preparedFolder), log);
const organisation = openOrganisation(dataFolder, organisationFile);
const now = () => new Date();
const texts = new CourseTexts(new History(join(dataFolder, 'history'), now));
const trial = new Trial();
const exports = new Exports(
  join(dataFolder, exportsFolder),
  join(import.meta.dirname, '..', 'player'),
  log,
);
const windows: ReturnType<typeof serve>[] = [];
const tellWindows = (topics: readonly Topic[]): void => {
  for (const window of windows) window.changed(topics);
};
/** The shell says what it found before any window is served. */
let policy: Policy = noPolicy;
const packs = new Packs({
  policy: () => policy,
  library,
  dataFolder,
  ownFolder,
  now,
  onChange: () => tellWindows(['packs']),
  onLibrary: sendManifest,
  log,
});
const { web, heard } = askWeb((message) => parentPort.postMessage(message));
let openedCatalogue: Catalogue | undefined;
function catalogue(): Catalogue {
  if (openedCatalogue) return openedCatalogue;
  openedCatalogue = new Catalogue({
    ...{ library, packs, dataFolder, now, log, web },
    rules: () => catalogueRules(policy),
    onChange: () => {
      tellOrigins();
      tellWindows(['catalogue']);
    },
    onInstalled: () => tellWindows(['library', 'packs', 'progress']),
  });
  tellOrigins();
  return openedCatalogue;
}
const imports = openImports({
  into: ownFolder,
  isForbidden: () => enforced(policy, 'CourseImport') === 'forbid',
  isTaken: (id) => library.find(id) !== undefined,
  onProgress: () => tellWindows(['imports']),
  onDone: () => {
    library.load();
    sendManifest();
    tellWindows(['library', 'imports']);
  },
  log,
});
const team = new Team({
  ...{ library, dataFolder, now, web, log },
  decreed: () => enforced(policy, 'MandatoryCourses'),
  forgetSecret: (name) => parentPort.postMessage({ type: 'secret-forget', name }),
  forgetSecrets: () => parentPort.postMessage({ type: 'secrets-forget', start: teamSecrets }),
  onProgress: () => {
    tellOrigins();
    tellWindows(['team-sources']);
  },
  onFigures: () => tellWindows(['team']),
});
/** Of the targets of sync. */
let syncOrigins: readonly string[] = [];
const syncing = new Syncing({
  ...{ store, web, log, random: Math.random, changed: tellWindows },
  policy: () => policy,
  allow: (origins) => {
    syncOrigins = origins;
    tellOrigins();
  },
  forgetSecret: (name) => parentPort.postMessage({ type: 'secret-forget', name }),
  clock: { now: () => Date.now(), after: later },
});
const service: Service = {
  ...{ store, library, search, now, dataFolder, organisation },
  ...{ texts, trial, packs, catalogue, exports, imports, syncing, team },
  policy: () => policy,
};
const { sign, signed } = askForSignatures((id, manifest) =>
  parentPort.postMessage({ type: 'sign', id, manifest }),
);

/** Calls once, after so many milliseconds; what it gives back takes that back. */
function later(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}

exports.onChange = () => tellWindows(['exports']);

/** One at a time: what cannot begin now, the screen does not offer. */
function beginImport(folder: string): void {
  try {
    imports.start(folder);
  } catch (error) {
    log('an import could not begin', error);
  }
}

let toldOrigins = '';

/** Before the first request, and whenever they change: the shell asks no other. */
function tellOrigins(): void {
  const ofCatalogue = openedCatalogue?.origins() ?? [];
  const origins = [...new Set([...ofCatalogue, ...syncOrigins, ...team.origins()])];
  if (origins.join(' ') === toldOrigins) return;
  toldOrigins = origins.join(' ');
  parentPort.postMessage({ type: 'web-origins', origins });
}

function sendManifest(): void {
  const courses = Object.fromEntries(
    library
      .all()
      .map(({ course, root }) => [
        course.id,
        { root, files: course.files, version: course.version },
      ]),
  );
  parentPort.postMessage({ type: 'manifest', courses });
}

sendManifest();
parentPort.on('message', ({ data, ports }) => {
  const [port] = ports;
  if (port) windows.push(serve(service, log, port));
  const told = data as ToService;
  if (told.type === 'policy') policy = readPolicy(told.source);
  if (told.type === 'pack') void packs.open(told.file);
  if (told.type === 'import') beginImport(told.folder);
  if (told.type === 'write-pack') void packs.write(told.course, told.file, sign);
  if (told.type === 'team' && enforced(policy, 'TeamView') === 'on') {
    team.readChosen(told.what, told.paths);
  }
  if (told.type === 'sync-folder') syncing.chooseFolder(told.folder);
  if (told.type === 'web-reply' || told.type === 'web-fault') heard(told);
  if (told.type === 'signed') signed(told.id, told.signature);
  if (told.type === 'close') {
    void syncing.close();
    // What a closing window sent last comes over its port, perhaps after this.
    setTimeout(() => {
      opened?.close();
      team.close();
      cache.close();
      search.close();
      process.exit(0);
    }, lastWordsMilliseconds);
  }
});
// Watching and indexing can wait until the first screen has what it asked for.
setTimeout(() => {
  const indexed = () => tellWindows(['search']);
  void library.watch(() => {
    sendManifest();
    tellWindows(['library']);
    search.follow(indexed);
  });
  cache.sweep();
  search.follow(indexed);
  // Where nobody switched sync on, this finds nothing to do.
  if (opened) syncing.follow();
  // Only for their sake the catalogue is looked at without a person.
  if (enforced(policy, 'MandatoryCourses').length > 0) catalogue().follow(later);
}, 1500);
