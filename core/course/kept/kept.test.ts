// What must hold for every kept kind, and what each of them takes for an answer.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../parse';
import { cards } from './cards';
import { checklist } from './checklist';
import { type KeptKindName, keptKindOf, keptKinds } from './index';
import type { Kept } from './kept';
import { plan } from './plan';
import { type PlanAnswer, planSentences, reviewDue } from './plan-answer';
import { poll } from './poll';
import { reflect } from './reflect';

const read = (block: string) =>
  parseLesson('01-a.md', `---\ntitle: T\nobjectives: [Do it]\n---\n${block}`);

function only(block: string): Kept {
  const [found] = read(block).kept;
  if (!found) throw new Error('nothing was read');
  return found;
}

const samples: Record<KeptKindName, unknown[]> = {
  checklist: [[], [0], [0, 2]],
  reflect: ['I would wait.', ' x '],
  poll: [1, 5],
  plan: [{ fields: ['a', 'b', ''], review: null }],
  cards: [],
};

describe.each(Object.keys(keptKinds) as KeptKindName[])('%s', (name) => {
  const kind = keptKindOf(name);
  const block = only(kind.sample);

  test('its sample is one block without a mistake', () => {
    const { kept, items, problems } = read(kind.sample);
    expect(problems).toEqual([]);
    expect(items).toEqual([]);
    expect(kept.map((each) => each.kind)).toEqual([name]);
    expect(block.private).toBe(kind.isPrivate);
  });

  test('it is plain JSON, as are what is shown and what comes after', () => {
    expect(JSON.parse(JSON.stringify(block))).toEqual(block);
    const shown = kind.show(block.content);
    expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
    for (const answer of samples[name]) {
      const after = kind.after?.(block.content, answer, null) ?? null;
      expect(JSON.parse(JSON.stringify(after))).toEqual(after);
    }
  });

  test('takes whole answers, and names them in a statement unless they are private', () => {
    for (const answer of samples[name]) {
      expect(kind.answer.parse(answer)).toEqual(answer);
      expect(kind.isComplete(block.content, answer)).toBe(true);
      expect(kind.interaction === undefined).toBe(kind.isPrivate);
    }
  });

  test('anything else is refused, or is an answer that it can tell apart', () => {
    fc.assert(
      fc.property(fc.anything(), (odd) => {
        const checked = kind.answer.safeParse(odd);
        if (!checked.success) return;
        expect(typeof kind.isComplete(block.content, checked.data)).toBe('boolean');
        const carried = kind.carry?.(block.content, checked.data) ?? null;
        if (carried !== null) expect(kind.answer.safeParse(carried).success).toBe(true);
      }),
    );
  });

  test('another question, or other words of it, is another revision', () => {
    const other = only(kind.sample.replace(/\n(\w)/, '\nX$1'));
    expect(other.revision).not.toBe(block.revision);
    expect(only(kind.sample).revision).toBe(block.revision);
  });
});

test('a checklist knows only its own items, each once and in order', () => {
  const { content } = only(checklist.sample) as Extract<Kept, { kind: 'checklist' }>;
  for (const wrong of [[3], [1, 0], [1, 1]])
    expect(checklist.isComplete(content, wrong)).toBe(false);
  expect(checklist.answer.safeParse([-1]).success).toBe(false);
  expect(checklist.interaction?.(content, [0, 2])).toEqual({
    type: 'other',
    response: '0[,]2',
    correct: [],
  });
});

test('nothing but spaces is no reflection, but may be half of one', () => {
  expect(reflect.answer.safeParse('').success).toBe(true);
  expect(reflect.isComplete({ model: [] }, ' \n ')).toBe(false);
  expect(reflect.answer.safeParse('x'.repeat(10_001)).success).toBe(false);
});

describe('a poll', () => {
  const scale = only(poll.sample) as Extract<Kept, { kind: 'poll' }>;
  const list = only('::: poll #a\nQ\n\n- a\n- b\n:::') as typeof scale;

  test('takes what stands on its scale or in its list', () => {
    expect([0, 1, 5, 6].map((answer) => poll.isComplete(scale.content, answer))).toEqual([
      ...[false, true, true, false],
    ]);
    expect([0, 1, 2].map((answer) => poll.isComplete(list.content, answer))).toEqual([
      ...[true, true, false],
    ]);
  });

  test('is a Likert scale or a choice in xAPI', () => {
    expect(poll.interaction?.(scale.content, 4)).toEqual({
      type: 'likert',
      response: '4',
      correct: [],
    });
    expect(poll.interaction?.(list.content, 1)).toMatchObject({ type: 'choice', response: '1' });
  });

  test('shows what was answered before, once something was', () => {
    expect(poll.after?.(scale.content, 4, null)).toBe(null);
    expect(poll.after?.(scale.content, 4, 2)).toEqual({ before: 2 });
  });

  test('the window does not learn which poll it is paired with', () => {
    expect(
      JSON.stringify(poll.show({ ...list.content, pair: { lesson: 'x', id: 'y' } })),
    ).not.toContain('pair');
  });
});

describe('a plan', () => {
  const { content } = only(
    '::: plan #a {again=14d}\n- If ___ then ___.\n- Whom I tell: ___\n- **Place**\n:::',
  ) as Extract<Kept, { kind: 'plan' }>;
  const answer = (fields: string[], review: PlanAnswer['review'] = null) => ({ fields, review });

  test('is whole with something in one of its fields, and no field too many or too few', () => {
    expect(plan.isComplete(content, answer(['', '', 'Jonas', '']))).toBe(true);
    expect(plan.isComplete(content, answer(['', ' ', '', '']))).toBe(false);
    expect(plan.isComplete(content, answer(['a', 'b', 'c']))).toBe(false);
    expect(plan.isComplete(content, answer(['a', 'b', 'c', 'd', 'e']))).toBe(false);
  });

  test('reads as sentences, those left empty left out', () => {
    expect(planSentences(content, answer([' it rings', 'I wait ', '', 'the hall']))).toEqual([
      'If it rings then I wait.',
      'Place the hall',
    ]);
    expect(planSentences(content, answer(['', '', 'Jonas', '']))).toEqual(['Whom I tell: Jonas']);
  });

  test('asks after its days, again after “not yet”, and never once it is settled', () => {
    const at = '2026-11-01T08:00:00.000Z';
    const due = '2026-11-15T08:00:00.000Z';
    expect(reviewDue(content, answer(['a']), at)).toBe(due);
    expect(reviewDue(content, answer(['a'], 'notYet'), at)).toBe(due);
    expect(reviewDue(content, answer(['a'], 'well'), at)).toBe(null);
    expect(reviewDue(content, answer(['a'], 'changed'), at)).toBe(null);
    expect(reviewDue({ ...content, again: null }, answer(['a']), at)).toBe(null);
  });

  test('loses no word when its author takes lines away or adds some', () => {
    expect(plan.carry?.(content, answer(['a', 'b', 'c', 'd', 'e', 'f']))).toEqual(
      answer(['a', 'b', 'c', 'd\ne\nf']),
    );
    expect(plan.carry?.(content, answer(['a']))).toEqual(answer(['a', '', '', '']));
  });

  test('a review it does not know is refused', () => {
    expect(plan.answer.safeParse({ fields: ['a'], review: 'badly' }).success).toBe(false);
    expect(plan.answer.parse({ fields: ['a'] })).toEqual(answer(['a']));
  });
});

test('a card keeps its key as long as its term is the same, whatever it looks like', () => {
  const key = (term: string) =>
    (only(`::: cards #a\n${term}\n: m\n:::`) as Extract<Kept, { kind: 'cards' }>).content.cards[0]
      ?.key;
  expect(key('*Phishing*')).toBe(key('Phishing'));
  expect(key('Phishing')).not.toBe(key('Smishing'));
  expect(cards.answer.safeParse([]).success).toBe(false);
});
