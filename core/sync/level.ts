// How much of what a learner does is sent: each level sends what the one before it sends, and more.
export const levels = ['completion', 'score', 'detail'] as const;
export type Level = (typeof levels)[number];
