// The sections of a LiaScript document, and which of them make a lesson together.
import { Fences, isBlank, type Line } from '../markdown-folder/lines';
import { quizAt } from './quiz';

export interface Section {
  level: number;
  /** Markdown; '' before the first heading. */
  title: string;
  line: number;
  lines: Line[];
}

export function sectionsOf(lines: readonly Line[]): Section[] {
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
export function intoLessons(
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
