// A LiaScript document → a course: its sections become lessons, its quizzes and surveys blocks.
import { valid } from 'semver';
import { limits } from '../../course/limits';
import { Assets } from '../markdown-folder/assets';
import { summaryOf, wordsOf, writeCourse, writeLesson } from '../markdown-folder/course-text';
import { FolderIndex } from '../markdown-folder/folder';
import { courseLanguage } from '../markdown-folder/languages';
import {
  Fences,
  isBlank,
  type Line,
  linesOf,
  textOf,
  tidy,
  trimmed,
} from '../markdown-folder/lines';
import { idOf, Names, nameOf, withoutEnding } from '../markdown-folder/names';
import { readPage } from '../markdown-folder/page';
import type { CourseFile, ReadFolder } from '../markdown-folder/read-result';
import { type ReportEntry, type Say, sayer } from '../markdown-folder/report';
import { numbered } from '../markdown-folder/titles';
import { modelAt, takeQuestion } from './around-quiz';
import { type Head, takeHead } from './head';
import { contextOf, Places } from './links';
import { plainLines } from './plain-lines';
import { type Made, writeQuestion } from './questions';
import { quizAt } from './quiz';
import { intoLessons, type Section, sectionsOf } from './sections';

/** A file that lies beside documents: only such pictures and files can be taken along. */
interface FileBeside {
  path: string;
  bytes: number;
}

interface LiaScriptText {
  /** Its path in the folder it lies in. */
  path: string;
  text: string;
  isTaken?: (id: string) => boolean;
}

export interface LiaScriptSource extends LiaScriptText {
  files: readonly FileBeside[];
}

/** Never throws, whatever the text is. */
export function readLiaScript({ files, ...text }: LiaScriptSource): ReadFolder {
  return liaScriptReader(files)(text);
}

/** For many documents of one folder: the files beside them are put in order once. */
export function liaScriptReader(files: readonly FileBeside[]): (text: LiaScriptText) => ReadFolder {
  const sizes = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const index = new FolderIndex([...sizes.keys()], []);
  return (text) => new Document(text, index, (path) => sizes.get(path) ?? 0).read();
}

class Document {
  private readonly report: ReportEntry[] = [];
  private readonly say: Say;
  private readonly assets: Assets;
  private readonly places = new Places();
  private file = '';
  private tries = new Map<number, number>();
  /** The blocks of the lesson that is being written. */
  private made: Made[] = [];

  constructor(
    private readonly source: LiaScriptText,
    private readonly index: FolderIndex,
    bytesOf: (path: string) => number,
  ) {
    this.say = sayer(source.path, (entry) => this.report.push(entry));
    this.assets = new Assets(bytesOf, limits.courseFiles / 2);
  }

  read(): ReadFolder {
    const { path, text, isTaken } = this.source;
    if (text.length > limits.lessonBytes) {
      this.say('left-out', 'page-too-large', 1, { megabytes: limits.lessonBytes / 1024 / 1024 });
      return { files: [], report: this.report };
    }
    const { head, body } = takeHead(linesOf(text), this.say);
    const { lines, tries } = plainLines(body, head.macros, this.say);
    this.tries = tries;
    const sections = sectionsOf(lines);
    const { front, lessons } = intoLessons(sections, head.lessonLevel);
    if (lessons.length === 0) {
      this.say('left-out', 'page-empty', 1);
      return { files: [], report: this.report };
    }
    const title =
      wordsOf(front[0]?.title ?? '') || head.title || withoutEnding(nameOf(path)) || 'Course';
    const id = new Names(isTaken).free(idOf(title, 'course'));
    const names = new Names();
    const files = lessons.map(([first], at) => {
      const name = names.free(idOf(wordsOf(first?.title ?? '') || title, 'lesson'));
      return numbered(at, lessons.length, name);
    });
    this.places.note(front, 'course.md');
    for (const [at, lesson] of lessons.entries()) this.places.note(lesson, files[at] ?? '');
    const written: CourseFile[] = [];
    for (const [at, lesson] of lessons.entries()) {
      const [first] = lesson;
      const file = files[at] ?? '';
      this.file = file;
      this.made = [];
      const body = textOf(tidy(this.lessonLines(lesson)));
      const words = { title: wordsOf(first?.title ?? '') || title, objectives: [], body };
      const made = writeLesson(file, words, first?.line ?? 1, this.say);
      this.say('kept', 'page', first?.line ?? 1, { path: `${id}/${file}` });
      // A question is kept if it can be asked; if not, a mistake says why.
      const asked = new Set([...made.parsed.items, ...made.parsed.kept].map((each) => each.id));
      for (const { line, ...values } of this.made) {
        if (asked.has(values.id)) this.say('kept', 'question', line, values);
      }
      written.push({ path: `${id}/${file}`, text: made.text });
    }
    this.file = 'course.md';
    const about = textOf(tidy(this.markdown(front.flatMap((section) => section.lines))));
    const courseText = this.courseText(id, title, head, about);
    const copies = this.assets.copies.map(([from, to]) => ({ path: `${id}/${to}`, copyOf: from }));
    return {
      files: [{ path: `${id}/course.md`, text: courseText }, ...written, ...copies],
      report: this.report,
    };
  }

  private courseText(id: string, title: string, head: Head, about: string): string {
    const version = valid(head.version ?? '') ?? '1.0.0';
    const words = {
      id,
      title,
      summary: summaryOf(head.summary ?? title),
      language: courseLanguage(head.language ?? 'en'),
      authors: head.authors,
      version,
    };
    return writeCourse('course.md', words, about, 1, this.say);
  }

  private lessonLines(sections: readonly Section[]): Line[] {
    const [first] = sections;
    const ids = new Names();
    const top = Math.min(6, ...sections.slice(1).map(({ level }) => level));
    return sections.flatMap((section) => {
      const level = Math.max(2, Math.min(6, 2 + section.level - top));
      const heading = { text: `${'#'.repeat(level)} ${section.title}`, line: section.line };
      return [
        ...(section === first
          ? []
          : [
              { text: '', line: section.line },
              ...this.markdown([heading]),
              { text: '', line: section.line },
            ]),
        ...this.sectionLines(section, ids),
      ];
    });
  }

  /** Text between the questions, and the questions with what asks them. */
  private sectionLines(section: Section, ids: Names): Line[] {
    const { lines } = section;
    const out: Line[] = [];
    let text: Line[] = [];
    const fences = new Fences();
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at] as Line;
      const quiz = fences.takes(line.text) ? undefined : quizAt(lines, at);
      if (!quiz) {
        text.push(line);
        continue;
      }
      const { before, question } = takeQuestion(text, section, quiz);
      for (const each of this.markdown(before)) out.push(each);
      const writing = {
        say: this.say,
        markdown: (some: readonly Line[]) => this.markdown(some),
        ids,
        question,
        made: (block: Made) => this.made.push(block),
        tries: this.triesBefore(lines, at),
      };
      for (const each of writeQuestion(quiz, writing)) out.push(each);
      text = [];
      at = quiz.end - 1;
      const model = modelAt(lines, quiz);
      if (model) {
        // A model answer follows the field: it belongs behind a rule in the block.
        const close = out.findLastIndex((each) => each.text === ':::');
        const said = trimmed(this.markdown(model.lines));
        out.splice(
          close,
          0,
          { text: '', line: line.line },
          { text: '---', line: line.line },
          { text: '', line: line.line },
          ...said,
        );
        at = model.end - 1;
      }
    }
    for (const each of this.markdown(text)) out.push(each);
    return out;
  }

  private triesBefore(lines: readonly Line[], at: number): number | undefined {
    for (let before = at; before >= Math.max(0, at - 2); before--) {
      const found = this.tries.get(lines[before]?.line ?? 0);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private markdown(lines: readonly Line[]): Line[] {
    if (lines.every(isBlank)) return [];
    const { index, assets, places, say } = this;
    const document = { path: this.source.path, index, assets, places, say };
    const page = readPage(lines, contextOf(document, this.file));
    if (!page) say('left-out', 'page-tangled', lines[0]?.line ?? 1);
    return page?.lines ?? [];
  }
}
