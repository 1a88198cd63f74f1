// Which attributes a kind of block understands, for whoever writes one.
import { isItemKind, isPartKind, kindOf } from './blocks';
import { messageAttributes } from './blocks/inbox-message';
import { isGroupKind } from './group';
import { isKeptKind, keptKindOf } from './kept';
import { groupAttributes } from './read-group';
import { commonAttributes } from './read-item';
import { mediaAttributes } from './read-plain';
import { whatifAttributes } from './read-whatif';

/** Those of the kind itself first, then what all graded kinds have. */
export function attributesOf(kind: string): readonly string[] {
  if (isItemKind(kind)) return [...kindOf(kind).attributes, ...commonAttributes];
  if (isKeptKind(kind)) return keptKindOf(kind).attributes;
  if (isGroupKind(kind)) return groupAttributes[kind];
  if (isPartKind(kind)) return messageAttributes;
  if (kind === 'video' || kind === 'audio') return mediaAttributes[kind];
  return kind === 'whatif' ? whatifAttributes : [];
}
