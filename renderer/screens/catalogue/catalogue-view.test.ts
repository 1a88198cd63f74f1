// What stands where on the page of the catalogue, and what a search in it finds.
import { describe, expect, test } from 'vitest';
import { catalogueFaults } from '../../../core/catalogue/fault';
import type { OfferOutcome, OfferView } from '../../../core/catalogue/views';
import { bytesOf, groupsOf, outcomeOf, remedyFor, sought } from './catalogue-view';

const offer = (title: string, more: Partial<OfferView> = {}): OfferView => ({
  ...{ id: title, version: '1.0.0', title, summary: '', language: 'en', languages: ['en'] },
  ...{ minutes: 5, lessons: [], bytes: 10, toFetch: 10, signer: { state: 'none' } },
  ...{ state: 'new', here: null, changes: null, pinned: false, mandatory: false },
  ...more,
});
const titles = (offers: readonly OfferView[]) => offers.map(({ title }) => title);

describe('the groups', () => {
  test('put what is newer first, and what stays at its version to the others', () => {
    const { updates, fresh, here } = groupsOf(
      [
        offer('Zoo'),
        offer('Äpfel'),
        offer('B', { state: 'update' }),
        offer('C', { state: 'update', pinned: true }),
        offer('D', { state: 'same' }),
        offer('E', { state: 'newer-here' }),
      ],
      'de',
      new Map(),
    );
    expect([updates, fresh, here].map(titles)).toEqual([['B'], ['Äpfel', 'Zoo'], ['C', 'D', 'E']]);
  });
});

test('what was brought stays where it stood as long as the page does', () => {
  const places = new Map();
  groupsOf([offer('A'), offer('B', { state: 'update' })], 'en', places);
  const { updates, fresh, here } = groupsOf(
    [offer('A', { state: 'same' }), offer('B', { state: 'same' }), offer('C', { state: 'same' })],
    'en',
    places,
  );
  expect([updates, fresh, here].map(titles)).toEqual([['B'], ['A'], ['C']]);
});

test('a course that was taken away again is not said to be installed; a failure stays', () => {
  const came: OfferOutcome = { course: 'A', at: 'installed', version: '1.0.0', keptAt: null };
  const here = { version: '1.0.0', removable: true, edited: 0, signer: null };
  expect(outcomeOf(offer('A', { here }), [came])).toBe(came);
  expect(outcomeOf(offer('A'), [came])).toBeUndefined();
  expect(outcomeOf(offer('A', { here: { ...here, version: '0.9.0' } }), [came])).toBeUndefined();
  const failed: OfferOutcome = {
    ...{ course: 'A', at: 'failed' },
    failure: { of: 'catalogue', kind: 'offline', values: {} },
  };
  expect(outcomeOf(offer('A'), [failed])).toBe(failed);
  expect(outcomeOf(offer('B'), [failed])).toBeUndefined();
});

describe('a search', () => {
  const offers = [
    offer('Sécurité', { summary: 'Pour tous', lessons: ['Mots de passe'] }),
    offer('Phishing', { summary: 'For everybody' }),
  ];
  test.each([
    ['', ['Sécurité', 'Phishing']],
    ['securite', ['Sécurité']],
    ['MOTS tous', ['Sécurité']],
    ['tous phishing', []],
  ])('for %j', (words, found) => {
    expect(titles(sought(offers, words))).toEqual(found);
  });
});

test('sizes are told once all are known', () => {
  expect(bytesOf([offer('A'), offer('B')])).toBe(20);
  expect(bytesOf([offer('A'), offer('B', { toFetch: null })])).toBeNull();
  expect(bytesOf([])).toBe(0);
});

test('whatever goes wrong, there is something to do', () => {
  expect(catalogueFaults.map(remedyFor)).not.toContain(undefined);
});
