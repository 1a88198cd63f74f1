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
import { GroupFrame } from '../../blocks/group/group';
import { Item } from '../../blocks/item';
import { Kept } from '../../blocks/kept/kept';
import { blockPlace } from './places';
import { type PlayedPage, PlayedStore, type Shown } from './played-store';

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
  const [{ item, number, kept, links }, { played, course, onGo }] = useShown(id);
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
