// Reads one message of an inbox: what it is, how it looks, and what gives it away.
import { plainText } from '../plain-text';
import type { ProblemList } from '../problem';
import type { Prose } from '../prose';
import { AttributeReader, checkAttributes } from '../read-attributes';
import { type MessageHead, readHead } from './inbox-head';
import { type Place, placeNamed, placesOf } from './inbox-places';
import {
  isHarmful,
  type MailAction,
  mailActions,
  type Nature,
  natures,
  rightAction,
} from './inbox-verdicts';
import type { BlockPart } from './kind';

export const messageAttributes = ['verdict', 'also'] as const;

/** A message as it is shown before anything is known about it. */
export interface Message extends MessageHead {
  id: string;
  body: Prose[];
}

export interface PlacedClue {
  place: Place;
  feedback: Prose[];
}

export interface JudgedMessage {
  message: Message;
  nature: Nature;
  /** Actions that are as good as the right one. */
  also: MailAction[];
  /** In the order of the places. */
  clues: PlacedClue[];
  /** What it was and how one could tell. */
  feedback: Prose[];
}

/** Undefined when nobody could judge it rightly, or nothing names it. */
export function readMessage(part: BlockPart, problems: ProblemList): JudgedMessage | undefined {
  const { line, attributes } = part;
  checkAttributes('message', part, line, messageAttributes, problems);
  const read = new AttributeReader(attributes, line, problems);
  const nature = read.oneOf('verdict', natures, natures.join(', '));
  if (!attributes.has('verdict')) {
    problems.add('message-verdict-missing', line, { known: natures.join(', ') });
  }
  const also = nature === null ? [] : readAlso(read, nature);
  const head = readHead(part.head, line, problems);
  if (part.id === undefined) {
    problems.add('block-id-missing', line, { kind: 'message', suggestion: 'first-message' });
  }
  const subject = head.subject || part.id || '–';
  if (plainText(part.children).trim() === '') problems.add('message-empty', line, { subject });
  if (part.why.length === 0) problems.add('message-why-missing', line, { subject });
  const message = { id: part.id ?? '', ...head, body: part.children };
  const clues = readClues(part, message, problems);
  if (nature === 'genuine' && part.clues[0]) {
    problems.add('clue-in-genuine', part.clues[0].line);
  }
  if (nature !== null && isHarmful(nature) && part.clues.length === 0) {
    problems.add('clue-missing', line, { subject });
  }
  if (nature === null || part.id === undefined) return undefined;
  return {
    message,
    nature,
    also,
    clues: nature === 'genuine' ? [] : clues,
    feedback: part.why,
  };
}

function readAlso(read: AttributeReader, nature: Nature): MailAction[] {
  const written = read.text('also');
  if (written === undefined) return [];
  const others = mailActions.filter((action) => action !== rightAction[nature]);
  const words = written.split(',').map((word) => word.trim());
  const actions = others.filter((action) => words.includes(action));
  if (actions.length !== words.length || actions.length === others.length) {
    read.unfit('also', written, `one or two of ${others.join(', ')}`);
  }
  return actions.length === others.length ? [] : actions;
}

/** Two clues about one place are read as one. */
function readClues(part: BlockPart, message: Message, problems: ProblemList): PlacedClue[] {
  const places = placesOf(message);
  const found = new Map<Place, Prose[]>();
  for (const { label, line, children } of part.clues) {
    const place = placeNamed(label, places);
    if (place === undefined) {
      const values = { label: label || 'CLUE', known: places.join(', ') };
      problems.add('clue-place', line, values, label || 'CLUE', '[!');
    } else if (children.length === 0) problems.add('clue-empty', line, { label });
    else found.set(place, [...(found.get(place) ?? []), ...children]);
  }
  return places.flatMap((place) => {
    const feedback = found.get(place);
    return feedback ? [{ place, feedback }] : [];
  });
}
