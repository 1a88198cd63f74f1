// The functions behind the contract, in one table; those for authors and training offices are in another.
import { catalogue } from './catalogue';
import { courses } from './courses';
import { drafts } from './drafts';
import { exports } from './exports';
import { groups } from './groups';
import type { AuthoringOperation, Handler, ServiceOperation, TeamOperation } from './handlers';
import { home } from './home';
import { imports } from './imports';
import { items } from './items';
import { kept } from './kept';
import { learners } from './learners';
import { lessons } from './lessons';
import { library } from './library';
import { organisation } from './organisation';
import { packs } from './packs';
import { paths } from './paths';
import { persons } from './persons';
import { policy } from './policy';
import { storage } from './storage';
import { sync } from './sync';
import { trial } from './trial';

export const handlers: {
  [Name in Exclude<ServiceOperation, AuthoringOperation | TeamOperation>]: Handler<Name>;
} = {
  ...learners,
  ...home,
  ...library,
  ...paths,
  ...courses,
  ...lessons,
  ...items,
  ...groups,
  ...kept,
  ...drafts,
  ...organisation,
  ...packs,
  ...catalogue,
  ...imports,
  ...policy,
  ...storage,
  ...sync,
  ...persons,
  ...trial,
  ...exports,
};
