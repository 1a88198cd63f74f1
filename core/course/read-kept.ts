// Reads a block that keeps an answer and grades none.
import { type KeptKindName, keptKindOf } from './kept';
import type { Kept } from './kept/kept';
import { nestedItems, withoutItems } from './nested-items';
import { plainText } from './plain-text';
import type { ProblemList } from './problem';
import { AttributeReader, checkAttributes } from './read-attributes';
import { suggestId } from './read-item';
import { shortHashOf } from './revision';
import type { RawBlock } from './to-prose';

/** The block, or undefined when nothing could be kept in it. */
export function readKept(
  kind: KeptKindName,
  raw: RawBlock,
  problems: ProblemList,
): Kept | undefined {
  const { line, opening } = raw;
  const rules = keptKindOf(kind);
  if (opening.id === undefined) {
    problems.add('block-id-missing', line, { kind, suggestion: suggestId(raw.children, kind) });
  }
  if (nestedItems(raw).length > 0) problems.add('block-nested', line);
  checkAttributes(kind, opening, line, rules.attributes, problems);
  const read = new AttributeReader(opening.attributes, line, problems);
  const children = withoutItems(raw.children);
  const asked = rules.read({ kind, line, children, problems, read });
  if (!asked || opening.id === undefined) return undefined;
  const { question, content } = asked;
  const revision = shortHashOf([kind, plainText(question), rules.revisionText(content)].join('\n'));
  const kept = { id: opening.id, line, kind, question, content, revision };
  return { ...kept, private: rules.isPrivate } as Kept;
}
