// Random learning events of every type, for properties that must hold for all of them.
import fc from 'fast-check';
import type { LearningEvent } from '../core/learning/events';
import { recallGrades } from '../core/learning/recall-grades';

type Type = LearningEvent['type'];
type EventOf<T extends Type> = Extract<LearningEvent, { type: T }>;

/** Where and by whom: few of each, so that events meet. */
export interface World {
  learners: readonly string[];
  devices: readonly string[];
  /** Milliseconds since 1970 between which everything happens. */
  from: number;
  to: number;
  names: readonly string[];
  /** Revisions of items and blocks. */
  revisions: readonly string[];
}

const id = (group: number, n: number): string =>
  `01900000-0000-7000-8${String(group).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`;

export const ids = (group: number, count: number): string[] =>
  Array.from({ length: count }, (_, n) => id(group, n + 1));

export const smallWorld: World = {
  learners: ids(1, 3),
  devices: ids(2, 3),
  from: Date.parse('2026-01-01T00:00:00.000Z'),
  // A second: much happens at the same time.
  to: Date.parse('2026-01-01T00:00:01.000Z'),
  names: ['a', 'b'],
  revisions: ['r1', 'r2'],
};

export const wideWorld: World = {
  ...smallWorld,
  to: Date.parse('2030-01-01T00:00:00.000Z'),
  // Few characters that must be escaped: the validator takes exponential time over them.
  names: ['phishing', 'a/b?c#d', '\ud800half-a-pair', '‮é'],
};

/** One arbitrary a type; a new type must be added here. */
export function eventsIn(world: World): { [T in Type]: fc.Arbitrary<EventOf<T>> } {
  const name = fc.constantFrom(...world.names);
  const course = fc.record({
    id: fc.uuid({ version: 7 }),
    learner: fc.constantFrom(...world.learners),
    device: fc.constantFrom(...world.devices),
    at: fc.integer({ min: world.from, max: world.to }).map((ms) => new Date(ms).toISOString()),
    course: name,
    version: fc.constantFrom('1.0.0', '2.1.0', ''),
  });
  const lesson = fc.tuple(course, name).map(([stamp, own]) => ({ ...stamp, lesson: own }));
  const on = <More extends object>(more: fc.Arbitrary<More>) =>
    fc
      .tuple(lesson, name, fc.constantFrom(...world.revisions), more)
      .map(([stamp, item, revision, own]) => ({ ...stamp, item, revision, ...own }));
  const attempt = fc.record({ attempt: fc.integer({ min: 1, max: 3 }) });
  const onGroup = fc.tuple(lesson, name, attempt).map(([a, group, b]) => ({ ...a, group, ...b }));
  const share = fc.constantFrom(0, 1 / 3, 0.5, 1);
  const seconds = fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }));
  const points = fc.record({
    points: fc.constantFrom(0, 1 / 3, 2, 5),
    possible: fc.constantFrom(0, 2, 5),
    pass: fc.constantFrom(0, 80, 100),
  });
  const answer = fc.jsonValue() as fc.Arbitrary<EventOf<'block.kept'>['answer']>;
  const typed = <T extends Type>(type: T, of: fc.Arbitrary<Omit<EventOf<T>, 'type'>>) =>
    of.map((each) => ({ type, ...each }) as unknown as EventOf<T>);
  return {
    'lesson.opened': typed('lesson.opened', lesson),
    'lesson.finished': typed('lesson.finished', lesson),
    'item.answered': typed(
      'item.answered',
      fc
        .tuple(
          on(attempt),
          fc.record({
            answer: fc.oneof(answer, fc.record({ reached: fc.boolean() })),
            share,
            possible: fc.constantFrom(0, 1, 2),
            hintCost: fc.constantFrom(0, 0.5, 3),
            final: fc.boolean(),
            sure: fc.option(fc.boolean()),
            seconds,
            language: fc.constantFrom('en', 'pt-BR', ''),
            pass: fc.constantFrom(0, 80),
          }),
        )
        .map(([a, b]) => ({ ...a, ...b })),
    ),
    'item.hinted': typed('item.hinted', on(attempt)),
    'item.revealed': typed('item.revealed', on(attempt)),
    'item.restarted': typed('item.restarted', on(attempt)),
    'test.finished': typed(
      'test.finished',
      fc
        .tuple(onGroup, points, fc.boolean())
        .map(([a, b, placement]) => ({ ...a, ...b, placement })),
    ),
    'group.restarted': typed(
      'group.restarted',
      fc.tuple(onGroup, share).map(([a, b]) => ({ ...a, share: b })),
    ),
    'block.kept': typed('block.kept', on(fc.record({ answer, private: fc.boolean() }))),
    'card.recalled': typed(
      'card.recalled',
      on(
        fc.record({
          card: fc.constantFrom('k1', 'k2'),
          grade: fc.constantFrom(...recallGrades),
          seconds,
        }),
      ),
    ),
    'course.finished': typed(
      'course.finished',
      fc.tuple(course, points, fc.boolean()).map(([a, b, passed]) => ({ ...a, ...b, passed })),
    ),
  };
}

export const anyEvent = (world: World): fc.Arbitrary<LearningEvent> =>
  fc.oneof(...(Object.values(eventsIn(world)) as fc.Arbitrary<LearningEvent>[]));
