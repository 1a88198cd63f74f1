// Working through an inbox: folders, what comes next, what is pointed at.
import { describe, expect, it } from 'vitest';
import type { InboxShown, MessageAnswer } from '../../../core/course/blocks/inbox';
import type { Message } from '../../../core/course/blocks/inbox-message';
import type { MailAction } from '../../../core/course/blocks/inbox-verdicts';
import {
  begin,
  countIn,
  decided,
  fileKind,
  inFolder,
  judgedIn,
  missing,
  nameOf,
  nextAfter,
  placeStates,
  pointed,
} from './inbox-view';

const message = (id: string, over: Partial<Message> = {}): Message => ({
  id,
  from: { name: 'Desk', address: 'desk@a.example' },
  to: [],
  cc: [],
  replyTo: null,
  subject: id,
  sent: null,
  attachments: [],
  headers: [],
  body: [],
  ...over,
});

const shown: InboxShown = {
  messages: [message('a'), message('b', { attachments: ['x.zip'] }), message('c')],
};
const given = (verdict: MailAction | null, ...clues: string[]): MessageAnswer => ({
  verdict,
  clues,
});
const none = given(null);

describe('an answer', () => {
  it('begins with what was saved and still exists', () => {
    expect(begin(shown, null)).toEqual([none, none, none]);
    const saved = [given('safe', 'link-1', 'sender'), given('report')];
    expect(begin(shown, saved)).toEqual([given('safe', 'sender'), given('report'), none]);
  });

  it('misses the messages without a verdict', () => {
    expect(missing(shown, [none, given('ask'), none])).toEqual([0, 2]);
  });

  it('takes a verdict, and gives it up again', () => {
    const answer = decided([none, none, none], 1, 'report');
    expect(answer[1]).toEqual(given('report'));
    expect(decided(answer, 1, null)).toEqual([none, none, none]);
  });

  it('points at places in the order of the message, and no longer', () => {
    const once = pointed(shown, [none, none, none], 1, 'wording');
    const twice = pointed(shown, once, 1, 'attachment-1');
    expect(twice[1]?.clues).toEqual(['attachment-1', 'wording']);
    expect(pointed(shown, twice, 1, 'wording')[1]?.clues).toEqual(['attachment-1']);
    expect(pointed(shown, twice, 1, 'nowhere')).toEqual(twice);
  });
});

describe('folders', () => {
  const answer = [given('safe'), none, given('report')];

  it('hold what was put into them', () => {
    expect(inFolder('open', answer, null, null)).toEqual([1]);
    expect(inFolder('safe', answer, null, null)).toEqual([0]);
    expect(inFolder('delete', answer, null, null)).toEqual([]);
  });

  it('keep the message being read in the inbox until it is left', () => {
    expect(inFolder('open', answer, null, 2)).toEqual([1, 2]);
    expect(countIn('open', answer, null)).toBe(1);
  });

  it('lead on to the next open message, round the end', () => {
    expect(nextAfter('open', [none, given('ask'), none], null, 1)).toBe(2);
    expect(nextAfter('open', [none, given('ask'), none], null, 2)).toBe(0);
    expect(nextAfter('open', [none, given('ask'), given('ask')], null, 0)).toBeNull();
  });
});

describe('after a try', () => {
  const answer = [given('safe'), given('safe'), given('report', 'sender')];
  const part = (at: number, right: boolean) => ({ part: at, right, feedback: [] });
  const last = {
    answer,
    parts: [
      part(0, true),
      part(1, false),
      part(2, true),
      part(3, true),
      part(4, false),
      part(5, false),
    ],
  };

  it('says what was right of each message, while it is the same', () => {
    expect(judgedIn(last, answer, 0)).toMatchObject({
      isHandled: true,
      isPointed: true,
      isSame: true,
    });
    expect(judgedIn(last, answer, 2)).toMatchObject({ isHandled: true, isPointed: false });
    expect(judgedIn(last, decided(answer, 2, 'ask'), 2)?.isSame).toBe(false);
    expect(judgedIn(null, answer, 0)).toBeNull();
  });

  it('gathers what is to be looked at again, and counts what is untouched', () => {
    expect(inFolder('again', answer, last, null)).toEqual([1, 2]);
    const changed = decided(answer, 1, 'report');
    expect(inFolder('again', changed, last, null)).toEqual([1, 2]);
    expect(countIn('again', changed, last)).toBe(1);
    expect(nextAfter('again', changed, last, 1)).toBe(2);
    expect(nextAfter('again', changed, last, 2)).toBeNull();
  });
});

it('names people as mail programs do', () => {
  expect(nameOf({ name: 'Desk', address: 'd@a.example' })).toBe('Desk');
  expect(nameOf({ name: '', address: 'd@a.example' })).toBe('d@a.example');
});

it('tells files by their last ending', () => {
  expect(fileKind('Invoice.pdf')).toBe('pdf');
  expect(fileKind('Invoice.pdf.EXE')).toBe('program');
  expect(fileKind('Scan_0219.html')).toBe('page');
  expect(fileKind('README')).toBe('other');
});

it('sorts places into found, missed and no clue', () => {
  expect([...placeStates(['sender', 'link-1'], ['sender', 'date'])]).toEqual([
    ['sender', 'found'],
    ['link-1', 'missed'],
    ['date', 'false'],
  ]);
  expect([...placeStates(['sender'], null)]).toEqual([['sender', 'missed']]);
});
