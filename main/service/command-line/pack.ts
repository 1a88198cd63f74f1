// `deskwise pack`: a course as one file, to be handed on. Without a signature: keys belong to people, not to servers.
import { relative, resolve } from 'node:path';
import { PackFault } from '../../../core/pack/fault';
import { writePack } from '../library/pack/write-pack';
import { readCourse } from '../library/read-course';
import { noParseCache } from '../store/parse-cache';
import { type Command, done, json, readOptions, WrongUsage } from './command';
import { courseAt } from './course-at';

const usage = `Writes a course as one file that Deskwise opens.

  deskwise pack COURSE [--out FILE] [--json]

COURSE  the folder of a course that has no errors
--out   the file; without it, ID-VERSION.course where you are

The file is not signed: a key belongs to a person and stays in their Deskwise.

Exit status: 0 written, 1 the course has errors, 2 wrong arguments or unwritable.
`;

export const pack: Command = {
  does: 'write a course as one file',
  usage,
  async run(argv, folder) {
    const { values, positionals } = readOptions(argv, { out: { type: 'string' } });
    if (values.help) return done(usage);
    const root = courseAt(positionals, folder);
    const { id, version } = readCourse(root, noParseCache);
    const file = resolve(folder, values.out ?? `${id}-${version}.course`);
    const work = { signal: new AbortController().signal, report: () => {} };
    try {
      const { bytes } = await writePack({ root, id, version }, file, unsigned, new Date(), work);
      const shown = relative(folder, file);
      return done(values.json ? json({ file: shown, id, version, bytes }) : `${shown}\n`);
    } catch (error) {
      if (!(error instanceof PackFault)) throw error;
      if (error.kind !== 'course-broken')
        throw new WrongUsage(whyNot(error, relative(folder, file)));
      const { count, file: first, line } = error.values;
      const mistake = `The course has errors (${count}), the first in ${first}, line ${line}. deskwise check shows them all.\n`;
      return { status: 1, output: '', mistake };
    }
  },
};

const unsigned = async (): Promise<null> => null;

function whyNot({ kind, values }: PackFault, file: string): string {
  if (kind === 'disk-full') return `There is no room for ${file}.`;
  if (kind === 'not-writable') return `${file} cannot be written.`;
  const about = Object.entries(values).map(([name, value]) => `, ${name} ${value}`);
  return `The course cannot be packed (${kind}${about.join('')}).`;
}
