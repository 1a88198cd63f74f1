// What all nodes of one text share: where its paths lead, its language, and who draws items and gaps.
import { createContext, type ReactNode, useContext } from 'react';
import type { LinkNode } from '../../core/course/blocks/inbox-places';
import type { OrganisationWords } from '../../core/organisation';
import type { GlossaryView, Links } from '../../core/views';

export type GoTarget = { lesson: string; anchor?: string } | { course: true };

export interface ProseScope {
  course: string;
  links: Links;
  /** The organisation's own words, by key. */
  organisation: OrganisationWords;
  onGo: (target: GoTarget) => void;
  /** The words that links may lead to. */
  glossary: GlossaryView;
  /** BCP 47 tag of the words of the course; null when it is not known to differ. */
  language: string | null;
  /** Begins the ids of notes, so that two texts on one page keep their notes apart. */
  notes: string;
  renderItem: (id: string) => ReactNode;
  /** Draws the frame of a pool or a test around its text. */
  renderGroup: (id: string, children: ReactNode) => ReactNode;
  /** The heading level inside each item: one under the heading it stands under. */
  itemLevels: ReadonlyMap<string, HeadingLevel>;
}

export const noGlossary: GlossaryView = { language: 'en', terms: [] };

export const ProseContext = createContext<ProseScope>({
  course: '',
  links: {},
  organisation: {},
  onGo: () => undefined,
  glossary: noGlossary,
  language: null,
  notes: 'note',
  renderItem: () => null,
  renderGroup: (_id, children) => children,
  itemLevels: new Map(),
});

export const useProse = (): ProseScope => useContext(ProseContext);

/** How a gap of a `blanks` block is drawn; elsewhere a gap is an ellipsis. */
export const GapContext = createContext<(gap: number) => ReactNode>(() => '…');

/** How a word of the glossary is drawn around its words; where there is none, the words alone. */
export const TermContext = createContext<(anchor: string, words: ReactNode) => ReactNode>(
  (_, words) => words,
);

/** How a unit of a `mark` block is drawn; elsewhere it is its words. */
export const UnitContext = createContext<(unit: number, words: ReactNode) => ReactNode>(
  (_, words) => words,
);

/** How a link is drawn where it must not open: in a message of an inbox. */
export const LinkContext = createContext<((link: LinkNode, words: ReactNode) => ReactNode) | null>(
  null,
);

/** The level that the heading of the item at hand has. */
export const ItemHeadingLevel = createContext<HeadingLevel>(2);

export type HeadingLevel = 2 | 3 | 4 | 5 | 6;
