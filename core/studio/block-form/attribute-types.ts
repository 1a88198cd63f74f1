// What the value of each attribute may be, so that a form can offer the right control.
import { gradedKinds, isItemKind } from '../../course/blocks';
import { stages } from '../../course/blocks/scenario-content';
import { competenceCodes } from '../../course/competences';
import { isGroupKind } from '../../course/group';
import { isKeptKind, keptKinds } from '../../course/kept';
import { groupAttributes } from '../../course/read-group';
import { commonAttributes } from '../../course/read-item';
import { mediaAttributes } from '../../course/read-plain';
import { unitKinds } from '../../course/units';

export type AttributeType =
  | { is: 'text' }
  | { is: 'number'; least?: number; most?: number; whole?: true }
  | { is: 'yesNo' }
  | { is: 'oneOf'; values: readonly string[] }
  /** It says all by being there. */
  | { is: 'flag' };

const text: AttributeType = { is: 'text' };

const types: Readonly<Record<string, AttributeType>> = {
  points: { is: 'number', least: 0, most: 100 },
  sure: { is: 'yesNo' },
  tries: { is: 'number', least: 1, whole: true },
  review: { is: 'yesNo' },
  competence: { is: 'oneOf', values: competenceCodes },
  shuffle: { is: 'yesNo' },
  hintcost: { is: 'number', least: 0 },
  strict: { is: 'yesNo' },
  typos: { is: 'number', least: 0, most: 2, whole: true },
  answer: { is: 'number' },
  tolerance: { is: 'number', least: 0 },
  as: { is: 'oneOf', values: stages },
  min: { is: 'number', least: 1, most: 4, whole: true },
  pick: { is: 'number', least: 1, whole: true },
  pass: { is: 'number', least: 0, most: 100 },
  placement: { is: 'flag' },
};

/** The same word means something else here. */
const typesOfKind: Readonly<Record<string, Readonly<Record<string, AttributeType>>>> = {
  mark: { unit: { is: 'oneOf', values: unitKinds } },
};

function namesOf(kind: string): readonly string[] {
  if (isItemKind(kind)) return [...commonAttributes, ...gradedKinds[kind].attributes];
  if (isKeptKind(kind)) return keptKinds[kind].attributes;
  if (isGroupKind(kind)) return groupAttributes[kind];
  if (kind === 'video' || kind === 'audio') return mediaAttributes[kind];
  return kind === 'whatif' ? ['plot'] : [];
}

/** The attributes a kind knows, in the order of its own table. */
export const attributesOf = (kind: string): { name: string; type: AttributeType }[] =>
  namesOf(kind).map((name) => ({ name, type: typesOfKind[kind]?.[name] ?? types[name] ?? text }));
