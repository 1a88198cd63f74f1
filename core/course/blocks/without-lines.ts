// Takes the lines of the file off what is shown: they would tell in which order things were written.
export function withoutLines<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutLines) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    key === 'line' ? 1 : withoutLines(each),
  ]);
  return Object.fromEntries(entries) as Value;
}
