// When a target is asked to do a step: at once, later, or not before somebody did something.
import { describe, expect, test } from 'vitest';
import type { SyncState } from '../../../core/sync/state';
import { VirtualClock } from '../../../tests/unit/support/virtual-clock';
import { Runner } from './runner';

const minute = 60_000;
const idleState: SyncState = { kind: 'up-to-date', at: null };

/** A target that is in these states, one after the other, then in the last one for ever. */
function desk(...states: [SyncState, ...SyncState[]]) {
  const clock = new VirtualClock();
  const from = clock.now();
  const steps: number[] = [];
  const told: string[] = [];
  const errors: unknown[] = [];
  const runner = new Runner(
    {
      step: async () => {
        const state = states[Math.min(steps.length, states.length - 1)] ?? idleState;
        steps.push((clock.now() - from) / 1000);
        return state;
      },
    },
    clock,
    () => 0,
    (state) => told.push(state.kind),
    (error) => errors.push(error),
  );
  const pass = (seconds: number) => {
    void clock.wait(seconds * 1000);
    return clock.runUntil(() => false, clock.now() + seconds * 1000);
  };
  /** Seconds from the start at which steps were taken. */
  return { clock, runner, steps, told, errors, pass, until: (s: number) => at(from + s * 1000) };
}

const at = (time: number): string => new Date(time).toISOString();

describe('a target', () => {
  test('that is off does nothing at all', async () => {
    const { steps, runner, pass } = desk(idleState);
    runner.nudge();
    runner.retry();
    await pass(3600);
    expect(steps).toEqual([]);
    expect(runner.state).toEqual({ kind: 'off' });
  });

  test('with work goes on until it is done, then looks every five minutes', async () => {
    const { steps, told, runner, pass } = desk(
      { kind: 'sending', sent: 50, total: 60 },
      { kind: 'sending', sent: 60, total: 60 },
      idleState,
    );
    runner.start();
    await pass(700);
    expect(steps).toEqual([0, 0, 0, 300, 600]);
    expect(told.slice(0, 4)).toEqual(['up-to-date', 'sending', 'sending', 'up-to-date']);
  });

  test('with news sends soon, and what comes in the same moment goes along', async () => {
    const { steps, runner, pass } = desk(idleState);
    runner.start();
    await pass(10);
    runner.nudge();
    await pass(1);
    runner.nudge();
    await pass(10);
    expect(steps).toEqual([0, 13]);
  });

  test('that waits is not hurried by news, but by a person', async () => {
    const { steps, runner, pass, until } = desk(
      { kind: 'waiting', why: 'asked', until: at(Date.parse('2026-11-20T08:10:00.000Z')) },
      idleState,
    );
    expect(until(600)).toBe('2026-11-20T08:10:00.000Z');
    runner.start();
    await pass(10);
    runner.nudge();
    await pass(10);
    expect(steps).toEqual([0]);
    runner.retry();
    await pass(1);
    expect(steps).toEqual([0, 20]);
  });

  test('comes again when the time is up', async () => {
    const { steps, runner, pass } = desk(
      { kind: 'waiting', why: 'asked', until: '2026-11-20T08:10:00.000Z' },
      idleState,
    );
    runner.start();
    await pass(700);
    expect(steps).toEqual([0, 600]);
  });

  test.each<SyncState>([
    { kind: 'sign-in-needed' },
    { kind: 'problem', problem: 'proxy-sign-in' },
    { kind: 'problem', problem: 'no-credentials' },
    { kind: 'problem', problem: 'address' },
  ])('stops until a person did something: %j', async (state) => {
    const { steps, runner, pass } = desk(state, idleState);
    runner.start();
    await pass(100);
    runner.nudge();
    await pass(86_400);
    expect(steps).toEqual([0]);
    runner.retry();
    await pass(1);
    expect(steps).toHaveLength(2);
  });

  test('with a problem that may pass tries again', async () => {
    const { steps, runner, pass } = desk({ kind: 'problem', problem: 'captive-portal' }, idleState);
    runner.start();
    await pass(10);
    expect(steps).toEqual([0, 1]);
  });

  test('that breaks is told, and tried again', async () => {
    const { clock, errors, pass } = desk(idleState);
    const broken = new Error('broken');
    let steps = 0;
    const runner = new Runner(
      {
        step: async () => {
          steps += 1;
          throw broken;
        },
      },
      clock,
      () => 0,
      () => {},
      (error) => errors.push(error),
    );
    runner.start();
    await pass(1.5);
    expect(errors).toEqual([broken, broken]);
    expect(steps).toBe(2);
    expect(runner.state).toMatchObject({ kind: 'waiting', why: 'trouble' });
  });

  test('that is paused stops in the middle, and never runs twice at once', async () => {
    const clock = new VirtualClock();
    let running = 0;
    let most = 0;
    const aborted: boolean[] = [];
    const runner = new Runner(
      {
        step: async (signal) => {
          most = Math.max(most, ++running);
          await clock.wait(5000);
          running -= 1;
          aborted.push(signal.aborted);
          return { kind: 'sending', sent: 1, total: 9 };
        },
      },
      clock,
      () => 0,
      () => {},
      () => {},
    );
    runner.start();
    void clock.wait(1000).then(() => {
      void runner.pause();
      runner.start();
    });
    await clock.runUntil(() => aborted.length === 3);
    expect(most).toBe(1);
    expect(aborted).toEqual([true, false, false]);
    await Promise.all([runner.pause(), clock.runUntil(() => running === 0)]);
    expect(runner.state).toEqual({ kind: 'paused' });
    const before = aborted.length;
    void clock.wait(minute * 60);
    await clock.runUntil(() => false);
    expect(aborted.length).toBe(before);
  });
});
