// The functions behind the contract, in one table.
import { catalogue } from './catalogue';
import { courses } from './courses';
import { drafts } from './drafts';
import { exports } from './exports';
import { groups } from './groups';
import type { Handler, ServiceOperation } from './handlers';
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
import { studio } from './studio';
import { sync } from './sync';
import { team } from './team';
import { translation } from './translation';
import { trial } from './trial';

export const handlers: { [Name in ServiceOperation]: Handler<Name> } = {
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
  ...studio,
  ...translation,
  ...team,
};
