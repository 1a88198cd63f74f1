// The gallery: a course that shows each block beside the Markdown it was written in.
import { type Sample, samples } from './samples';

const matter = (lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n`;

/** A fence longer than any run of backticks inside, so that every sample can stand in it. */
const fenced = (markdown: string): string => {
  const longest = Math.max(2, ...(markdown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${markdown.trimEnd()}\n${fence}`;
};

const shown = ({ kind, use, markdown }: Sample): string =>
  `## ${kind}\n\n${use}\n\n${markdown.trimEnd()}\n\n### How ${kind} is written\n\n${fenced(markdown)}\n`;

const lesson = (
  title: string,
  objective: string,
  minutes: number,
  parts: readonly string[],
): string =>
  `${matter([`title: ${title}`, `minutes: ${minutes}`, `objectives: [${objective}]`])}\n${parts.join('\n')}`;

const course = `${matter([
  'id: gallery',
  'title: Gallery of all blocks',
  'summary: Every block a course can have, working, beside the Markdown it was written in.',
  'language: en',
  'version: 1.0.0',
  'level: basic',
  'hidden: true',
  'license: CC-BY-4.0',
  'format: 1',
])}
For trainers. Try a block, then copy its Markdown from the box under it into a lesson of your own.
`;

/** The files of the gallery, by their names. */
export function galleryFiles(): Map<string, string> {
  const all = Object.values(samples).flat();
  return new Map([
    ['course.md', course],
    [
      '01-questions.md',
      lesson('Questions', 'Choose a kind of question', 60, samples.questions.map(shown)),
    ],
    [
      '02-kept.md',
      lesson(
        'Answers that nobody grades',
        'Ask for a thought or a plan',
        10,
        samples.kept.map(shown),
      ),
    ],
    [
      '03-groups.md',
      lesson('Questions together', 'Put questions together', 5, samples.groups.map(shown)),
    ],
    [
      '04-text.md',
      lesson('Around the questions', 'Set a text that is easy to use', 10, samples.text.map(shown)),
    ],
    [
      '05-all.md',
      lesson(
        'Every kind on one page',
        'See all kinds at once',
        60,
        all.map(({ kind, markdown }) => `## ${kind}\n\n${markdown}`),
      ),
    ],
  ]);
}
