// Answers as a person gives them: by the words on the screen, wherever they stand there.
import { inlineText, plainText } from '../../../core/course/plain-text';
import { unitRuns } from '../../../core/course/units';
import type { ItemView, ItemViewOf, LessonView } from '../../../core/views';

/** An answer in words: what is chosen, what is true, the order, what belongs together, what is typed. */
export type Words =
  | { choice: string[] }
  | { truefalse: Record<string, boolean> }
  | { order: string[] }
  | { match: Record<string, string> }
  | { blanks: string[] };

/** Where a word stands; throws when it is not there, as a person would. */
function placeIn(words: readonly string[], word: string): number {
  const at = words.indexOf(word);
  if (at < 0) throw new Error(`“${word}” is not on the screen: ${words.join(', ')}`);
  return at;
}

export function optionsOf(view: ItemView): string[] {
  switch (view.kind) {
    case 'choice':
      return view.shown.options.map(plainText);
    case 'truefalse':
      return view.shown.statements.map(plainText);
    case 'order':
      return view.shown.entries.map(plainText);
    case 'match':
      return view.shown.left.map(inlineText);
    case 'form':
      return view.shown.rows.map(({ setting }) => inlineText(setting));
    case 'mark':
      return unitRuns(view.shown.text)
        .flat()
        .map(({ words }) => words);
    case 'sort':
      return view.shown.items.map(plainText);
    case 'hotspot':
      return view.shown.areas.map(plainText);
    case 'address':
      return view.shown.addresses;
    case 'blanks':
    case 'estimate':
    case 'sheet':
    case 'scenario':
    case 'repair':
    case 'password':
      return [];
    case 'inbox':
      return view.shown.messages.map(({ subject }) => subject);
  }
}

export const rightsOf = (view: ItemViewOf<'match'>): string[] => view.shown.right.map(inlineText);

/** The answer to send for a screen on which these words are chosen. */
export function onScreen(view: ItemView, words: Words): (string | number | boolean)[] {
  const options = optionsOf(view);
  if ('choice' in words) return words.choice.map((word) => placeIn(options, word));
  if ('order' in words) return words.order.map((word) => placeIn(options, word));
  if ('truefalse' in words) {
    const places = Object.keys(words.truefalse).map((word) => placeIn(options, word));
    const judged = Object.values(words.truefalse);
    return options.map((_, at) => judged[places.indexOf(at)] as boolean);
  }
  if ('match' in words && view.kind === 'match') {
    return options.map((left) => placeIn(rightsOf(view), words.match[left] ?? ''));
  }
  if ('blanks' in words && view.kind === 'blanks') {
    return view.shown.gaps.map((gap, at) => {
      const word = words.blanks[at] ?? '';
      return gap.type === 'options' ? placeIn(gap.options, word) : word;
    });
  }
  throw new Error(`these are no words for ${view.kind}`);
}

export function itemIn(lesson: LessonView, id: string): ItemView {
  const item = lesson.items.find((each) => each.id === id);
  if (!item) throw new Error(`there is no item ${id}`);
  return item;
}

/** The answers of the first fixture course, in words; the right ones and some that are not. */
export const known: Record<string, { lesson: string; right: Words; wrong: Words }> = {
  leaving: {
    lesson: 'locks',
    right: { choice: ['Lock it'] },
    wrong: { choice: ['Ask a colleague to watch it'] },
  },
  signs: {
    lesson: 'locks',
    right: { choice: ['A window is open that you did not open', 'The chair stands lower'] },
    wrong: { choice: ['The chair stands lower', 'The coffee is cold'] },
  },
  'true-locks': {
    lesson: 'locks',
    right: {
      truefalse: {
        'A screen can lock by itself': true,
        'A locked screen stops the download': false,
        'A password on a note is a lock': false,
      },
    },
    wrong: {
      truefalse: {
        'A screen can lock by itself': true,
        'A locked screen stops the download': true,
        'A password on a note is a lock': false,
      },
    },
  },
  'after-lunch': {
    lesson: 'locks',
    right: {
      order: [
        'Look whether the screen is locked',
        'Unlock it',
        'Read what came in',
        'Answer the oldest letter',
      ],
    },
    wrong: {
      order: [
        'Look whether the screen is locked',
        'Unlock it',
        'Answer the oldest letter',
        'Read what came in',
      ],
    },
  },
  'who-does-what': {
    lesson: 'locks',
    right: {
      match: {
        Guard: 'Walks the corridor',
        Clerk: 'Opens the letters',
        Cleaner: 'Empties the bins',
      },
    },
    wrong: {
      match: {
        Guard: 'Walks the corridor',
        Clerk: 'Empties the bins',
        Cleaner: 'Sells the coffee',
      },
    },
  },
  'lock-words': {
    lesson: 'locks',
    right: { blanks: ['lock key', '7', 'badge'] },
    wrong: { blanks: ['space bar', '7', 'umbrella'] },
  },
  'once-only': {
    lesson: 'words',
    right: { choice: ['Do not say it'] },
    wrong: { choice: ['Say an old one'] },
  },
  twice: {
    lesson: 'words',
    right: {
      truefalse: { 'Long words are stronger': true, 'One word for all doors is best': false },
    },
    wrong: {
      truefalse: { 'Long words are stronger': false, 'One word for all doors is best': false },
    },
  },
  'look-back': {
    lesson: 'last',
    right: { choice: ['The desk'] },
    wrong: { choice: ['The clock'] },
  },
};
