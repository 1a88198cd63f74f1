// Exports that were begun in this window and are not yet where they belong: whoever leaves the page finds them there again.
import { useSyncExternalStore } from 'react';

/** What a course is made into: something for other systems, or something to print. */
export type Making = 'elsewhere' | 'on-paper';

export interface UnderWay {
  /** The export. */
  id: string;
  course: string;
  title: string;
  making: Making;
  /** Address of the page where it was begun. */
  page: string;
}

let all: readonly UnderWay[] = [];
const listeners = new Set<() => void>();

function set(next: readonly UnderWay[]): void {
  all = next;
  for (const listener of listeners) listener();
}

export const noteBegun = (begun: UnderWay): void => set([...all, begun]);

/** It was put where it belongs, or is not wanted any more. */
export const noteEnded = (id: string): void => set(all.filter((each) => each.id !== id));

export const underWay = (): readonly UnderWay[] => all;

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useUnderWay = (): readonly UnderWay[] => useSyncExternalStore(follow, underWay);
