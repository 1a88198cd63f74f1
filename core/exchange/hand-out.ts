// Lessons of a course as one file for other programs, and what became of each of their lines.
import { exchangeFormats } from '.';
import type { Exported, ExportedCourse } from './format';
import type { HandOutFormatId } from './format-ids';
import { writeLiaScript } from './liascript';

/** Rows of the report name the files of the lessons. Never throws. */
export function handOut(format: HandOutFormatId, course: ExportedCourse): Exported {
  return writers[format](course);
}

/** Without the dot. */
export const handOutEndings: Record<HandOutFormatId, string> = { gift: 'gift', liascript: 'md' };

const writers: Record<HandOutFormatId, (course: ExportedCourse) => Exported> = {
  gift: ({ lessons }) => {
    const parts = lessons.map((lesson) => ({
      file: lesson.file,
      ...exchangeFormats.gift.export(lesson),
    }));
    return {
      text: parts.map(({ text }) => text).join('\n'),
      report: parts.flatMap(({ file, report }) => report.map((row) => ({ ...row, file }))),
    };
  },

  liascript: (course) => {
    const { text, report } = writeLiaScript(course);
    return { text, report: report.map((entry) => ({ of: 'pages', ...entry })) };
  },
};
