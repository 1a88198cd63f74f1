// `deskwise import`: a question bank as lessons of a course.
import { basename, extname, join, relative, resolve } from 'node:path';
import { exchangeFormats } from '../../../core/exchange';
import { exchangeFormatIds } from '../../../core/exchange/format-ids';
import { likelyFormats } from '../../../core/exchange/guess';
import { exchangeLimits } from '../../../core/exchange/limits';
import { readCourse } from '../library/read-course';
import { noParseCache } from '../store/parse-cache';
import { bringIn } from '../studio/bring-in';
import {
  type Command,
  done,
  json,
  readNamed,
  readOptions,
  reportLine,
  WrongUsage,
} from './command';
import { courseAt } from './course-at';

const usage = `Brings a question bank into a course, as lessons at its end.

  deskwise import FILE --into COURSE [--format NAME] [--json]

FILE      GIFT, Moodle XML, Open edX problems, a LiaScript document, or a table
--into    the folder of the course
--format  ${exchangeFormatIds.join(', ')}; without it, what the file looks like

It says line by line what was kept, changed and left out.
`;

export const importQuestions: Command = {
  does: 'bring a question bank into a course',
  usage,
  run(argv, folder) {
    const text = { type: 'string' } as const;
    const { values, positionals } = readOptions(argv, { into: text, format: text });
    if (values.help) return done(usage);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new WrongUsage('Name one file to import.');
    if (values.into === undefined) throw new WrongUsage('--into needs the folder of a course.');
    const root = courseAt([values.into], folder);
    const words = readNamed(resolve(folder, file), file, exchangeLimits.length * 4);
    const format = formatOf(values.format, basename(file), words);
    const course = readCourse(root, noParseCache);
    const imported = exchangeFormats[format].import(words, {
      title: basename(file, extname(file)),
      language: course.texts[0].matter.language,
    });
    const files = bringIn(root, course, imported).map((made) => relative(folder, join(root, made)));
    const { report } = imported;
    if (values.json) return done(json({ format, files, report }));
    const lines = report.map((row) => reportLine(file, row));
    return done(`${[...lines, ...files].join('\n')}\n`);
  },
};

function formatOf(wanted: string | undefined, name: string, text: string) {
  if (wanted === undefined) return likelyFormats(name, text)[0] ?? 'gift';
  const format = exchangeFormatIds.find((each) => each === wanted);
  if (!format)
    throw new WrongUsage(`--format takes ${exchangeFormatIds.join(', ')}, not ${wanted}.`);
  return format;
}
