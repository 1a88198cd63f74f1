// All fields and lists of a form, with the paths that lead to them.
import type { FieldValue, FormEntry, Path } from '../core/studio/block-form/form';

export function fieldsIn(entry: FormEntry, path: Path = []): { path: Path; value: FieldValue }[] {
  return [
    ...Object.entries(entry.fields).map(([name, value]) => ({ path: [...path, name], value })),
    ...Object.entries(entry.lists).flatMap(([name, entries]) =>
      entries.flatMap((each, at) => fieldsIn(each, [...path, name, at])),
    ),
  ];
}

export function listsIn(entry: FormEntry, path: Path = []): { path: Path; entries: FormEntry[] }[] {
  return Object.entries(entry.lists).flatMap(([name, entries]) => [
    { path: [...path, name], entries },
    ...entries.flatMap((each, at) => listsIn(each, [...path, name, at])),
  ]);
}
