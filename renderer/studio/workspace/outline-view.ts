// The order of lessons after one was moved.

/** One place up or down; at an end it stays. */
export function moved(files: readonly string[], file: string, by: -1 | 1): string[] {
  const at = files.indexOf(file);
  const to = at + by;
  if (at < 0 || to < 0 || to >= files.length) return [...files];
  const rest = files.filter((each) => each !== file);
  return [...rest.slice(0, to), file, ...rest.slice(to)];
}

/** Dropped before or after another. */
export function movedTo(
  files: readonly string[],
  file: string,
  other: string,
  position: 'before' | 'after' | 'on',
): string[] {
  if (file === other || !files.includes(file)) return [...files];
  const rest = files.filter((each) => each !== file);
  // What is dropped on the file about the course comes first.
  const at = rest.indexOf(other) + (position === 'before' ? 0 : 1);
  return [...rest.slice(0, Math.max(0, at)), file, ...rest.slice(Math.max(0, at))];
}
