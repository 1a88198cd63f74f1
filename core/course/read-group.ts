// Reads a pool or a test: which questions it holds, how many it draws, when it is passed.
import { readAttributes } from './attributes';
import type { Group, GroupKind } from './group';
import { gradedIn } from './nested-items';
import type { ProblemList } from './problem';
import { AttributeReader, checkAttributes } from './read-attributes';
import type { RawBlock } from './to-prose';

export const groupAttributes: Record<GroupKind, readonly string[]> = {
  pool: ['pick'],
  test: ['pass', 'placement'],
};

/**
 * The group, or undefined when nothing could be asked in it; then its body is shown as it is.
 * `groups` are those found so far: they may stand inside this one.
 */
export function readGroup(
  kind: GroupKind,
  raw: RawBlock,
  groups: ReadonlyMap<string, Group>,
  problems: ProblemList,
): Group | undefined {
  const { line, opening } = raw;
  // `::: pool pick=5` is as good as `::: pool {pick=5}`.
  const plain = readAttributes(opening.title);
  for (const text of plain.malformed) problems.add('attribute-syntax', line, { text }, text);
  const attributes = new Map([...opening.attributes, ...plain.attributes]);
  checkAttributes(kind, { ...opening, attributes }, line, groupAttributes[kind], problems);
  const read = new AttributeReader(attributes, line, problems);

  const items = raw.children.flatMap(gradedIn);
  const inner = raw.children.filter((node) => node.type === 'group').map((node) => node.id);
  const misplaced = inner.some((id) => kind === 'pool' || groups.get(id)?.kind === 'test');
  if (misplaced) problems.add('group-nested', line, { kind });
  if (opening.id === undefined) {
    problems.add('block-id-missing', line, { kind, suggestion: `${kind}-1` });
  }
  if (items.length === 0) problems.add('group-without-questions', line, { kind });
  if (opening.id === undefined || items.length === 0 || misplaced) return undefined;

  const isCount = (n: number): boolean => Number.isInteger(n) && n >= 1 && n < items.length;
  const pick = Number(read.text('pick'));
  if (kind === 'pool' && !isCount(pick)) {
    problems.add('pool-pick', line, { count: items.length, most: Math.max(1, items.length - 1) });
  }
  const isShare = (n: number): boolean => n >= 0 && n <= 100;
  const pass = read.number('pass', -1, isShare, 'a number from 0 to 100');
  return {
    id: opening.id,
    kind,
    line,
    items,
    within: null,
    pick: kind === 'test' ? null : isCount(pick) ? pick : items.length,
    pass: pass < 0 ? null : pass,
    placement: attributes.has('placement'),
  };
}
