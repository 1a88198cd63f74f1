// What a message may be, and what may be done with it: two closed sets.

/** What a learner may do with a message. */
export const mailActions = ['safe', 'report', 'delete', 'ask'] as const;
export type MailAction = (typeof mailActions)[number];

/** What a message may be, as its author says, and what is the right thing to do with it. */
export const rightAction = {
  genuine: 'safe',
  phish: 'report',
  scam: 'report',
  spam: 'delete',
  unclear: 'ask',
} as const satisfies Record<string, MailAction>;
export type Nature = keyof typeof rightAction;
export const natures = Object.keys(rightAction) as Nature[];

export const isHarmful = (nature: Nature): boolean => nature === 'phish' || nature === 'scam';
