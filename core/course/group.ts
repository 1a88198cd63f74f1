// Blocks that hold questions: a pool draws some of them, a test asks them all before it answers any.

export const groupKinds = ['pool', 'test'] as const;
export type GroupKind = (typeof groupKinds)[number];

export interface Group {
  /** Unique in its lesson, for ever; items and groups share their ids. */
  id: string;
  kind: GroupKind;
  line: number;
  /** Ids of all items inside, in the order of the file; those of an inner pool too. */
  items: string[];
  /** The test that a pool stands in. */
  within: string | null;
  /** How many of its items a pool draws; null for a test. */
  pick: number | null;
  /** Of a test, per cent; null: as the course says. */
  pass: number | null;
  /** Who passes this test may skip the course; it counts for nothing else. */
  placement: boolean;
}

export const isGroupKind = (kind: string): kind is GroupKind =>
  groupKinds.some((each) => each === kind);
