// The arguments of the command line, the same in development and packaged.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commandNames } from '../../core/command-names';
import { isLanguageTag } from '../../core/course/matter-schemas';
import { type Theme, themes } from '../../core/looks';
import { packEnding } from '../../core/pack/pack-name';

export interface Arguments {
  /** A separate data folder. */
  data: string | null;
  /** One more folder of courses. */
  courses: string | null;
  /** COURSE[/LESSON[#BLOCK]] */
  open: string | null;
  /** A course file to read and ask about; also one that was double-clicked. */
  importFile: string | null;
  language: string | null;
  theme: Theme | null;
  /** Save what the window shows once it is ready, then exit. */
  screenshot: string | null;
  /** A policy file in the place of the machine's: only tests may. */
  policy: string | null;
  /** Say what the organisation has decided, then exit. */
  printPolicy: boolean;
  /** What to do instead of opening a window: the name of a command, and everything behind it. */
  command: string[] | null;
}

const none: Arguments = {
  data: null,
  courses: null,
  open: null,
  importFile: null,
  language: null,
  theme: null,
  screenshot: null,
  policy: null,
  printPolicy: false,
  command: null,
};

const openForm = /^[a-z0-9-]+(\/[a-z0-9-]+(#[a-z0-9-]+)?)?$/;

/** A wrong argument, in words for the person at the command line. */
export class ArgumentMistake extends Error {}

/** Chromium's switches stand before the name of the command; what stands behind belongs to it alone. */
function readCommand(argv: readonly string[]): string[] | null {
  const own = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const at = own.findIndex(
    (each, place) => isCommand(each) && !takesValue.test(own[place - 1] ?? ''),
  );
  if (at >= 0) return argv.slice(at);
  // As it was called before there were other commands.
  const check = own.findIndex((each) => each === '--check' || each.startsWith('--check='));
  if (check < 0) return null;
  const value = own[check]?.slice('--check='.length);
  return ['check', ...(value ? [value] : []), ...argv.slice(check + 1)];
}

const isCommand = (argument: string): boolean =>
  [...commandNames, 'help'].some((name) => name === argument);

/** `--data new` names a folder. */
const takesValue = /^--(data|courses|open|lang|theme|screenshot|policy)$/;

/**
 * Reads what stands behind the program's name. Chromium's own switches may stand among ours, so
 * unknown ones are passed over.
 * Throws ArgumentMistake.
 */
export function readArguments(argv: readonly string[], folder: string): Arguments {
  const command = readCommand(argv);
  if (command) return { ...none, command };
  const option = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      data: option,
      courses: option,
      open: option,
      import: option,
      lang: option,
      theme: option,
      screenshot: option,
      policy: option,
      'print-policy': { type: 'boolean' },
    },
  });
  const text = (name: keyof typeof values, expected: string): string | null => {
    const value = values[name];
    if (value === undefined) return null;
    // A switch where the value should be: the value was forgotten. `--data=--x` can be written.
    const isForgotten = argv.includes(`--${name}`) && String(value).startsWith('--');
    if (typeof value === 'string' && value !== '' && !isForgotten) return value;
    throw new ArgumentMistake(`--${name} needs ${expected}.`);
  };
  const path = (name: keyof typeof values, expected: string): string | null => {
    const value = text(name, expected);
    return value === null ? null : resolve(folder, value);
  };

  /** The system hands a double-clicked file over as it is. */
  const clicked = positionals.find((each) => each.endsWith(packEnding));
  const open = text('open', 'a course, for example --open phishing-lab/read-addresses');
  if (open !== null && !openForm.test(open)) {
    throw new ArgumentMistake(
      `--open takes COURSE, COURSE/LESSON or COURSE/LESSON#BLOCK, not ${open}.`,
    );
  }
  const language = text('lang', 'a language tag, for example --lang es');
  if (language !== null && !isLanguageTag(language)) {
    throw new ArgumentMistake(`--lang takes a language tag such as es or pt-BR, not ${language}.`);
  }
  const theme = text('theme', `one of ${themes.join(', ')}`);
  if (theme !== null && !themes.some((each) => each === theme)) {
    throw new ArgumentMistake(`--theme takes one of ${themes.join(', ')}, not ${theme}.`);
  }
  return {
    data: path('data', 'a folder'),
    courses: path('courses', 'a folder'),
    open,
    importFile: path('import', 'a course file') ?? (clicked ? resolve(folder, clicked) : null),
    language,
    theme: theme as Theme | null,
    screenshot: path('screenshot', 'a file'),
    policy: path('policy', 'a file'),
    printPolicy: values['print-policy'] === true,
    command: null,
  };
}
