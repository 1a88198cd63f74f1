// A block is drawn again when something that it shows has changed, and only then.
import { expect, test } from 'vitest';
import type { ItemView } from '../../../core/views';
import { type PlayedPage, PlayedStore } from './played-store';

const item = (id: string, revision: string) => ({ id, revision }) as unknown as ItemView;
const page = (items: ItemView[], links: PlayedPage['links'] = {}) =>
  ({
    played: { view: { items, groups: [], kept: [] } },
    ...{ links, course: 'desk', onGo },
  }) as unknown as PlayedPage;
const onGo = (): void => {};

test('another question leaves a block as it is', () => {
  const store = new PlayedStore(page([item('a', '1'), item('b', '1')]));
  const before = store.of('a');
  store.set(page([item('a', '1'), item('b', '2')]));
  expect(store.of('a')).toBe(before);
  expect(store.of('b')).toMatchObject({ item: { revision: '2' }, number: 2 });
});

test('a picture that comes after its words is shown in its question', () => {
  const items = [item('a', '1')];
  const store = new PlayedStore(page(items));
  const before = store.of('a');
  let heard = 0;
  store.subscribe(() => heard++);
  const links = { 'assets/door.svg': { asset: 'course://desk/1/assets/door.svg' } };
  store.set(page(items, links as unknown as PlayedPage['links']));
  expect(heard).toBe(1);
  expect(store.of('a')).not.toBe(before);
  expect(store.of('a').links).toEqual(links);
});

test('words between the questions are told to none of them', () => {
  const now = page([item('a', '1')]);
  const store = new PlayedStore(now);
  let heard = 0;
  store.subscribe(() => heard++);
  store.set({ ...now, played: { ...now.played } });
  expect(heard).toBe(0);
});
