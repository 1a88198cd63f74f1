// An inbox being worked through, as data: what lies in which folder, what comes next, what is pointed at.
import type { InboxAnswer, InboxShown } from '../../../core/course/blocks/inbox';
import type { Message } from '../../../core/course/blocks/inbox-message';
import { type Place, placesOf } from '../../../core/course/blocks/inbox-places';
import { type MailAction, mailActions } from '../../../core/course/blocks/inbox-verdicts';
import type { Prose } from '../../../core/course/prose';
import type { Verdict } from '../../../core/views';

/** `open` is the inbox itself; `again` what the last try found wanting. */
export type Folder = 'open' | 'again' | MailAction;
export const folders: readonly Folder[] = ['again', 'open', ...mailActions];

type LastTry = Pick<Verdict<'inbox'>, 'answer' | 'parts'> | null;

export const begin = (shown: InboxShown, saved: InboxAnswer | null): InboxAnswer =>
  shown.messages.map((message, at) => {
    const places: readonly string[] = placesOf(message);
    const { verdict = null, clues = [] } = saved?.[at] ?? {};
    return { verdict, clues: clues.filter((clue) => places.includes(clue)) };
  });

export const missing = (_shown: InboxShown, answer: InboxAnswer): number[] =>
  answer.flatMap(({ verdict }, at) => (verdict === null ? [at] : []));

export const decided = (answer: InboxAnswer, at: number, verdict: MailAction | null): InboxAnswer =>
  answer.map((each, place) => (place === at ? { ...each, verdict } : each));

/** Points at a place of a message, or no longer. */
export const pointed = (
  { messages }: InboxShown,
  answer: InboxAnswer,
  at: number,
  place: string,
): InboxAnswer =>
  answer.map((each, index) => {
    const message = messages[index];
    if (index !== at || !message) return each;
    const wanted = each.clues.includes(place)
      ? each.clues.filter((clue) => clue !== place)
      : [...each.clues, place];
    return { ...each, clues: placesOf(message).filter((known) => wanted.includes(known)) };
  });

/** What the last try said about a message. */
export interface Judged {
  isHandled: boolean;
  isPointed: boolean;
  feedback: Prose[];
  /** The answer is still the one that was judged. */
  isSame: boolean;
}

export function judgedIn(last: LastTry, answer: InboxAnswer, at: number): Judged | null {
  const before = last?.answer?.[at];
  if (!last || !before) return null;
  const partAt = (part: number) => last.parts.find((each) => each.part === part);
  const now = answer[at];
  return {
    isHandled: partAt(at)?.right ?? false,
    isPointed: partAt(answer.length + at)?.right ?? false,
    feedback: partAt(at)?.feedback ?? [],
    isSame: now?.verdict === before.verdict && now.clues.join() === before.clues.join(),
  };
}

const isWanting = (judged: Judged | null): boolean =>
  judged !== null && !(judged.isHandled && judged.isPointed);

/** The messages in a folder; the one being read stays in the inbox until it is left. */
export function inFolder(
  folder: Folder,
  answer: InboxAnswer,
  last: LastTry,
  reading: number | null,
): number[] {
  return answer.flatMap(({ verdict }, at) => {
    const isIn =
      folder === 'again'
        ? isWanting(judgedIn(last, answer, at))
        : folder === 'open'
          ? verdict === null || at === reading
          : verdict === folder;
    return isIn ? [at] : [];
  });
}

/** How many messages of a folder still want something done. */
export function countIn(folder: Folder, answer: InboxAnswer, last: LastTry): number {
  const places = inFolder(folder, answer, last, null);
  if (folder !== 'again') return places.length;
  return places.filter((at) => judgedIn(last, answer, at)?.isSame).length;
}

/** The next message to do something about, from behind the one at hand; null when all is done. */
export function nextAfter(
  folder: Folder,
  answer: InboxAnswer,
  last: LastTry,
  at: number,
): number | null {
  const wanting =
    folder === 'again'
      ? inFolder('again', answer, last, null).filter((each) => judgedIn(last, answer, each)?.isSame)
      : missing({ messages: [] }, answer);
  const others = wanting.filter((each) => each !== at);
  return others.find((each) => each > at) ?? others[0] ?? null;
}

/** What a mail program calls a person. */
export const nameOf = ({ name, address }: Message['from']): string => name || address;

export type FileKind =
  | 'page'
  | 'pdf'
  | 'text'
  | 'macro'
  | 'sheet'
  | 'slides'
  | 'picture'
  | 'archive'
  | 'program'
  | 'calendar'
  | 'other';

const endings: Record<Exclude<FileKind, 'other'>, readonly string[]> = {
  page: ['html', 'htm', 'shtml', 'svg', 'mht'],
  pdf: ['pdf'],
  text: ['doc', 'docx', 'odt', 'rtf', 'txt'],
  macro: ['docm', 'xlsm', 'pptm', 'dotm'],
  sheet: ['xls', 'xlsx', 'ods', 'csv'],
  slides: ['ppt', 'pptx', 'odp'],
  picture: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'heic'],
  archive: ['zip', '7z', 'rar', 'gz', 'tar', 'iso', 'img'],
  program: ['exe', 'msi', 'scr', 'bat', 'cmd', 'js', 'vbs', 'ps1', 'jar', 'lnk', 'com', 'apk'],
  calendar: ['ics'],
};

/** The kind of a file by the last ending of its name, which is the one that counts. */
export function fileKind(name: string): FileKind {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const kinds = Object.keys(endings) as Exclude<FileKind, 'other'>[];
  return kinds.find((kind) => endings[kind].includes(ending)) ?? 'other';
}

/** What became of a place when all is told. */
export type PlaceState = 'found' | 'missed' | 'false';

export function placeStates(
  clues: readonly Place[],
  given: readonly string[] | null,
): Map<string, PlaceState> {
  const states = new Map<string, PlaceState>();
  for (const place of clues) states.set(place, given?.includes(place) ? 'found' : 'missed');
  for (const place of given ?? []) if (!states.has(place)) states.set(place, 'false');
  return states;
}
