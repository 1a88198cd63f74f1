// Half an answer, kept until the whole one is given.

export interface Draft {
  /** Revision of the item and attempt it was typed for; another one makes it worthless. */
  revision: string;
  attempt: number;
  /** In places of the file; not checked. */
  answer: unknown;
}

/** Blocks that nobody grades know no attempts. */
export const onlyAttempt = 1;
