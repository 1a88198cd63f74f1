// One judgement a thing, as data.

/** Null where none was given yet. */
export type Judgements = (boolean | null)[];

export const begin = (count: number, saved: Judgements | null): Judgements =>
  Array.from({ length: count }, (_, at) => saved?.[at] ?? null);

/** The things still to be judged. */
export const open = (answer: Judgements): number[] =>
  answer.flatMap((judged, at) => (judged === null ? [at] : []));

export const judged = (answer: Judgements, at: number, judgement: boolean): Judgements =>
  answer.map((each, place) => (place === at ? judgement : each));
