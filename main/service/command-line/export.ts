// `deskwise export`: a course for other programs, made by the same code as in the app.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Course, CourseText } from '../../../core/course/course';
import { rules } from '../../../core/course/rules';
import { OperationError } from '../../../core/errors';
import { type HandOutFormatId, handOutFormatIds } from '../../../core/exchange/format-ids';
import { handOut, handOutEndings } from '../../../core/exchange/hand-out';
import { type Paper, papers } from '../../../core/paper/format';
import { exportFormats, isSheetFormat, sheetFormats } from '../../../core/player/formats';
import type { ExportOrder } from '../export/order';
import { PlayerFiles } from '../export/player-files';
import { exportName, writeExport } from '../export/write-export';
import { replaceFile } from '../files/replace-file';
import { readCourse } from '../library/read-course';
import { noParseCache } from '../store/parse-cache';
import {
  type Command,
  codeOf,
  done,
  json,
  type Outcome,
  type Program,
  readOptions,
  reportLine,
  WrongUsage,
} from './command';
import { courseAt } from './course-at';

const formats = [...exportFormats, ...handOutFormatIds, ...sheetFormats];
type Format = (typeof formats)[number];

const usage = `Writes a course as one file for other programs.

  deskwise export COURSE --format NAME [--to FILE] [--language TAG] [--paper SIZE] [--json]

COURSE      the folder of a course
--format    html         one page that plays the course in any browser
            scorm12, scorm2004, cmi5   a package for learning platforms
            gift         its questions, for Moodle and others
            liascript    its texts and questions, as a LiaScript document
            worksheet    its questions as a page to print, with places to write
            answersheet  the same with right answers and explanations
--to        the file; without it, a name with id and version where you are
--language  of the course, for example es; without it, its own
--paper     of sheets: a4 or letter; without it, a4

Sheets are pages that any browser prints. Only the app itself makes PDF of them: it needs a window.
For gift and liascript it says line by line what was kept, changed and left out.

Exit status: 0 written; 1 written, but the course has errors; 2 wrong arguments or unwritable.
`;

export const exportCourse: Command = {
  does: 'write a course for other programs',
  usage,
  async run(argv, folder, program) {
    const text = { type: 'string' } as const;
    const { values, positionals } = readOptions(argv, {
      ...{ format: text, to: text, language: text, paper: text },
    });
    if (values.help) return done(usage);
    const root = courseAt(positionals, folder);
    const format = formats.find((each) => each === values.format);
    if (!format) {
      const given = values.format === undefined ? '' : `, not ${values.format}`;
      throw new WrongUsage(`--format takes ${formats.join(', ')}${given}.`);
    }
    if (isSheetFormat(format) && /\.pdf$/i.test(values.to ?? '')) {
      throw new WrongUsage(
        'A PDF needs the app: share the course there. Here a sheet is a page (.html) to be printed.',
      );
    }
    const course = readCourse(root, noParseCache);
    const given: Given = {
      root,
      course,
      text: textIn(course, values.language),
      paper: paperOf(values.paper),
      place: (name) => {
        const file = resolve(folder, values.to ?? name);
        return { file, shown: relative(folder, file) };
      },
      json: values.json ?? false,
    };
    const outcome = isHandOut(format)
      ? questions(format, given)
      : await played(format, given, program);
    const errors = course.problems.filter(({ rule }) => rules[rule].severity === 'error');
    const [first] = errors;
    if (!first) return outcome;
    const mistake = `The course has errors (${errors.length}), the first in ${first.file}, line ${first.line}. deskwise check shows them all.\n`;
    return { ...outcome, status: 1, mistake };
  },
};

interface Given {
  root: string;
  course: Course;
  text: CourseText;
  paper: Paper;
  /** Where to write, if nothing else was said under this name. */
  place(name: string): { file: string; shown: string };
  json: boolean;
}

function paperOf(wanted = 'a4'): Paper {
  const paper = papers.find((each) => each === wanted);
  if (!paper) throw new WrongUsage(`--paper takes ${papers.join(', ')}, not ${wanted}.`);
  return paper;
}

const isHandOut = (format: Format): format is HandOutFormatId =>
  handOutFormatIds.some((each) => each === format);

/** Throws WrongUsage: another language instead would only be noticed by whoever reads it. */
function textIn({ texts }: Course, language: string | undefined): CourseText {
  const found = texts.find(
    (text) => language === undefined || text.language.toLowerCase() === language.toLowerCase(),
  );
  if (found) return found;
  const known = texts.map((text) => text.language).join(', ');
  throw new WrongUsage(`The course is not in ${language}, but in ${known}.`);
}

function questions(format: HandOutFormatId, { course, text, place, json: asJson }: Given): Outcome {
  const { text: written, report } = handOut(format, text);
  const own = text === course.texts[0] ? '' : `-${text.language}`;
  const { file, shown } = place(`${course.id}-${course.version}${own}.${handOutEndings[format]}`);
  try {
    replaceFile(file, written);
  } catch (error) {
    throw new WrongUsage(`${shown} cannot be written (${codeOf(error)}).`);
  }
  if (asJson) return done(json({ format, file: shown, bytes: statSync(file).size, report }));
  const lines = report.map((row) => reportLine(row.file ?? '', row));
  return done(`${[...lines, shown].join('\n')}\n`);
}

async function played(
  format: Exclude<Format, HandOutFormatId>,
  { root, course, text, paper, place, json: asJson }: Given,
  { player }: Program,
): Promise<Outcome> {
  const found = { course, root, stamp: 0, fingerprint: '' };
  const order: ExportOrder = {
    ...{ found, format, language: text.language, paper, organisation: {} },
  };
  const { file, shown } = place(exportName(order));
  // Under its own name it is whole.
  const part = join(dirname(file), `.${basename(file)}.part`);
  try {
    if (!existsSync(player)) throw new WrongUsage('The player is not built: npm run set-up.');
    rmSync(part, { force: true });
    await writeExport(order, {
      player: new PlayerFiles(player),
      file: part,
      signal: new AbortController().signal,
      onShare: () => {},
    });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof OperationError && error.kind === 'too-large') {
      throw new WrongUsage(
        `One page would hold ${error.values.megabytes} MB of pictures and films. Take a package.`,
      );
    }
    const code = (error as { code?: unknown }).code;
    if (typeof code !== 'string') throw error;
    throw new WrongUsage(`${shown} cannot be written (${code}).`);
  }
  return done(asJson ? json({ format, file: shown, bytes: statSync(file).size }) : `${shown}\n`);
}
