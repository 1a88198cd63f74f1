// `deskwise translate`: how far translations are, and files for those who translate elsewhere.
import { type Command, done, readOptions, WrongUsage } from './command';
import { exportTranslation, importTranslation } from './translate-exchange';
import { translateStatus } from './translate-status';

const usage = `Says how far translations are, and exchanges them with translation offices.

  deskwise translate status [PATH …] [--json]
  deskwise translate export COURSE --language TAG [--to FILE] [--json]
  deskwise translate import COURSE FILE [--json]

PATH        a course, or a folder of courses; without one, the folder courses
COURSE      the folder of a course
--language  into which it is to be translated, for example es; it need not be begun
--to        the file; without it, ID-VERSION-TAG.xlf where you are
FILE        an XLIFF file that came back; it names its language itself

export writes XLIFF 2.1, with what is translated already. import writes the translations to their
places in the folder of the language; commit first, as what stood there before is replaced. Lessons
with nothing left to do are marked as made from their source as it is now.

Exit status: 0 done (status: all is translated and up to date); 1 something is missing or stale, or
could not be placed: each is named; 2 wrong arguments, or a file that cannot be read or written.
`;

export const translate: Command = {
  does: 'say how far translations are, and exchange them',
  usage,
  run(argv, folder) {
    const text = { type: 'string' } as const;
    const { values, positionals } = readOptions(argv, { language: text, to: text });
    if (values.help) return done(usage);
    const { json = false, language, to } = values;
    const [what, ...paths] = positionals;
    if (what === 'export') return exportTranslation(paths, { folder, json, language, to });
    if (language !== undefined || to !== undefined) {
      throw new WrongUsage('--language and --to belong to translate export.');
    }
    if (what === 'status') return translateStatus(paths, folder, json);
    if (what === 'import') return importTranslation(paths, { folder, json });
    throw new WrongUsage('translate takes “status”, “export” or “import”.');
  },
};
