// Where the learner stands in a scenario, and what the page makes of it.
import { describe, expect, it } from 'vitest';
import type { ScenarioDue, ScenarioShown } from '../../../core/course/blocks/scenario';
import type { Prose } from '../../../core/course/prose';
import {
  begin,
  endingsOf,
  isOnTheWay,
  metersAt,
  missing,
  pathOf,
  saidAndTold,
  turningPoint,
} from './scenario-view';

const scene = (chosen: number | null, values: number[] = []) => ({
  title: [],
  prose: [],
  choices: [],
  chosen,
  values,
});
const shown = (over: Partial<ScenarioShown> = {}): ScenarioShown => ({
  stage: 'desk',
  meters: [],
  path: [scene(2), scene(0), scene(null)],
  ended: false,
  ...over,
});

describe('the path', () => {
  it('is what was chosen in the scenes shown', () => {
    expect(pathOf(shown())).toEqual([2, 0]);
    expect(begin(shown(), null)).toEqual({ path: [] });
    expect(begin(shown(), { path: [1] })).toEqual({ path: [1] });
  });

  it('is on its way while the answer and the scenes differ', () => {
    expect(isOnTheWay(shown(), { path: [2, 0] })).toBe(false);
    expect(isOnTheWay(shown(), { path: [2, 0, 1] })).toBe(true);
    expect(isOnTheWay(shown(), { path: [2] })).toBe(true);
  });

  it('is an answer only at an end', () => {
    expect(missing(shown(), { path: [2, 0] })).toEqual([0]);
    expect(missing(shown({ ended: true }), { path: [2, 0] })).toEqual([]);
    expect(missing(shown({ ended: true }), { path: [2] })).toEqual([0]);
  });
});

it('shows meters by their share of the highest value, and what changed', () => {
  const view = shown({
    meters: [
      { name: 'public_trust', top: 10 },
      { name: 'debt', top: 0 },
    ],
    path: [scene(0, [5, 0]), scene(null, [7.5, -2])],
  });
  expect(metersAt(view, 1)).toEqual([
    { name: 'public trust', value: 7.5, share: 0.75, change: 2.5 },
    { name: 'debt', value: -2, share: 0, change: -2 },
  ]);
  expect(metersAt(view, 0).map(({ change }) => change)).toEqual([0, 0]);
});

it('tells what is said from what happens', () => {
  const paragraph = (text: string): Prose => ({
    type: 'paragraph',
    line: 1,
    children: [{ type: 'text', text }],
  });
  const quote: Prose = { type: 'quote', line: 1, children: [paragraph('Hello')] };
  const runs = saidAndTold([
    paragraph('It rings.'),
    paragraph('You listen.'),
    paragraph('“Good morning.”'),
    paragraph('«Buenos días»'),
    quote,
    paragraph('Silence.'),
  ]);
  expect(runs.map(({ said, nodes }) => [said, nodes.length])).toEqual([
    [false, 2],
    [true, 1],
    [true, 1],
    [true, 1],
    [false, 1],
  ]);
});

it('finds the choice after which no good end was left', () => {
  const parts = [true, false, false].map((right, part) => ({ part, right }));
  expect(turningPoint(parts)).toBe(1);
  expect(turningPoint([{ part: 0, right: true }])).toBeNull();
});

it('lists the ends, and knows the own one', () => {
  const due: ScenarioDue = {
    scenes: [null, 'bad' as const, 'good' as const].map((outcome) => ({
      title: [],
      prose: [],
      outcome,
      choices: [],
    })),
    taken: [0, 2],
    best: [0, 2],
  };
  expect(endingsOf(due)).toEqual([
    { scene: 1, isOwn: false },
    { scene: 2, isOwn: true },
  ]);
});
