// What is played on a page while it is written: each block hears of what concerns it alone.
import type { GroupView, ItemView, KeptView, Links } from '../../../core/views';
import type { GoTarget } from '../../prose/prose';
import { shared } from './shared';
import type { PlayedLesson } from './use-practice';

export interface PlayedPage {
  played: PlayedLesson;
  links: Links;
  course: string;
  onGo: (target: GoTarget) => void;
}

/** What one block of the page shows. */
export interface Shown {
  item: ItemView | undefined;
  /** Of the question in its lesson, from 1. */
  number: number;
  kept: KeptView | undefined;
  group: GroupView | undefined;
  /** The items of a group. */
  items: ItemView[];
  /** Files of the course come while it is open: a picture may be there only after its words. */
  links: Links;
}

const isSamePage = (one: PlayedPage, other: PlayedPage): boolean =>
  one.played.view === other.played.view &&
  one.links === other.links &&
  one.course === other.course &&
  one.onGo === other.onGo;

/** The page as it stands. A context would make React look through all of it at each keystroke. */
export class PlayedStore {
  private shown = new Map<string, Shown>();
  private readonly listeners = new Set<() => void>();

  constructor(public page: PlayedPage) {}

  set(page: PlayedPage): void {
    const { page: before } = this;
    this.page = page;
    // Words between the questions concern none of them.
    if (isSamePage(before, page)) return;
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The same object as long as nothing of the block has changed. */
  of(id: string): Shown {
    const { played, links } = this.page;
    const { view } = played;
    const at = view.items.findIndex((each) => each.id === id);
    const group = view.groups.find((each) => each.id === id);
    const now: Shown = {
      item: view.items[at],
      number: at + 1,
      kept: view.kept.find((each) => each.id === id),
      group,
      items: group ? view.items.filter((item) => group.items.includes(item.id)) : [],
      links,
    };
    const shown = shared(this.shown.get(id), now);
    this.shown.set(id, shown);
    return shown;
  }
}
