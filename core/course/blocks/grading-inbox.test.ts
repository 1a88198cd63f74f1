// How an inbox is graded: verdicts count twice, clues once, and a false alarm costs.
import { describe, expect, test } from 'vitest';
import type { Item } from '../item';
import { parseLesson } from '../parse';
import { plainText } from '../plain-text';
import { inFileOrder } from './arrangement';
import { type InboxAnswer, inbox, type MessageAnswer } from './inbox';
import type { MailAction } from './inbox-verdicts';

const message = (
  id: string,
  attributes: string,
  ...clues: string[]
): string => `::: message #${id} {${attributes}}
from: "Desk" <desk@norlund.example>
subject: About ${id}
sent: 2026-10-05 08:12
attachments: [a.html]
---
See [this page](http://a.test/x) and [that one](https://b.test).

${clues.map((clue) => `> [!CLUE ${clue}] about ${clue}`).join('\n\n')}

> [!WHY] what ${id} is
:::
`;

type Inbox = Item & { kind: 'inbox' };

function read(...messages: string[]): Inbox {
  const text = `:::: inbox #x\nQ\n\n${messages.join('\n')}\n> [!WHY] why\n::::\n`;
  const [found] = parseLesson('01-a.md', text).items;
  if (found?.kind !== 'inbox') throw new Error(`no inbox in ${text}`);
  return found;
}

const given = (verdict: MailAction | null, ...clues: string[]): MessageAnswer => ({
  verdict,
  clues,
});
const share = ({ content }: Inbox, ...answer: InboxAnswer): number =>
  inbox.grade(content, answer).share;

const lure = message('lure', 'verdict=phish', 'sender', 'link 2', 'hurry');
const lift = message('lift', 'verdict=genuine');

describe('one message', () => {
  const only = read(lure);
  const right = ['sender', 'link-2', 'hurry'];

  test.each([
    ['verdict and all clues', given('report', ...right), 1],
    ['the verdict alone', given('report'), 2 / 3],
    ['one clue of three', given('report', 'sender'), (2 + 1 / 3) / 3],
    ['two clues and a false one', given('report', 'sender', 'hurry', 'subject'), (2 + 1 / 3) / 3],
    ['all clues and a false one', given('report', ...right, 'date'), (2 + 2 / 3) / 3],
    [
      'everything pointed at: no clue is earned',
      given('report', ...right, 'subject', 'date', 'wording', 'request'),
      2 / 3,
    ],
    ['all clues, another verdict', given('delete', ...right), 1 / 3],
    ['nothing right', given('safe', 'subject'), 0],
  ])('%s', (_, answer, expected) => {
    expect(share(only, answer)).toBeCloseTo(expected, 12);
  });

  test.each([
    ['genuine', 'safe'],
    ['phish', 'report'],
    ['scam', 'report'],
    ['spam', 'delete'],
    ['unclear', 'ask'],
  ] as const)('%s: %s is right, nothing else', (nature, action) => {
    const one = read(message('a', `verdict=${nature}`));
    const all: MailAction[] = ['safe', 'report', 'delete', 'ask'];
    expect(all.filter((each) => share(one, given(each)) === 1)).toEqual([action]);
  });

  test('what is named in also is as good', () => {
    const one = read(message('a', 'verdict=spam also="report, safe"'));
    expect(share(one, given('report'))).toBe(1);
    expect(share(one, given('safe'))).toBe(1);
    expect(share(one, given('ask'))).toBe(0);
    expect(inbox.key(one.content).answer).toEqual([given('delete')]);
  });

  test('pointing at something in a message without clues is a false alarm', () => {
    const one = read(lift);
    expect(share(one, given('safe'))).toBe(1);
    expect(share(one, given('safe', 'sender'))).toBe(0.5);
    expect(share(one, given('safe', 'sender', 'subject'))).toBe(0.5);
    expect(share(one, given('report', 'sender'))).toBe(0);
  });
});

describe('several messages', () => {
  const two = read(lure, lift);

  test('weigh 3 with clues and 2 without', () => {
    expect(share(two, given('report'), given('safe'))).toBeCloseTo(4 / 5, 12);
    expect(share(two, given('safe'), given('safe'))).toBeCloseTo(2 / 5, 12);
    expect(share(two, given('report', 'sender', 'link-2', 'hurry'), given('delete'))).toBeCloseTo(
      3 / 5,
      12,
    );
  });

  test('are judged apart: verdicts first, then clues', () => {
    const { parts } = inbox.grade(two.content, [given('report', 'sender'), given('safe')]);
    expect(parts.map(({ part, right }) => [part, right])).toEqual([
      [0, true],
      [1, true],
      [2, false],
      [3, true],
    ]);
    // Nothing is said about a message that still holds something to find.
    expect(parts.map(({ feedback }) => plainText(feedback))).toEqual(['', 'what lift is', '', '']);
  });

  test('are counted: hits, false alarms, reports, clues', () => {
    const scam = message('scam', 'verdict=scam', 'request');
    const four = read(lure, scam, lift, message('news', 'verdict=genuine'));
    const answer = [
      given('report', 'sender', 'date'),
      given('safe'),
      given('report'),
      given('ask'),
    ];
    expect(inbox.grade(four.content, answer).tally).toEqual({
      harmful: 2,
      caught: 1,
      genuine: 2,
      trusted: 0,
      alarms: 1,
      reports: 2,
      pointed: 2,
      found: 1,
    });
  });

  test('stay in the order of the file, and show nothing of what they are', () => {
    expect(inbox.arrange(two.content, inFileOrder)).toEqual([]);
    const shown = JSON.stringify(inbox.show(two.content, []));
    for (const secret of ['phish', 'genuine', 'about sender', 'what lift is']) {
      expect(shown).not.toContain(secret);
    }
    expect(shown).toContain('http://a.test/x');
  });

  test('the clues are told once they are due', () => {
    const due = inbox.due?.(two.content, null, []);
    expect(
      due?.messages.map(({ nature, accepted, clues }) => [
        nature,
        accepted,
        clues.map(({ place }) => place),
      ]),
    ).toEqual([
      ['phish', ['report'], ['sender', 'link-2', 'hurry']],
      ['genuine', ['safe'], []],
    ]);
  });

  test.each([
    ['too few messages', [given('safe')]],
    ['a message without verdict', [given('safe'), given(null)]],
    ['a place twice', [given('safe', 'sender', 'sender'), given('safe')]],
    ['a place that is not there', [given('safe', 'link-3'), given('safe')]],
    ['a place of another kind', [given('safe', 'attachment-2'), given('safe')]],
  ])('%s: no complete answer', (_, answer) => {
    expect(inbox.isComplete(two.content, answer)).toBe(false);
  });

  test('name steps for statements', () => {
    expect(
      inbox.interaction(two.content, [given('report', 'sender', 'hurry'), given('safe')]),
    ).toEqual({
      type: 'performance',
      response: 'lure[.]report[,]lure_clues[.]sender+hurry[,]lift[.]safe',
      correct: ['lure[.]report[,]lure_clues[.]sender+link-2+hurry[,]lift[.]safe'],
    });
  });
});

test('junk is refused', () => {
  for (const junk of [
    null,
    {},
    [null],
    [{}],
    [{ verdict: 'keep', clues: [] }],
    [{ verdict: 'safe' }],
    [{ verdict: 'safe', clues: [1] }],
  ]) {
    expect(inbox.answer.safeParse(junk).success).toBe(false);
  }
});

describe('the revision', () => {
  const base = read(lure, lift).revision;
  test.each([
    ['another verdict', read(lure.replace('phish', 'scam'), lift)],
    ['another sender', read(lure.replace('desk@', 'disk@'), lift)],
    ['another address of a link', read(lure.replace('b.test', 'c.test'), lift)],
    ['one clue less', read(lure.replace('> [!CLUE hurry] about hurry', ''), lift)],
    ['other words', read(lure.replace('See', 'Read'), lift)],
  ])('changes with %s', (_, other) => {
    expect(other.revision).not.toBe(base);
  });
  test('stays with other feedback', () => {
    expect(read(lure.replace('what lure is', 'something else'), lift).revision).toBe(base);
  });
});
