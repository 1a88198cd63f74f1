// Every kind understands the attributes that are said to be its own, and no others.
import { describe, expect, test } from 'vitest';
import { allKinds, isPartKind } from './blocks';
import { attributesOf } from './kind-attributes';
import { parseLesson } from './parse';

const unknownIn = (kind: string, name: string): string[] => {
  const block = `::: ${kind} #one {${name}=1}\n:::`;
  const text = isPartKind(kind) ? `:::: inbox #box\n${block}\n::::` : block;
  return parseLesson('01-a.md', `---\ntitle: A\n---\n${text}\n`)
    .problems.filter(({ rule }) => rule === 'attribute-unknown')
    .map(({ values }) => String(values.name));
};

describe.each(allKinds)('%s', (kind) => {
  test('takes each of its attributes', () => {
    expect(attributesOf(kind).flatMap((name) => unknownIn(kind, name))).toEqual([]);
  });

  test('takes no other', () => {
    expect(unknownIn(kind, 'shoe-size')).toEqual(['shoe-size']);
  });
});
