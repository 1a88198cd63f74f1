// Reads the list of people from its file.
import { readFile, stat } from 'node:fs/promises';
import { type Roster, readRoster, rosterLimits } from '../../../core/team/roster';

const noList = (kind: 'too-large' | 'not-utf-8'): Roster => ({
  rows: [],
  mistakes: [{ kind, line: 1, detail: '' }],
});

/** Throws what the file system throws. */
export async function readList(file: string): Promise<Roster> {
  if ((await stat(file)).size > rosterLimits.characters) return noList('too-large');
  const bytes = await readFile(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Names and units in other signs would come in wrong, and nobody would be told.
    return noList('not-utf-8');
  }
  return readRoster(text);
}
