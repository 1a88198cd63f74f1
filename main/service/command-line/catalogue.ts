// `deskwise catalogue …`: makes a folder of courses that a web server or a share gives out, checks one, copies one.
import type { CatalogueOrder } from './catalogue-order';
import { type Command, done, readOptions, WrongUsage } from './command';

const usage = `Makes, checks and copies catalogues: courses that Deskwise installs from a web server or a share.

  deskwise catalogue key FILE
  deskwise catalogue build PACKS --to FOLDER [--key FILE] [--expires DAYS] [--name NAME] [--json]
  deskwise catalogue check ADDRESS [--key KEY] [--json]
  deskwise catalogue mirror ADDRESS --to FOLDER [--key KEY] [--json]

key     makes a new key to sign with, in FILE; says the public key. Whoever has the file can sign.
build   signs a catalogue of the course files in the folder PACKS, the newest version of each course
  --key      the file of the key; without it, that which DESKWISE_CATALOGUE_KEY names
  --expires  days until nothing more is installed by it, unless it is built again: 90
  --name     what people read as its name; without it, as before, or as FOLDER is called
check   reads all of a catalogue, and proves it
mirror  copies a catalogue; only what is not there yet is fetched, and the index comes last
  --key      the public key it must be signed with; a copy that is there says it otherwise

ADDRESS  a folder, or https://…

Exit status: 0 done, 1 the catalogue or a course in it is not right, 2 wrong arguments or unreachable.
`;

export const catalogue: Command = {
  does: 'offer courses on a web server or a share',
  usage,
  async run(argv, folder) {
    const { values, positionals } = readOptions(argv, {
      to: { type: 'string' },
      key: { type: 'string' },
      expires: { type: 'string' },
      name: { type: 'string' },
    });
    if (values.help) return done(usage);
    const [what, subject, ...more] = positionals;
    if (more.length > 0) throw new WrongUsage(`One at a time, not also ${more.join(', ')}.`);
    // Read when it is asked for: other commands need none of it.
    const order: CatalogueOrder = { subject, folder, ...values };
    if (what === 'key') return (await import('./catalogue-build')).key(order);
    if (what === 'build') return (await import('./catalogue-build')).build(order);
    if (what === 'check') return (await import('./catalogue-mirror')).check(order);
    if (what === 'mirror') return (await import('./catalogue-mirror')).mirror(order);
    throw new WrongUsage('catalogue takes “key”, “build”, “check” or “mirror”.');
  },
};
