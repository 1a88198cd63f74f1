// Lessons of a course → one LiaScript document, and what LiaScript cannot say.
import type { Item } from '../../course/item';
import type { Kept } from '../../course/kept/kept';
import { courseMatter, lessonMatter } from '../../course/matter-schemas';
import type { ExportedCourse } from '../format';
import { nameOf } from '../markdown-folder/names';
import { type ReportEntry, type Say, sayer } from '../markdown-folder/report';
import { lessonLevelMacro } from './head';
import { liaWords as lia } from './prose';
import { LessonWriter } from './write-lesson';

export interface LiaScriptDocument {
  text: string;
  report: ReportEntry[];
}

/** Lines of a comment must not end it, nor be read as another key. */
const inHead = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('--', '–').trim();

/** Never throws: what a lesson holds that LiaScript has no words for is named. */
export function writeLiaScript(course: ExportedCourse): LiaScriptDocument {
  const { matter, about, lessons, isPart = false } = course;
  const report: ReportEntry[] = [];
  // Links name a lesson by its file, without the folder of the language.
  const titles = new Map(lessons.map(({ file, matter: { title } }) => [nameOf(file), title]));
  const writerOf = (file: string, items: readonly Item[] = [], kept: readonly Kept[] = []) => {
    const say = sayer(file, (entry) => report.push(entry));
    return { say, writer: new LessonWriter(say, titles, matter.sure === 'graded', items, kept) };
  };
  const front = writerOf('course.md');
  if (!isPart) saySettings(front.say, matter, saidInHead);
  const written = lessons.map(({ file, matter: own, prose, items, kept }) => {
    const { say, writer } = writerOf(file, items, kept);
    saySettings(say, own, ['title']);
    return `## ${lia(own.title)}\n\n${writer.write(prose)}`;
  });
  const head = [
    '<!--',
    ...(matter.authors.length === 0 ? [] : [`author:   ${inHead(matter.authors.join('; '))}`]),
    `version:  ${inHead(matter.version)}`,
    `language: ${inHead(matter.language)}`,
    `comment:  ${inHead(matter.summary)}`,
    // The headings of one lesson alone would be taken for lessons.
    ...(lessons.length === 1 ? [`${lessonLevelMacro}: 2`] : []),
    '-->',
  ];
  const text = [
    head.join('\n'),
    `# ${lia(matter.title)}`,
    front.writer.write(about),
    ...written,
  ].join('\n\n');
  return { text: `${text.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`, report };
}

/** What LiaScript has a place for, and what follows from the file itself. */
const saidInHead = ['title', 'summary', 'language', 'version', 'authors', 'format'];

/** What follows where front matter says nothing. */
const usual: Record<string, unknown> = {
  pass: courseMatter.shape.pass.parse(undefined),
  sure: courseMatter.shape.sure.parse(undefined),
  minutes: lessonMatter.shape.minutes.parse(undefined),
};

/** Names what front matter says beyond that, in one entry. */
function saySettings(say: Say, matter: object, said: readonly string[]): void {
  const kinds = Object.entries(matter).flatMap(([name, value]) => {
    const isEmpty =
      value === undefined || value === false || (Array.isArray(value) && value.length === 0);
    return isEmpty || value === usual[name] || said.includes(name) ? [] : [name];
  });
  if (kinds.length > 0) say('left-out', 'setting', 1, { kind: kinds.join(', ') });
}
