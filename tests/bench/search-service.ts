// The service as far as a search needs it, over the shipped courses, for the benchmark of the search.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { noPolicy } from '../../core/policy/policy';
import { searchablesOf } from '../../core/search/searchable';
import { folded } from '../../core/search/words';
import { Exports } from '../../main/service/export/exports';
import { openImports } from '../../main/service/import/imports';
import { Library } from '../../main/service/library/library';
import { LibrarySearch } from '../../main/service/library/library-search';
import { openOrganisation } from '../../main/service/library/organisation';
import { Packs } from '../../main/service/library/pack/packs';
import type { Service } from '../../main/service/operations/service';
import { answer } from '../../main/service/serve';
import { openParseCache } from '../../main/service/store/parse-cache';
import { openSearchIndex } from '../../main/service/store/search-index';
import { openStore } from '../../main/service/store/store';
import { History } from '../../main/service/studio/history';
import { CourseTexts } from '../../main/service/studio/texts';
import { Syncing } from '../../main/service/sync/syncing';
import { Team } from '../../main/service/team/team';
import { Trial } from '../../main/service/trial';

/** Everything in `data`, which whoever asked removes. */
export function searchOver(courses: string, data: string) {
  const cache = openParseCache(join(data, 'cache'));
  const library = new Library([{ kind: 'shipped', path: courses }], cache);
  const fail = (words: string, error: unknown): never => {
    throw new Error(words, { cause: error });
  };
  const search = new LibrarySearch(library, () => openSearchIndex(join(data, 'cache')), fail);
  while (search.step());
  const opened = openStore(data);
  const now = () => new Date();
  const service: Service = {
    syncing: new Syncing({
      ...{ store: () => opened, policy: () => noPolicy, log: fail, random: () => 0 },
      ...{ web: fail as never, allow: () => {}, forgetSecret: () => {}, changed: () => {} },
      clock: { now: () => Date.now(), after: () => () => {} },
    }),
    ...{ library, search, dataFolder: data },
    store: () => opened,
    organisation: openOrganisation(data, join(data, 'none.yml')),
    now,
    texts: new CourseTexts(new History(join(data, 'history'), now)),
    trial: new Trial(),
    exports: new Exports(join(data, 'exports'), join(data, 'no-player'), fail),
    imports: openImports({
      ...{ into: join(data, 'courses'), isTaken: () => false, isForbidden: () => false },
      ...{ onProgress: () => {}, onDone: () => {}, log: fail },
    }),
    team: new Team({
      ...{ library, dataFolder: data, now, log: fail, decreed: () => [] },
      web: () => Promise.reject(new Error('a search asks no server')),
      ...{ onProgress: () => {}, onFigures: () => {}, forgetSecret: () => {} },
      forgetSecrets: () => {},
    }),
    policy: () => noPolicy,
    packs: new Packs({
      policy: () => noPolicy,
      ...{ library, dataFolder: data, ownFolder: join(data, 'courses'), now },
      ...{ onChange: () => {}, onLibrary: () => {}, log: fail },
    }),
    catalogue: () => fail('a search needs no catalogue', null),
  };
  const learner = randomUUID();
  const ask = (name: string, input: unknown) => answer(service, fail, { id: 1, name, input });
  ask('learners.create', { id: learner, name: 'Ada', settings: {} });
  const texts = library.all().flatMap((each) =>
    library
      .glance(each)
      .texts.flatMap(searchablesOf)
      .map(({ title, passages }) => [title, ...passages.map(({ text }) => text)].join('\n')),
  );
  return {
    /** A keystroke as the window asks it. */
    look: (words: string, language: string) => ask('library.search', { learner, language, words }),
    /** The same without an index: every text is read, and folded as typed words are. */
    scan: (words: string) => {
      const wanted = folded(words).split(/\s+/);
      return texts.filter((text) => {
        const plain = folded(text);
        return wanted.every((word) => plain.includes(word));
      });
    },
    close: () => {
      search.close();
      opened.close();
      cache.close();
    },
  };
}
