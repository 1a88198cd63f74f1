import { describe, expect, test } from 'vitest';
import { type SyncState, syncProblems } from '../../../core/sync/state';
import english from '../../text/en/sync.json';
import { dayAsTimes, isGood, stateView } from './state-view';

const at = '2027-03-31T09:00:00.000Z';
const states: SyncState[] = [
  { kind: 'off' },
  { kind: 'paused' },
  { kind: 'up-to-date', at: null },
  { kind: 'up-to-date', at },
  { kind: 'sending', sent: 312, total: 5000 },
  { kind: 'receiving', received: 4 },
  ...(['asked', 'offline', 'trouble'] as const).map(
    (why): SyncState => ({ kind: 'waiting', until: at, why }),
  ),
  { kind: 'sign-in-needed' },
  ...syncProblems.map((problem): SyncState => ({ kind: 'problem', problem })),
];

describe('every state', () => {
  test.each(states)('has its own words, and says what to do: %j', (state) => {
    const { key } = stateView(state);
    const words = (english.state as Record<string, { what: string; do: string }>)[key];
    expect(words?.what).toMatch(/\S/);
    expect(words?.do).toMatch(/\S/);
  });

  test('what waits for a person is the heaviest, and something is offered for it', () => {
    for (const state of states) {
      const { weight, remedy } = stateView(state);
      const needsPerson = state.kind === 'problem' || state.kind === 'sign-in-needed';
      expect(weight === 'wrong').toBe(needsPerson);
      if (needsPerson) expect(remedy).not.toBeNull();
    }
  });

  test('only a place that answered as it should is good', () => {
    expect(states.filter(isGood).map(({ kind }) => kind)).toEqual([
      'up-to-date',
      'up-to-date',
      'sending',
      'receiving',
    ]);
  });
});

test('a day reaches from midnight to midnight of this computer', () => {
  const times = dayAsTimes('2027-03-28');
  expect(new Date(times?.from ?? '').getHours()).toBe(0);
  expect(new Date(times?.to ?? '').getDate()).toBe(29);
  expect(dayAsTimes('')).toBeNull();
  expect(dayAsTimes('28.03.2027')).toBeNull();
});
