// The functions behind the contract, by the nouns that their names begin with.
import { catalogue } from './catalogue';
import { courses } from './courses';
import { drafts } from './drafts';
import { exports } from './exports';
import { groups } from './groups';
import type { Handler, Handlers, Noun, ServiceOperation } from './handlers';
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

/** A file is read when something in it is first asked for: a start needs two of them. */
const byNoun: { [Each in Noun]: () => Handlers<Each> } = {
  card: () => kept,
  catalogue: () => catalogue,
  course: () => courses,
  draft: () => drafts,
  export: () => exports,
  group: () => groups,
  home: () => home,
  import: () => imports,
  item: () => items,
  kept: () => kept,
  learners: () => learners,
  lesson: () => lessons,
  library: () => library,
  organisation: () => organisation,
  pack: () => packs,
  path: () => paths,
  persons: () => persons,
  place: () => drafts,
  policy: () => policy,
  result: () => courses,
  signers: () => packs,
  storage: () => storage,
  studio: () => studio,
  sync: () => sync,
  team: () => team,
  test: () => groups,
  translation: () => translation,
  trial: () => trial,
};

/** The types of its input and output belong to the name. */
export function handlerOf(name: ServiceOperation): Handler<never> {
  const [noun] = name.split('.') as [Noun];
  return (byNoun[noun]() as Record<ServiceOperation, Handler<never>>)[name];
}
