// Checks courses as the app reads them, and for what only the check looks at.
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { byNumber } from '../../../core/course/by-number';
import { type Course, sortProblems } from '../../../core/course/course';
import { parseCourseFile } from '../../../core/course/parse';
import type { Problem } from '../../../core/course/problem';
import { fillWords, type Rule, type RuleId, rules } from '../../../core/course/rules';
import { courseFoldersIn } from '../library/folders';
import { libraryProblems, readFacts, withFactProblems } from '../library/library';
import { isCourseText, readCourse } from '../library/read-course';
import { noParseCache } from '../store/parse-cache';
import { addressesInExamples } from './addresses';
import { factsPassed, reviewPassed } from './dates';
import { giveAways } from './give-aways';
import { type OrganisationKey, organisationKeys } from './organisation-keys';
import { pathProblems } from './paths';
import { passWithoutPoints, untestedObjectives } from './purpose';
import { readability } from './readability';
import { readingTime } from './reading-time';
import { readSource, type SourceText, sourceTexts } from './source-text';
import { unusedAssets } from './unused-assets';

/** A problem with its words, and its file as seen from where the person is. */
export interface Finding {
  file: string;
  line: number;
  column: number;
  severity: Rule['severity'];
  rule: RuleId;
  what: string;
  mend: string;
  values: Problem['values'];
}

export interface CheckResult {
  findings: Finding[];
  counts: { courses: number; files: number; errors: number; warnings: number };
  organisationKeys: OrganisationKey[];
}

/** With forward slashes on every system, as annotations want it. */
export function shownPath(path: string, folder: string): string {
  const near = relative(folder, path);
  const shown = near === '' ? '.' : near;
  return isAbsolute(shown) ? shown : shown.split(sep).join('/');
}

export function check(roots: readonly string[], folder: string, today: Date): CheckResult {
  const neighbours = new Neighbours(folder);
  const found: { file: string; problem: Problem }[] = [];
  const texts: SourceText[] = [];
  let files = 0;
  const courses = new Map<string, Course>();
  const read = (root: string): Course => {
    const course = courses.get(root) ?? readCourse(root, noParseCache);
    courses.set(root, course);
    return course;
  };
  for (const root of roots) {
    const course = read(root);
    const own = sourceTexts(root, course);
    files += course.files.filter(isCourseText).length;
    for (const text of own) texts.push(text);
    for (const problem of problemsOf(course, root, own, neighbours, today)) {
      found.push({ file: shownPath(join(root, problem.file), folder), problem });
    }
  }
  for (const parent of new Set(roots.map((root) => dirname(root)))) {
    const all = () => foldersIn(parent).map((name) => read(join(parent, name)));
    for (const problem of pathProblems(parent, all, noParseCache)) {
      found.push({ file: shownPath(join(parent, problem.file), folder), problem });
    }
  }
  const findings = sorted(distinct(found.map(({ file, problem }) => toFinding(file, problem))));
  const count = (severity: Rule['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    counts: { courses: roots.length, files, errors: count('error'), warnings: count('warning') },
    organisationKeys: organisationKeys(texts),
  };
}

/** All that is wrong with one course; files are named as seen from its folder. */
export function courseProblems(root: string, today: Date): Problem[] {
  const course = readCourse(root, noParseCache);
  const neighbours = new Neighbours(dirname(root));
  return sortProblems(problemsOf(course, root, sourceTexts(root, course), neighbours, today));
}

function problemsOf(
  course: Course,
  root: string,
  texts: readonly SourceText[],
  neighbours: Neighbours,
  today: Date,
): Problem[] {
  const { problems } = withFactProblems(course, readFacts(dirname(root), noParseCache));
  const [own] = texts;
  return [
    ...problems,
    ...neighbours.doubles(course, root),
    ...libraryProblems(course, neighbours.ids(root), today),
    ...texts.flatMap((text) => textProblems(text, today)),
    ...(own ? passWithoutPoints(course, own) : []),
    ...giveAways(texts),
    ...factsPassed(course, root, today),
    ...unusedAssets(course, root, texts),
  ];
}

/** What one text tells by itself. */
export const textProblems = (text: SourceText, today: Date): Problem[] => [
  ...readability(text),
  ...readingTime(text),
  ...untestedObjectives(text),
  ...reviewPassed(text, today),
  ...addressesInExamples(text),
];

/** The courses beside a course: they make up a library with it, checked or not. */
class Neighbours {
  private readonly known = new Map<string, Map<string, string>>();

  constructor(private readonly folder: string) {}

  /** Id by folder. */
  private beside(root: string): Map<string, string> {
    const parent = dirname(root);
    let courses = this.known.get(parent);
    if (!courses) {
      courses = new Map();
      for (const name of foldersIn(parent)) {
        const text = readSource(join(parent, name), 'course.md');
        const { id } = parseCourseFile('course.md', text).matter;
        if (id !== undefined) courses.set(join(parent, name), id);
      }
      this.known.set(parent, courses);
    }
    return courses;
  }

  ids(root: string): Set<string> {
    return new Set(this.beside(root).values());
  }

  doubles({ id }: Course, root: string): Problem[] {
    const other = [...this.beside(root)].find(([path, each]) => path !== root && each === id);
    if (!other) return [];
    const values = { id, other: shownPath(other[0], this.folder) };
    return [{ rule: 'course-id-double', file: 'course.md', line: 1, column: 1, values }];
  }
}

function foldersIn(parent: string): string[] {
  try {
    return courseFoldersIn(parent);
  } catch {
    return [];
  }
}

function toFinding(file: string, { rule, line, column, values }: Problem): Finding {
  const { severity, what, mend } = rules[rule];
  return {
    file,
    line,
    column,
    severity,
    rule,
    what: fillWords(what, values),
    mend: fillWords(mend, values),
    values,
  };
}

/** A list of facts belongs to several courses, and is to be complained of once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const name = JSON.stringify(finding);
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

const sorted = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => byNumber(a.file, b.file) || a.line - b.line || a.column - b.column);
