// Whether a Markdown file is a LiaScript document, by its head and its quizzes.
import { Fences, linesOf } from '../markdown-folder/lines';

/** So much of a file tells what it is. */
const lookedAt = 100_000;

/** Keys that nothing but LiaScript puts into a comment at the top. */
const ownKeys = /^[ \t]*(?:narrator|onload|classroom|translateWithGoogle|@onload)\b[ \t]*:?/m;
const importedCourse = /^[ \t]*import[ \t]*:[ \t]*\S+\.md\b/m;
const macroKey = /^[ \t]*@[A-Za-z][\w.]*[ \t]*:/m;
const sharedKeys =
  /^[ \t]*(author|email|version|language|comment|mode|dark|logo|icon|link|script|attribute|date)[ \t]*:/gim;

/** Boxes, hints, fields and spoken words that plain Markdown has no use for. */
const signs: readonly RegExp[] = [
  /^[ \t]*(?:-[ \t]?)?\[\([ xX]\)\][ \t]+\S/,
  /^[ \t]*(?:-[ \t]?)?\[\[[ xX]\]\][ \t]+\S/,
  /^[ \t]*(?:-[ \t]?)?\[\[[?!]\]\]/,
  /^[ \t]*\[\[(?:_{3,}[ \t]*)+\]\][ \t]*$/,
  /^[ \t]*(?:-[ \t]?)?\[\((?:\d+|:[^()]+)\)\][ \t]+\S/,
  /^[ \t]*--\{\{[^{}]{0,60}\}\}--/,
];

export function isLiaScript(text: string): boolean {
  const begin = text.slice(0, lookedAt);
  return hasHead(begin) || hasSigns(begin);
}

function hasHead(text: string): boolean {
  const [, head] = /^\s*<!--([\s\S]*?)-->/.exec(text) ?? [];
  if (head === undefined) return false;
  if ([ownKeys, importedCourse, macroKey].some((key) => key.test(head))) return true;
  // One such line may stand in any comment.
  return new Set([...head.matchAll(sharedKeys)].map(([, key]) => key?.toLowerCase())).size >= 2;
}

function hasSigns(text: string): boolean {
  const fences = new Fences();
  return linesOf(text).some(
    ({ text: line }) => !fences.takes(line) && signs.some((sign) => sign.test(line)),
  );
}
