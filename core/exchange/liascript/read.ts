// A LiaScript document → a course: its sections become lessons, its quizzes and surveys blocks.
import { valid } from 'semver';
import { anchorOf } from '../../course/anchor';
import { limits } from '../../course/limits';
import { Assets } from '../markdown-folder/assets';
import { summaryOf, wordsOf, writeCourse, writeLesson } from '../markdown-folder/course-text';
import { FolderIndex, isPicturePath, readAddress } from '../markdown-folder/folder';
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
import { readPage, slugLikeGitHub } from '../markdown-folder/page';
import type { PageContext } from '../markdown-folder/page-context';
import type { CourseFile, ReadFolder } from '../markdown-folder/read-result';
import { type ReportEntry, type Say, sayer } from '../markdown-folder/report';
import { type Head, takeHead } from './head';
import { plainLines } from './plain-lines';
import { type Made, writeQuestion } from './questions';
import { type Quiz, quizAt } from './quiz';

export interface LiaScriptSource {
  /** Its path in the folder it lies in. */
  path: string;
  text: string;
  /** What lies beside it: only such pictures and files can be taken along. */
  files: readonly { path: string; bytes: number }[];
  isTaken?: (id: string) => boolean;
}

interface Section {
  level: number;
  /** Markdown; '' before the first heading. */
  title: string;
  line: number;
  lines: Line[];
}

/** Never throws, whatever the text is. */
export function readLiaScript(source: LiaScriptSource): ReadFolder {
  return new Document(source).read();
}

class Document {
  private readonly report: ReportEntry[] = [];
  private readonly say: Say;
  private readonly index: FolderIndex;
  private readonly assets: Assets;
  private readonly sizes: Map<string, number>;
  /** Where links to headings of the document lead now. */
  private readonly places = new Map<string, { file: string; anchor: string }>();
  private file = '';
  private tries = new Map<number, number>();
  /** The blocks of the lesson that is being written. */
  private made: Made[] = [];

  constructor(private readonly source: LiaScriptSource) {
    this.say = sayer(source.path, (entry) => this.report.push(entry));
    this.sizes = new Map(source.files.map(({ path, bytes }) => [path, bytes]));
    this.index = new FolderIndex([...this.sizes.keys()], []);
    this.assets = new Assets((path) => this.sizes.get(path) ?? 0, limits.courseFiles / 2);
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
      return `${String(at + 1).padStart(Math.max(2, String(lessons.length).length), '0')}-${name}.md`;
    });
    this.notePlaces(front, 'course.md');
    for (const [at, lesson] of lessons.entries()) this.notePlaces(lesson, files[at] ?? '');
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
      language: languageOf(head.language),
      authors: head.authors,
      version,
    };
    return writeCourse('course.md', words, about, 1, this.say);
  }

  /** Headings are known by their words: the first of a lesson is the lesson itself. */
  private notePlaces(sections: readonly Section[], file: string): void {
    for (const [at, { title }] of sections.entries()) {
      const words = wordsOf(title);
      const place = { file, anchor: at === 0 ? '' : anchorOf(words) };
      for (const name of [slugLikeGitHub(words), anchorOf(words)]) {
        if (!this.places.has(name)) this.places.set(name, place);
      }
    }
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
    const page = readPage(lines, this.context());
    if (!page) this.say('left-out', 'page-tangled', lines[0]?.line ?? 1);
    return page?.lines ?? [];
  }

  private context(): PageContext {
    const { say, index, assets, source } = this;
    const take = (path: string, line: number): string | undefined => {
      const isTooLarge = isPicturePath(path) && (this.sizes.get(path) ?? 0) > limits.imageBytes;
      const name = isTooLarge ? undefined : assets.take(path);
      if (name === undefined) say('left-out', 'asset-too-large', line, { path });
      return name;
    };
    return {
      say,
      hasFormulas: true,
      include: () => undefined,
      wiki: () => undefined,
      link: (written, line) => {
        const address = readAddress(written);
        if (address.is === 'refused') say('left-out', 'link-refused', line, { url: written });
        if (address.is === 'refused') return undefined;
        if (address.is === 'web') {
          if (address.isChanged) say('changed', 'link-https', line, { url: address.url });
          return address.url;
        }
        if (address.path === '') {
          const place =
            this.places.get(address.anchor) ?? this.places.get(slugLikeGitHub(address.anchor));
          if (!place) {
            say('left-out', 'link-missing', line, { path: written });
            return undefined;
          }
          if (place.file === this.file && place.anchor !== '') return `#${place.anchor}`;
          return `${place.file}${place.anchor === '' ? '' : `#${place.anchor}`}`;
        }
        const found = index.resolve(source.path, address.path);
        if (found === undefined) say('left-out', 'link-missing', line, { path: address.path });
        return found === undefined ? undefined : take(found, line);
      },
      picture: (written, alt, line) => {
        const address = readAddress(written);
        if (address.is !== 'path') {
          say('left-out', 'picture-remote', line, { url: written });
          return undefined;
        }
        const found = address.path === '' ? undefined : index.resolve(source.path, address.path);
        const taken = found === undefined ? undefined : take(found, line);
        if (found === undefined)
          say('left-out', 'picture-missing', line, { path: address.path || '–' });
        if (found === undefined || taken === undefined) return undefined;
        const words = alt.trim() || withoutEnding(nameOf(found));
        if (!isPicturePath(found)) {
          say('changed', 'picture-kind', line, { path: found });
          return { href: taken, alt: words };
        }
        if (alt.trim() === '') say('changed', 'picture-words', line, { path: found, words });
        return { src: taken, alt: words };
      },
    };
  }
}

function sectionsOf(lines: readonly Line[]): Section[] {
  const sections: Section[] = [{ level: 0, title: '', line: lines[0]?.line ?? 1, lines: [] }];
  const fences = new Fences();
  for (const line of lines) {
    const [, signs, title = ''] = fences.takes(line.text)
      ? []
      : (/^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(line.text) ?? []);
    if (signs) sections.push({ level: signs.length, title, line: line.line, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.filter(({ level, lines: inside }) => level > 0 || !inside.every(isBlank));
}

const asksSomething = ({ lines }: Section): boolean => {
  const fences = new Fences();
  return lines.some(({ text }, at) => !fences.takes(text) && quizAt(lines, at) !== undefined);
};

/**
 * Lessons begin at the highest level that has two headings or more. What stands before the first is
 * about the course; if it asks something, it is a lesson too.
 */
function intoLessons(
  sections: readonly Section[],
  wanted: number | undefined,
): { front: Section[]; lessons: Section[][] } {
  const levels = sections.map(({ level }) => level).filter((level) => level > 0);
  const level =
    levels.find((each) => each === wanted) ??
    [1, 2, 3, 4, 5, 6].find((each) => levels.filter((other) => other === each).length > 1) ??
    // One heading over another: the upper one names the course.
    [...new Set(levels)].sort()[1] ??
    Math.min(6, ...levels);
  const first = sections.findIndex((section) => section.level > 0 && section.level === level);
  const before = first < 0 ? sections : sections.slice(0, first);
  const lessons: Section[][] = [];
  for (const section of first < 0 ? [] : sections.slice(first)) {
    if (section.level <= level || lessons.length === 0) lessons.push([section]);
    else lessons.at(-1)?.push(section);
  }
  const isLesson = before.some(asksSomething) || lessons.length === 0;
  if (!isLesson) return { front: [...before], lessons };
  const [title] = before;
  const front = title ? [{ ...title, lines: [] }] : [];
  return { front, lessons: before.length > 0 ? [[...before], ...lessons] : lessons };
}

const noParagraph =
  /^[ \t]*(?:[#>|]|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}|:{3}|<|!\[[^\]]*\]\([^)]*\)[ \t]*$)/;

/** The paragraph before a quiz asks it; where there is none, the heading does. */
function takeQuestion(
  text: readonly Line[],
  section: Section,
  { asked, line }: Quiz,
): { before: Line[]; question: Line[] } {
  if (asked.kind === 'gaps' && !asked.isAlone) return { before: [...text], question: [] };
  const end = text.findLastIndex((each) => !isBlank(each)) + 1;
  let begin = end;
  while (begin > 0 && !isBlank(text[begin - 1] as Line)) begin--;
  const paragraph = text.slice(begin, end);
  const fences = new Fences();
  const isCode = text.filter((each) => fences.takes(each.text)).includes(text[begin] as Line);
  const isOne =
    paragraph.length > 0 && !isCode && !paragraph.some((each) => noParagraph.test(each.text));
  if (isOne) return { before: text.slice(0, begin), question: paragraph };
  return { before: [...text], question: [{ text: section.title || '…', line }] };
}

/** What `write.ts` puts behind a text survey: folded text without a title is a model answer. */
function modelAt(
  lines: readonly Line[],
  { asked, end }: Quiz,
): { lines: Line[]; end: number } | undefined {
  if (asked.kind !== 'text-survey') return undefined;
  let at = end;
  while (at < lines.length && isBlank(lines[at] as Line)) at++;
  if (lines[at]?.text !== '<details><summary>…</summary>') return undefined;
  const close = lines.findIndex((line, next) => next > at && line.text === '</details>');
  return close < 0 ? undefined : { lines: trimmed(lines.slice(at + 1, close)), end: close + 1 };
}

function languageOf(written: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((written ?? 'en').trim().replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
