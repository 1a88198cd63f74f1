// The arguments of the check, the same from npm and from the packaged app.
import { parseArgs } from 'node:util';

const formats = ['text', 'json', 'github'] as const;
export type Format = (typeof formats)[number];

export interface CheckArguments {
  paths: string[];
  format: Format;
  strict: boolean;
  fix: boolean;
  help: boolean;
}

export const usage = `Checks courses for mistakes.

  check-courses [PATH …] [--format text|json|github] [--strict] [--fix]

PATH      a course, or a folder of courses; without one, the folder courses
--format  text (default), json, or github: annotations of a GitHub workflow
--strict  warnings count as errors do
--fix     write what can be mended without a decision: missing ids of blocks,
          white space at the ends of lines, the last line's end

Exit status: 0 no errors, 1 errors, 2 wrong arguments or unreadable paths.
`;

/** A wrong argument, in words for the person at the command line. */
export class WrongUsage extends Error {}

export function readCheckArguments(argv: readonly string[]): CheckArguments {
  const { values, positionals } = parse(argv);
  const { format = 'text', strict = false, fix = false, help = false } = values;
  const known = formats.find((each) => each === format);
  if (!known) throw new WrongUsage(`--format takes ${formats.join(', ')}, not ${format}.`);
  if (positionals.includes('')) throw new WrongUsage('A path is empty.');
  return {
    paths: positionals.length > 0 ? positionals : ['courses'],
    format: known,
    strict,
    fix,
    help,
  };
}

function parse(argv: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        strict: flag,
        fix: flag,
        help: { ...flag, short: 'h' },
      },
    });
  } catch (error) {
    // Of Node's own words the first sentence: the others are about quoting.
    const [words = ''] = String((error as Error).message).split(/\. |\n/);
    throw new WrongUsage(`${words.replace(/\.$/, '')}.`);
  }
}
