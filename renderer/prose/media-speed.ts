// How fast recordings play: chosen once, the same for all of them until the app is closed.
import { useSyncExternalStore } from 'react';

export const speeds = [0.75, 1, 1.25, 1.5, 2] as const;

let speed = 1;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setSpeed(next: number): void {
  speed = next;
  for (const listener of listeners) listener();
}

export const useSpeed = (): number => useSyncExternalStore(subscribe, () => speed);
