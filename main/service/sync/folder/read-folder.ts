// Goes through the folder of one, some or all people and gives what is new: the reader of a device and of a team.

import { codeOf, faultOf } from './faults';
import { disk, type Entry, type Files, type Look } from './files';
import { inOrder } from './in-order';
import {
  actorOf,
  folderLimits,
  isPersonFolder,
  isPlaceholder,
  isSource,
  personKey,
} from './layout';
import { isDueAgain, isUnchanged, type Place, type Places } from './place';
import { NoFile, readNew, TooLarge } from './read-file';
import { rootOf } from './root';

export interface FolderPart {
  /** Key of the person whom all statements of the part are about. */
  person: string;
  /** Path below the root, to keep the place under. */
  file: string;
  statements: object[];
  /** With the last part of a file: to be kept (`places.set`) once the statements are. */
  place: Place | null;
  /** The file lost lines that were there before, or has torn ones. */
  isSpoiled: boolean;
}

/** What a pass met; counted anew in each. */
export interface Findings {
  /** Files. */
  read: number;
  unchanged: number;
  /** Not downloaded yet, or not readable at the moment: looked at again in the next pass. */
  later: number;
  /** Links, devices, and files or folders beyond what could be ours. */
  leftAlone: number;
  /** Statements about someone else than the folder they lie in. */
  foreign: number;
  /** Files that were there before and are no more. */
  vanished: string[];
}

export interface FolderSource {
  /** The folder that was chosen. */
  folder: string;
  /** Keys of the people to read; everybody where it is left out. */
  people?: readonly string[];
  /** Where reading stands; the reader changes it only to count looks and to forget what is gone. */
  places: Places;
  findings: Findings;
  files?: Files;
}

/** A share answers one question after the other slowly, and several at once nearly as fast as one. */
const surveyedAhead = 4;

export function noFindings(): Findings {
  return { read: 0, unchanged: 0, later: 0, leftAlone: 0, foreign: 0, vanished: [] };
}

/**
 * One pass. A statement may come more than once (conflict copies, compaction): count by its id. What
 * cannot be read is left for the next pass; throws only where the folder itself is gone. Holds one
 * piece of one file at a time.
 */
export async function* readFolder(source: FolderSource): AsyncGenerator<FolderPart> {
  const { files = disk, places, findings } = source;
  const root = await rootOf(files, source.folder);
  const unseen = new Set<string>();
  for (const [file] of places.entries()) unseen.add(file);
  // What could not be listed is not gone.
  const unknown: string[] = [];
  const people = await peopleIn(source, files, root);
  const survey = (folder: string) => surveyOf(files, root, folder, places);
  for await (const { item: folder, result } of inOrder(people, surveyedAhead, survey)) {
    if (!result.ok) {
      if (codeOf(result.error) === undefined) throw result.error;
      if (codeOf(result.error) === 'ENOENT') continue;
      unknown.push(`${folder}/`);
      findings.later++;
      continue;
    }
    const { entries, isAll, looks } = result.value;
    if (!isAll) {
      unknown.push(`${folder}/`);
      findings.leftAlone++;
    }
    for (const { name, kind } of entries) {
      const file = `${folder}/${name}`;
      unseen.delete(file);
      if (isPlaceholder(name)) findings.later++;
      if (!isSource(name)) continue;
      if (kind !== 'file') findings.leftAlone++;
      else yield* readOne(files, root, { folder, file, look: looks.get(file) }, source);
    }
  }
  // A folder that went away in the middle has shown nothing of what is in it.
  await rootOf(files, source.folder);
  for (const file of unseen) {
    if (unknown.some((folder) => file.startsWith(folder))) continue;
    places.delete(file);
    findings.vanished.push(file);
  }
}

async function peopleIn(
  { people, findings }: FolderSource,
  files: Files,
  root: string,
): Promise<readonly string[]> {
  if (people) return people;
  const all: string[] = [];
  for await (const { name, kind } of files.list(root)) {
    if (!isPersonFolder(name)) continue;
    if (kind !== 'folder' || all.length >= folderLimits.people) findings.leftAlone++;
    else all.push(name);
  }
  return all;
}

interface Survey {
  entries: Entry[];
  isAll: boolean;
  /** Of files that were read before. */
  looks: Map<string, Look>;
}

/** All at once, so that no folder is held open while its files are read. */
async function surveyOf(
  files: Files,
  root: string,
  folder: string,
  places: Places,
): Promise<Survey> {
  const path = `${root}/${folder}`;
  const survey: Survey = { entries: [], isAll: true, looks: new Map() };
  if ((await files.look(path)).kind !== 'folder') return survey;
  for await (const entry of files.list(path)) {
    survey.isAll = survey.entries.length < folderLimits.filesOfPerson;
    if (!survey.isAll) break;
    survey.entries.push(entry);
  }
  for (const { name } of survey.entries) {
    const file = `${folder}/${name}`;
    if (!places.get(file)) continue;
    // What cannot be looked at for now is opened, and says then what it has to say.
    const look = await files.look(`${root}/${file}`).catch(() => null);
    if (look) survey.looks.set(file, look);
  }
  return survey;
}

async function* readOne(
  files: Files,
  root: string,
  { folder, file, look }: { folder: string; file: string; look: Look | undefined },
  { places, findings }: FolderSource,
): AsyncGenerator<FolderPart> {
  const person = folder.toLowerCase();
  const isAbout = isAboutPerson(person);
  const path = `${root}/${file}`;
  const before = places.get(file);
  try {
    if (before && look && isUnchanged(before, look)) {
      if (before.good < before.size) places.set(file, { ...before, looks: before.looks + 1 });
      if (!isDueAgain({ ...before, looks: before.looks + 1 })) {
        findings.unchanged++;
        return;
      }
    }
    for await (const part of readNew(files, path, places.get(file))) {
      const statements = part.statements.filter(isAbout);
      findings.foreign += part.statements.length - statements.length;
      yield { person, file, statements, place: part.place, isSpoiled: part.isSpoiled };
    }
    findings.read++;
  } catch (error) {
    if (error instanceof NoFile || error instanceof TooLarge) findings.leftAlone++;
    else if (codeOf(error) === undefined) throw error;
    // Put together with others in the meantime: it says so when it is missing in the next pass too.
    else if (faultOf(error) !== 'gone') findings.later++;
  }
}

/** Nobody is counted by what someone else put into their folder by mistake or on purpose. */
function isAboutPerson(person: string): (statement: object) => boolean {
  let known = { homePage: '', name: '' };
  return (statement) => {
    const actor = actorOf(statement);
    if (!actor) return false;
    if (actor.homePage === known.homePage && actor.name === known.name) return true;
    if (personKey(actor) !== person) return false;
    known = actor;
    return true;
  };
}
