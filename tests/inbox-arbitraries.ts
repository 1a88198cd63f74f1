// Random inboxes, with answers to them and other keys; see item-arbitraries.ts.
import fc from 'fast-check';
import type { InboxAnswer, InboxContent } from '../core/course/blocks/inbox';
import type { JudgedMessage, Message } from '../core/course/blocks/inbox-message';
import { placesOf } from '../core/course/blocks/inbox-places';
import { mailActions, natures, rightAction } from '../core/course/blocks/inbox-verdicts';
import type { Prose } from '../core/course/prose';

const words = fc.string({ minLength: 1, maxLength: 6 });
const person = fc.record({ name: words, address: words.map((name) => `${name}@a.example`) });

const said = (text: string): Prose[] => [
  { type: 'paragraph', line: 1, children: [{ type: 'text', text: `SECRET feedback ${text}` }] },
];

const body = fc.array(words, { maxLength: 2 }).map((links): Prose[] => [
  {
    type: 'paragraph',
    line: 1,
    children: [
      { type: 'text', text: 'Read this. ' },
      ...links.map((url) => ({
        type: 'link' as const,
        target: { to: 'shown' as const, url },
        children: [{ type: 'text' as const, text: 'Go there' }],
      })),
    ],
  },
]);

const message = (id: string): fc.Arbitrary<Message> =>
  fc.record({
    id: fc.constant(id),
    from: person,
    to: fc.array(person, { maxLength: 2 }),
    cc: fc.array(person, { maxLength: 1 }),
    replyTo: fc.option(person),
    subject: words,
    sent: fc.option(fc.constantFrom('2026-10-05', '2026-10-05T08:12')),
    attachments: fc.array(words, { maxLength: 2 }),
    headers: fc.array(fc.record({ name: words, value: words }), { maxLength: 1 }),
    body,
  });

/** The same message, judged: another nature, other clues. */
const judged = (shown: Message): fc.Arbitrary<JudgedMessage> =>
  fc
    .tuple(
      fc.constantFrom(...natures),
      fc.subarray(placesOf(shown)),
      fc.subarray([...mailActions], { maxLength: 2 }),
    )
    .map(([nature, places, also]) => ({
      message: shown,
      nature,
      also: also.filter((action) => action !== rightAction[nature]),
      clues: nature === 'genuine' ? [] : places.map((place) => ({ place, feedback: said(place) })),
      feedback: said(shown.id),
    }));

export const inboxContent: fc.Arbitrary<InboxContent> = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 })
  .chain((ids) => fc.tuple(...ids.map((id) => message(id).chain(judged))))
  .map((messages) => ({ messages }));

export const inboxAnswer = ({ messages }: InboxContent): fc.Arbitrary<InboxAnswer> =>
  fc.tuple(
    ...messages.map((each) =>
      fc.record({
        verdict: fc.constantFrom(...mailActions),
        clues: fc.oneof(
          fc.subarray<string>(placesOf(each.message)),
          fc.constant(each.clues.map(({ place }): string => place)),
        ),
      }),
    ),
  );

export const otherInbox = ({ messages }: InboxContent, by: number): InboxContent => ({
  messages: messages.map(({ message: shown, nature }) => {
    const other = natures[(natures.indexOf(nature) + by + 1) % natures.length] ?? 'genuine';
    const clues = other === 'genuine' ? [] : [{ place: 'wording' as const, feedback: said('x') }];
    return { message: shown, nature: other, also: [], clues, feedback: said('other') };
  }),
});
