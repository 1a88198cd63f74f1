// A LiaScript document → lessons for a course that is there already, with what it says about itself named.
import { parseCourseFile, parseLesson } from '../../course/parse';
import type { Imported, ImportedLesson, ImportOptions } from '../format';
import { exchangeLimits } from '../limits';
import { quoted } from '../markdown-folder/course-text';
import { isBlank, linesOf } from '../markdown-folder/lines';
import { idOf, nameOf } from '../markdown-folder/names';
import type { ReportRow } from '../report';
import { cleanText } from '../text/flow';
import { readLiaScript } from './read';

/** Never throws. Pictures and files beside the document do not come along: each is named. */
export function importLiaScript(written: string, { title }: ImportOptions): Imported {
  const limit = exchangeLimits.length;
  if (written.length > limit) return nothing({ message: 'too-large', values: { limit } });
  const source = { path: `${title}.md`, text: cleanText(written), files: [] };
  const { files, report } = readLiaScript(source);
  const rows = report.map(asRow);
  const texts = files.flatMap((file) => ('text' in file ? [file] : []));
  const course = texts.find(({ path }) => nameOf(path) === 'course.md');
  if (!course) return nothing({ message: 'nothing-found', values: {} }, rows);
  const front = frontLesson(course.text);
  const said = saidOfItself(course.text);
  const lessons = [
    ...(front ? [front] : []),
    ...texts
      .filter((file) => file !== course)
      .map(({ path, text }) => ({
        name: nameOf(path),
        text: front ? text.replace(/\]\(course\.md(?=[#)])/g, `](${front.name}`) : text,
      })),
  ];
  const lineOf = new Map(
    rows.flatMap(({ message, values, line }): [string, number][] =>
      message === 'page' ? [[String(values.path), line]] : [],
    ),
  );
  const all: ReportRow[] = [
    ...(said === ''
      ? []
      : [
          { line: 1, what: 'left-out', message: 'head-left-out', values: { words: said } } as const,
        ]),
    ...(front
      ? [
          {
            of: 'pages',
            line: 1,
            what: 'kept',
            message: 'page',
            values: { path: front.name },
          } as const,
        ]
      : []),
    ...rows,
    ...lessons.flatMap((lesson) => lacks(lesson, lineOf.get(lesson.name) ?? 1, rows)),
  ];
  return { lessons, assets: [], report: all.toSorted((a, b) => a.line - b.line) };
}

const asRow = ({
  line,
  what,
  message,
  values,
}: ReturnType<typeof readLiaScript>['report'][number]): ReportRow => ({
  of: 'pages',
  line,
  what,
  message,
  // The folder would be that of a course of its own.
  values: message === 'page' ? { path: nameOf(String(values.path)) } : values,
});

const nothing = (
  why: { message: 'too-large' | 'nothing-found'; values: ReportRow['values'] },
  before: readonly ReportRow[] = [],
): Imported => ({
  lessons: [],
  assets: [],
  report: [...before, { line: 1, what: 'left-out', ...why }],
});

/** Mistakes of a new lesson that reading it kept quiet about, as a course may come without. */
function lacks(
  { name, text }: ImportedLesson,
  line: number,
  said: readonly ReportRow[],
): ReportRow[] {
  const known = new Set(said.flatMap(({ message, values }) => [message, values.rule]));
  known.add(known.has('why-missing') ? 'explanation-missing' : undefined);
  return parseLesson(name, text).problems.flatMap(({ rule, values }): ReportRow[] => {
    if (known.has(rule)) return [];
    if (rule === 'objectives-missing') {
      return [{ line, what: 'left-out', message: rule, values: { lesson: name } }];
    }
    return [
      { line, what: 'changed', message: 'problem', values: { ...values, question: name, rule } },
    ];
  });
}

const matterForm = /^---\n[\s\S]*?\n---\n/;

/** What stands before the first lesson is a lesson here: the course has an introduction already. */
function frontLesson(text: string): ImportedLesson | undefined {
  const body = text.replace(matterForm, '');
  if (linesOf(body).every(isBlank)) return undefined;
  const { title = '' } = parseCourseFile('course.md', text).matter;
  return {
    name: `00-${idOf(title, 'lesson')}.md`,
    text: `---\ntitle: ${quoted(title)}\n---\n\n${body.trim()}\n`,
  };
}

/** What the head of the document says beyond its title; '' for nothing. */
function saidOfItself(text: string): string {
  const { title, summary, authors = [], version } = parseCourseFile('course.md', text).matter;
  return [
    summary === title ? '' : (summary ?? ''),
    authors.join(', '),
    version === '1.0.0' ? '' : (version ?? ''),
  ]
    .filter((words) => words !== '')
    .join(' · ');
}
