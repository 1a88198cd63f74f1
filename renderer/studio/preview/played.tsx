// The blocks of a page that is played while it is written: each hears of what concerns it alone, so that
// a keystroke draws no question again that it did not change.
import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { GroupView, ItemView, KeptView, Links } from '../../../core/views';
import { GroupFrame } from '../../blocks/group/group';
import { Item } from '../../blocks/item';
import { Kept } from '../../blocks/kept/kept';
import type { GoTarget } from '../../prose/prose';
import { blockPlace } from './places';
import { shared } from './shared';
import type { PlayedLesson } from './use-practice';

export interface PlayedPage {
  played: PlayedLesson;
  links: Links;
  course: string;
  onGo: (target: GoTarget) => void;
}

/** What one block of the page shows. */
interface Shown {
  item: ItemView | undefined;
  /** Of the question in its lesson, from 1. */
  number: number;
  kept: KeptView | undefined;
  group: GroupView | undefined;
  /** The items of a group. */
  items: ItemView[];
}

const isSamePage = (one: PlayedPage, other: PlayedPage): boolean =>
  one.played.view === other.played.view &&
  one.links === other.links &&
  one.course === other.course &&
  one.onGo === other.onGo;

/** The page as it stands. A context would make React look through all of it at each keystroke. */
class PlayedStore {
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
    const { view } = this.page.played;
    const at = view.items.findIndex((each) => each.id === id);
    const group = view.groups.find((each) => each.id === id);
    const now: Shown = {
      item: view.items[at],
      number: at + 1,
      kept: view.kept.find((each) => each.id === id),
      group,
      items: group ? view.items.filter((item) => group.items.includes(item.id)) : [],
    };
    const shown = shared(this.shown.get(id), now);
    this.shown.set(id, shown);
    return shown;
  }
}

const Store = createContext<PlayedStore | null>(null);

/** Everything inside that is played, is played on this page. */
export function Played({ page, children }: { page: PlayedPage; children: ReactNode }) {
  const [store] = useState(() => new PlayedStore(page));
  // Before the frame is painted; what has not changed is not drawn again.
  useLayoutEffect(() => store.set(page));
  return <Store value={store}>{children}</Store>;
}

function useShown(id: string): [Shown, PlayedPage] {
  const store = useContext(Store);
  if (!store) throw new Error('this part needs a page that is played');
  return [useSyncExternalStore(store.subscribe, () => store.of(id)), store.page];
}

// The same functions for ever: each block looks by itself at what is played.
export const drawItem = (id: string): ReactNode => <PlayedItem id={id} />;
export const drawGroup = (id: string, children: ReactNode): ReactNode => (
  <PlayedGroup id={id}>{children}</PlayedGroup>
);

function PlayedItem({ id }: { id: string }) {
  const [{ item, number, kept }, { played, links, course, onGo }] = useShown(id);
  const around = { links, course, onGo };
  return (
    <div className="preview__item" data-line={blockPlace(id)}>
      {item && <Item view={item} number={number} {...around} actions={played.actionsOf(id)} />}
      {kept && <Kept view={kept} {...around} actions={played.keptActionsOf(id)} />}
    </div>
  );
}

function PlayedGroup({ id, children }: { id: string; children: ReactNode }) {
  const [{ group, items }, { played }] = useShown(id);
  if (!group || group.within !== null) return children;
  return (
    <GroupFrame
      view={group}
      items={items}
      finish={() => played.finishTest(id)}
      restart={() => played.restartGroup(id)}
    >
      {children}
    </GroupFrame>
  );
}
