// What every command of the command line has in common: its words, its mistakes, its exit status.
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ReportRow } from '../../../core/exchange/report';

export interface Outcome {
  /** 0 done, 1 done and something is wrong with the course, 2 wrong usage or nothing done. */
  status: 0 | 1 | 2;
  /** For stdout. */
  output: string;
  /** For stderr. */
  mistake: string;
}

/** What the program has beside its code. */
export interface Program {
  /** The folder of the player as the build made it. */
  player: string;
}

export interface Command {
  /** In one line. */
  does: string;
  usage: string;
  /** Paths are read and shown relative to `folder`. Throws WrongUsage for what the person can mend. */
  run(argv: readonly string[], folder: string, program: Program): Outcome | Promise<Outcome>;
}

/** A wrong argument, in words for the person at the command line. */
export class WrongUsage extends Error {}

export const done = (output: string, status: Outcome['status'] = 0): Outcome => ({
  status,
  output,
  mistake: '',
});

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A row of a report in one line. */
export const reportLine = (file: string, { line, what, message, values }: ReportRow): string =>
  `${file}:${line}: ${what}: ${message} ${JSON.stringify(values)}`;

/** The text of a file that somebody named. Throws WrongUsage. */
export function readNamed(path: string, shown: string, largest: number): string {
  try {
    if (statSync(path).size > largest) throw new WrongUsage(`${shown} is too large.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof WrongUsage) throw error;
    throw new WrongUsage(`${shown} cannot be read (${codeOf(error)}).`);
  }
}

/** What the system calls a failure, such as ENOENT. */
export const codeOf = (error: unknown): string => String((error as { code?: unknown }).code);

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

/** Positional arguments and options; `--json` and `--help` are options of every command. */
export function readOptions<Own extends NonNullable<Options>>(argv: readonly string[], own: Own) {
  const options = {
    ...own,
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    // Of Node's own words the first sentence: the others are about quoting.
    const [words = ''] = String((error as Error).message).split(/\. |\n/);
    throw new WrongUsage(`${words.replace(/\.$/, '')}.`);
  }
}
