// How the offers of a catalogue are laid out: what asks for something first, and what is sought.
import type { CatalogueFaultKind } from '../../../core/catalogue/fault';
import type { OfferOutcome, OfferView } from '../../../core/catalogue/views';

export interface OfferGroups {
  /** Newer than what is here, and not pinned. */
  updates: OfferView[];
  fresh: OfferView[];
  /** Here, up to date or meant to stay as they are. */
  here: OfferView[];
}

export const isUpdate = ({ state, pinned }: OfferView): boolean => state === 'update' && !pinned;

const groupOf = (offer: OfferView): keyof OfferGroups =>
  isUpdate(offer) ? 'updates' : offer.state === 'new' ? 'fresh' : 'here';

/**
 * Each group in the order of its titles. Where a course stood first it stays, by `places`: what
 * somebody has just pressed does not jump away.
 */
export function groupsOf(
  offers: readonly OfferView[],
  language: string,
  places: Map<string, keyof OfferGroups>,
): OfferGroups {
  const { compare } = new Intl.Collator(language);
  const groups: OfferGroups = { updates: [], fresh: [], here: [] };
  for (const offer of [...offers].sort((one, other) => compare(one.title, other.title))) {
    const place = places.get(offer.id) ?? groupOf(offer);
    places.set(offer.id, place);
    groups[place].push(offer);
  }
  return groups;
}

/** Without marks and capitals: who types quickly finds it all the same. */
const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** How bringing it ended, as long as that is so: what came may have been taken away since. */
export const outcomeOf = (
  { id, here }: OfferView,
  outcomes: readonly OfferOutcome[],
): OfferOutcome | undefined =>
  outcomes.find(
    (each) => each.course === id && (each.at === 'failed' || each.version === here?.version),
  );

/** Offers that have every word in their title, summary or lessons. */
export function sought(offers: readonly OfferView[], words: string): OfferView[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return offers.filter(({ title, summary, lessons }) => {
    const text = folded([title, summary, ...lessons].join('\n'));
    return wanted.every((word) => text.includes(word));
  });
}

/** How much all of them are; null as long as that is not known of one. */
export function bytesOf(offers: readonly OfferView[]): number | null {
  const sizes = offers.map(({ toFetch }) => toFetch);
  return sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

type Remedy =
  | 'address'
  | 'again'
  | 'update'
  | 'unsafe'
  | 'publisher'
  | 'network'
  | 'proxy'
  | 'portal'
  | 'folder'
  | 'space'
  | 'access'
  | 'help';

const remedyForAt: Record<CatalogueFaultKind, Remedy> = {
  'not-a-catalogue': 'address',
  'newer-format': 'update',
  'signature-wrong': 'unsafe',
  tangled: 'publisher',
  'other-key': 'unsafe',
  'other-catalogue': 'unsafe',
  'rolled-back': 'unsafe',
  'two-of-one-version': 'unsafe',
  expired: 'publisher',
  'too-large': 'publisher',
  'file-wrong': 'publisher',
  'file-missing': 'again',
  'download-damaged': 'again',
  redirected: 'portal',
  refused: 'again',
  offline: 'network',
  certificate: 'help',
  'proxy-sign-in': 'proxy',
  timeout: 'again',
  'not-allowed': 'help',
  'broken-off': 'again',
  'folder-gone': 'folder',
  unreadable: 'folder',
  'disk-full': 'space',
  'not-writable': 'access',
  unexpected: 'help',
};

export const remedyFor = (kind: CatalogueFaultKind): Remedy => remedyForAt[kind];
