// Learning events and states to put together in tests, each with sensible values.
import type { CardEvent, ItemEvent, KeptEvent } from '../core/learning/events';

type Answered = Extract<ItemEvent, { type: 'item.answered' }>;

let count = 0;
const uuid = (): string => `01900000-0000-7000-8000-${String(++count).padStart(12, '0')}`;

const onItem = (attempt: number) => ({
  id: uuid(),
  learner: '01900000-0000-7000-8000-aaaaaaaaaaaa',
  device: '01900000-0000-7000-8000-bbbbbbbbbbbb',
  at: new Date(Date.UTC(2026, 0, 1, 0, 0, count)).toISOString(),
  course: 'phishing',
  version: '1.0.0',
  lesson: 'first',
  item: 'one',
  revision: 'a',
  attempt,
});

/** `share` of the points; wholly right answers are final. */
export const answered = (share: number, more: Partial<Answered> = {}): Answered => ({
  type: 'item.answered',
  ...onItem(more.attempt ?? 1),
  answer: [share],
  share,
  possible: 1,
  hintCost: 0,
  final: share === 1,
  sure: null,
  seconds: null,
  language: 'en',
  pass: 80,
  ...more,
});

type Plain = 'item.hinted' | 'item.revealed' | 'item.restarted';
const plain =
  (type: Plain) =>
  (attempt = 1, revision = 'a'): ItemEvent => ({ type, ...onItem(attempt), revision });

export const hinted = plain('item.hinted');
export const revealed = plain('item.revealed');
export const restarted = plain('item.restarted');

const onBlock = () => {
  const { attempt: _, ...block } = onItem(1);
  return block;
};

export const kept = (
  answer: KeptEvent['answer'] = [0],
  more: Partial<KeptEvent> = {},
): KeptEvent => ({
  type: 'block.kept',
  ...onBlock(),
  answer,
  private: false,
  ...more,
});

export const recalled = (
  grade: CardEvent['grade'] = 'good',
  more: Partial<CardEvent> = {},
): CardEvent => ({
  type: 'card.recalled',
  ...onBlock(),
  card: 'a-card',
  grade,
  seconds: 3,
  ...more,
});
