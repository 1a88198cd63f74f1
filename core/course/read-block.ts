// Reads one `:::` block: its opening line, then by its kind an item or a plain block.
import { distance } from 'fastest-levenshtein';
import { idForm } from './attributes';
import { allKinds, isItemKind, isPartKind, partKinds } from './blocks';
import { type Group, isGroupKind } from './group';
import type { Item } from './item';
import { isKeptKind } from './kept';
import type { Kept } from './kept/kept';
import type { Names } from './names';
import { nestedItems } from './nested-items';
import type { Prose } from './prose';
import { readGroup } from './read-group';
import { readItem } from './read-item';
import { readKept } from './read-kept';
import { type PlainReading, readPlain } from './read-plain';
import type { RawBlock, ReadBlock } from './to-prose';

interface Reading extends PlainReading {
  items: Map<string, Item>;
  groups: Map<string, Group>;
  kept: Map<string, Kept>;
  names: Names;
  /** False in course.md, where nobody is asked. */
  mayAsk: boolean;
}

/** Makes the reader that `toProse` calls at each block; what asks goes into `items`, `groups` and `kept`. */
export function blockReader(reading: Reading): ReadBlock {
  const { items, groups, kept, names, problems, inline, mayAsk } = reading;
  /** Whether no block before has this id; if one has, it is reported. */
  const isNew = ({ id, line }: { id: string; line: number }): boolean => {
    const earlier = names.id(id, line);
    if (earlier !== undefined)
      problems.add('block-id-double', line, { id, other: earlier }, `#${id}`);
    return earlier === undefined;
  };
  /** What stands inside a block that asks is not shown, so nobody could answer it. */
  const forgetInside = (raw: RawBlock): void => {
    for (const id of nestedItems(raw)) {
      items.delete(id);
      kept.delete(id);
    }
    for (const [id, group] of groups) {
      if (!group.items.every((each) => items.has(each))) groups.delete(id);
    }
  };

  return (raw) => {
    const { opening } = raw;
    const { kind } = opening;
    if (!raw.meta.closed) {
      problems.add('block-open', raw.line, { kind, colons: ':'.repeat(raw.meta.colons) });
    }
    for (const text of opening.malformed) {
      problems.add('attribute-syntax', raw.line, { text }, text, '{');
    }
    if (kind === '') {
      problems.add('block-kind-missing', raw.line);
      return raw.children;
    }
    if (!allKinds.includes(kind)) {
      problems.add(
        'block-kind-unknown',
        raw.line,
        {
          kind,
          suggestion: nearest(kind, allKinds),
          known: allKinds.join(', '),
        },
        kind,
      );
      return raw.children;
    }
    if (opening.id !== undefined && !idForm.test(opening.id)) {
      problems.add('block-id-form', raw.line, { id: opening.id }, `#${opening.id}`);
    }
    if (kind !== 'details' && !isGroupKind(kind) && opening.title !== '') {
      const text = opening.title;
      problems.add('attribute-syntax', raw.line, { text }, text, kind);
    }
    if (raw.isPart) return [];
    if (isPartKind(kind)) {
      problems.add('block-part-alone', raw.line, { kind, inside: partKinds[kind] ?? '' });
      return raw.children;
    }
    if ((isItemKind(kind) || isKeptKind(kind) || isGroupKind(kind)) && !mayAsk) {
      problems.add('block-outside-lesson', raw.line, { kind });
      return [];
    }
    if (isItemKind(kind)) {
      const item = readItem(kind, raw, problems);
      forgetInside(raw);
      if (!item || !isNew(item)) return [];
      items.set(item.id, item);
      return [{ type: 'item', line: raw.line, id: item.id }];
    }
    if (isKeptKind(kind)) {
      const block = readKept(kind, raw, problems);
      forgetInside(raw);
      if (!block || !isNew(block)) return [];
      kept.set(block.id, block);
      return [{ type: 'kept', line: raw.line, id: block.id }];
    }
    if (isGroupKind(kind)) {
      const group = readGroup(kind, raw, groups, problems);
      if (!group || !isNew(group)) return raw.children;
      for (const inner of groups.values()) {
        if (inner.items.every((id) => group.items.includes(id))) inner.within = group.id;
      }
      groups.set(group.id, group);
      return [
        { type: 'group', line: raw.line, id: group.id, children: raw.children } satisfies Prose,
      ];
    }
    return readPlain(raw, { problems, inline });
  };
}

/** The nearest word of a list, for “did you mean”. */
export function nearest(word: string, known: readonly string[]): string {
  return [...known].sort((a, b) => distance(word, a) - distance(word, b))[0] ?? '';
}
