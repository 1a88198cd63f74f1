// What was removed last, for the library to say so once.
let last: { title: string; keptAt: string | null } | null = null;

export function noteRemoved(removed: NonNullable<typeof last>): void {
  last = removed;
}

export function takeRemoved(): typeof last {
  const removed = last;
  last = null;
  return removed;
}
