// `deskwise COMMAND …`: what can be done with courses without a window, here and in a repository's CI.
import type { CommandName } from '../../../core/command-names';
import { catalogue } from './catalogue';
import { check } from './check';
import { type Command, type Outcome, type Program, WrongUsage } from './command';
import { exportCourse } from './export';
import { importQuestions } from './import';
import { newCourse } from './new';
import { pack } from './pack';
import { translate } from './translate';

/** Entries of pairs: the arrows' check takes a key called `import` for an import. */
export const commands = Object.fromEntries<Command>([
  ['check', check],
  ['new', newCourse],
  ['import', importQuestions],
  ['export', exportCourse],
  ['pack', pack],
  ['translate', translate],
  ['catalogue', catalogue],
]) as Record<CommandName, Command>;

const usage = (): string => {
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(10)} ${does}`);
  return `Works with courses, without a window.

  deskwise COMMAND …

${lines.join('\n')}

deskwise COMMAND --help says more. Every command takes --json.
`;
};

/** Runs a command for a whole process; gives its exit status once everything is said. */
export async function runCommand(
  argv: readonly string[],
  folder: string,
  program: Program,
): Promise<number> {
  const { status, output, mistake } = await outcomeOf(argv, folder, program);
  await Promise.all([said(process.stdout, output), said(process.stderr, mistake)]);
  return status;
}

/** A mistake of ours must not read as one of the course. Without a player nothing is exported to be played. */
export async function outcomeOf(
  argv: readonly string[],
  folder: string,
  program: Program = { player: '' },
): Promise<Outcome> {
  const [name, ...rest] = argv;
  const command = Object.entries(commands).find(([each]) => each === name)?.[1];
  if (!command) {
    const isAsked = name === undefined || name === 'help' || name === '--help' || name === '-h';
    const mistake = isAsked ? '' : `There is no command “${name}”.\n\n${usage()}`;
    return { status: isAsked ? 0 : 2, output: isAsked ? usage() : '', mistake };
  }
  try {
    return await command.run(rest, folder, program);
  } catch (error) {
    if (error instanceof WrongUsage) {
      return { status: 2, output: '', mistake: `${error.message}\n` };
    }
    const words = error instanceof Error ? error.stack : String(error);
    return { status: 2, output: '', mistake: `deskwise ${name} itself failed.\n${words}\n` };
  }
}

/** Settles when it is written, or when nobody listens any more, as in `… | head`. */
function said(stream: NodeJS.WriteStream, words: string): Promise<void> {
  return new Promise((settle) => {
    if (words === '') return settle();
    stream.once('error', () => settle());
    stream.write(words, () => settle());
  });
}
