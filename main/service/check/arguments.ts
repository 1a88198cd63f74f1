// The arguments of the check, the same from npm and from the packaged app.
import { readOptions, WrongUsage } from '../command-line/command';

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

  deskwise check [PATH …] [--format text|json|github] [--json] [--strict] [--fix]

PATH      a course, or a folder of courses; without one, the folder courses
--format  text (default), json, or github: annotations of a GitHub workflow
--strict  warnings count as errors do
--fix     write what can be mended without a decision: missing ids of blocks,
          white space at the ends of lines, the last line's end

Exit status: 0 no errors, 1 errors, 2 wrong arguments or unreadable paths.
`;

export function readCheckArguments(argv: readonly string[]): CheckArguments {
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = readOptions(argv, {
    format: { type: 'string' },
    strict: flag,
    fix: flag,
  });
  const { json = false, strict = false, fix = false, help = false } = values;
  const { format = json ? 'json' : 'text' } = values;
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
