// What may stand behind the equals sign of an attribute, where it is one of a few.
import { mailActions, natures } from '../../../core/course/blocks/inbox-verdicts';
import { outcomes, stages } from '../../../core/course/blocks/scenario-content';
import { levels } from '../../../core/course/matter-schemas';
import { unitKinds } from '../../../core/course/units';

const yesNo = ['yes', 'no'] as const;

const values: Readonly<Record<string, readonly string[]>> = {
  sure: yesNo,
  review: yesNo,
  shuffle: yesNo,
  verdict: natures,
  also: mailActions,
  as: stages,
  outcome: outcomes,
};

/** Of an attribute of a block. */
export const valuesOf = (kind: string, name: string): readonly string[] => {
  if (kind === 'mark' && name === 'unit') return unitKinds;
  return Object.hasOwn(values, name) ? (values[name] ?? []) : [];
};

/** Attributes without a value. */
export const flags: ReadonlySet<string> = new Set(['placement', 'strict']);

/** Of a key of front matter. */
export const matterValues: Readonly<Record<string, readonly string[]>> = {
  level: levels,
  sure: ['graded', 'never'],
  aid: ['true', 'false'],
  hidden: ['true', 'false'],
};
