// The sizes of paper, apart from what is printed on it.
export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];
