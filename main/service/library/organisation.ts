// Where the organisation's words come from: a file IT puts on the computer, else one chosen in Settings.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type OrganisationMistake,
  type OrganisationWords,
  parseOrganisation,
} from '../../../core/organisation';

export interface Organisation {
  words(): OrganisationWords;
  source(): { kind: 'machine' | 'own'; file: string } | null;
  mistakes(): OrganisationMistake[];
  /** Takes the words of this text from now on; a text that cannot be read changes nothing. */
  set(text: string): { taken: boolean; mistakes: OrganisationMistake[] };
  /** Goes without the words chosen in Settings. */
  forget(): void;
}

/** What IT put on the computer wins over what was chosen; both are read once, and again when set. */
export function openOrganisation(dataFolder: string, machineFile: string): Organisation {
  const ownFile = join(dataFolder, 'organisation.yml');
  const read = () => {
    for (const [kind, file] of [
      ['machine', machineFile],
      ['own', ownFile],
    ] as const) {
      if (!existsSync(file)) continue;
      try {
        return { source: { kind, file }, ...parseOrganisation(readFileSync(file, 'utf8')) };
      } catch (error) {
        const { code } = error as { code?: unknown };
        const mistake: OrganisationMistake = {
          line: 1,
          problem: 'syntax',
          detail: String(code ?? ''),
        };
        return { source: { kind, file }, words: {}, mistakes: [mistake] };
      }
    }
    return { source: null, words: {}, mistakes: [] };
  };
  let held: ReturnType<typeof read> | undefined;
  const now = () => {
    held ??= read();
    return held;
  };
  return {
    words: () => now().words,
    source: () => now().source,
    mistakes: () => now().mistakes,
    set(text) {
      const { words, mistakes } = parseOrganisation(text);
      if (Object.keys(words).length === 0) return { taken: false, mistakes };
      writeFileSync(`${ownFile}.new`, text);
      renameSync(`${ownFile}.new`, ownFile);
      held = undefined;
      return { taken: true, mistakes };
    },
    forget() {
      rmSync(ownFile, { force: true });
      held = undefined;
    },
  };
}
