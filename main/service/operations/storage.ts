// Where data lives, for the person who asks.
import { existsSync } from 'node:fs';
import type { Handlers } from './handlers';

export const storage: Handlers<'storage'> = {
  'storage.read': (_, service) => ({
    dataFolder: service.dataFolder,
    courseFolders: service.library.folders.map(({ kind, path }) => ({
      kind,
      path,
      exists: existsSync(path),
    })),
    events: service.store().events.count(),
  }),
};
