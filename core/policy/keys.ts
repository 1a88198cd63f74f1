// Everything an organisation can decide for this computer: one row a key. A new key is a row here,
// its effect, and its part of docs/policies.md.
import { z } from '../zod';
import {
  allowForbid,
  catalogueAddress,
  mandatoryCourses,
  onOff,
  signers,
  syncLevel,
  syncTarget,
} from './values';

interface PolicyKeyRow<Schema extends z.ZodType> {
  /** Made when a value is first proven: without a policy, which is most often, none is. */
  value: () => Schema;
  /** What holds without a policy. */
  preset: z.output<Schema>;
  /**
   * Of a key that takes something away: what holds when its value is written wrongly. A typing
   * mistake must not open what was meant to be closed. Other keys are passed over then.
   */
  strictest?: z.output<Schema>;
  /** Whether it makes sense as a mere preset, which people may change. */
  recommendable: boolean;
}

const row = <Schema extends z.ZodType>(
  value: () => Schema,
  others: Omit<PolicyKeyRow<Schema>, 'value'>,
): PolicyKeyRow<Schema> => ({ value, ...others });

export const policyKeys = {
  /** Whether courses can be written here; `choice` leaves it to each person. */
  Studio: row(() => z.enum(['on', 'off', 'choice']), {
    preset: 'choice',
    strictest: 'off',
    recommendable: true,
  }),
  /** `forbid`: course files are taken in only when one of `TrustedSigners` signed them. */
  UnsignedPacks: row(() => allowForbid, {
    preset: 'allow',
    strictest: 'forbid',
    recommendable: false,
  }),
  /** Whose signature counts as known on this computer, whatever people add themselves. */
  TrustedSigners: row(() => signers, { preset: [], strictest: [], recommendable: false }),
  /** `forbid`: no course comes in from a file or a folder that somebody chose. */
  CourseImport: row(() => allowForbid, {
    preset: 'allow',
    strictest: 'forbid',
    recommendable: false,
  }),
  /** Courses that everybody here has to finish. */
  MandatoryCourses: row(() => mandatoryCourses, { preset: [], recommendable: false }),
  /** Whether results of a group can be looked at. */
  TeamView: row(() => onOff, { preset: 'on', strictest: 'off', recommendable: false }),
  /** Where learning records go; null for nowhere. */
  SyncTarget: row(() => syncTarget.nullable(), { preset: null, recommendable: true }),
  /** The most that may be sent of what somebody learned. */
  SyncLevel: row(() => syncLevel, {
    preset: { most: 'detail', fixed: false },
    strictest: { most: 'off', fixed: true },
    recommendable: false,
  }),
  /** Where courses are offered for download: a web address, or a folder; null for none. */
  CatalogueAddress: row(() => catalogueAddress.nullable(), { preset: null, recommendable: true }),
  /** Whose catalogues are believed. */
  CatalogueSigners: row(() => signers, { preset: [], strictest: [], recommendable: false }),
} as const satisfies Record<string, PolicyKeyRow<z.ZodType>>;

export type PolicyKey = keyof typeof policyKeys;
export type PolicyValue<Key extends PolicyKey> = z.output<
  ReturnType<(typeof policyKeys)[Key]['value']>
>;

export const isPolicyKey = (key: string): key is PolicyKey => Object.hasOwn(policyKeys, key);
