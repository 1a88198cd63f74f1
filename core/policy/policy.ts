// What the organisation has decided for this computer, read from its policy file and proven key by key.
import type { z } from '../zod';
import { isPolicyKey, type PolicyKey, type PolicyValue, policyKeys } from './keys';
import { type Distrust, largestPolicyFile, type PolicySource } from './source';

export const policyLevels = ['enforced', 'recommended'] as const;
export type PolicyLevel = (typeof policyLevels)[number];

export type PolicyMistake =
  | { kind: 'unknown-key' }
  /** The key is passed over. `detail` is for administrators, in English. */
  | { kind: 'wrong-value'; detail: string }
  /** It takes something away, and is written wrongly: the strictest value holds. */
  | { kind: 'strictest'; detail: string }
  /** It can only be enforced; as a recommendation it is passed over. */
  | { kind: 'not-recommendable' }
  /** Courses that are asked for and not on this computer. */
  | { kind: 'course-missing'; detail: string };

/** One key of the file, with what became of it. */
export interface PolicyRow {
  key: string;
  /** As JSON: what holds now; what was written where it is passed over. */
  value: string;
  level: PolicyLevel;
  mistake: PolicyMistake | null;
}

/** What is wrong with the file as a whole. */
export type PolicyFault =
  /** Nothing of it holds. */
  | { kind: 'untrusted'; path: string; reason: Distrust }
  /** It was meant to take something away, and nobody knows what: all the strictest values hold. */
  | { kind: 'unreadable'; reason: 'access' | 'too-large' | 'syntax'; detail: string };

export type PolicyValues = { [Key in PolicyKey]: PolicyValue<Key> };

export interface Policy {
  /** Null when there is none. */
  file: string | null;
  fault: PolicyFault | null;
  rows: PolicyRow[];
  enforced: Partial<PolicyValues>;
  recommended: Partial<PolicyValues>;
}

export const noPolicy: Policy = {
  file: null,
  fault: null,
  rows: [],
  enforced: {},
  recommended: {},
};

/** What holds whatever people would rather have; the preset where nothing is enforced. */
export function enforced<Key extends PolicyKey>(policy: Policy, key: Key): PolicyValue<Key> {
  const value = policy.enforced[key] as PolicyValue<Key> | undefined;
  return value === undefined ? (policyKeys[key].preset as PolicyValue<Key>) : value;
}

/** What a setting begins with, before the person has chosen. */
export function suggested<Key extends PolicyKey>(policy: Policy, key: Key): PolicyValue<Key> {
  const isEnforced = policy.enforced[key] !== undefined;
  return enforced(isEnforced ? policy : { ...policy, enforced: policy.recommended }, key);
}

/** Reads what was found. Never throws: each mistake is listed, and the rest holds. */
export function readPolicy(source: PolicySource): Policy {
  const { file } = source;
  if (source.state === 'none') return noPolicy;
  if (source.state === 'untrusted') {
    const { path, reason } = source;
    return { ...noPolicy, file, fault: { kind: 'untrusted', path, reason } };
  }
  if (source.state === 'unreadable') return strictPolicy(file, source.reason, '');
  if (source.text.length > largestPolicyFile) return strictPolicy(file, 'too-large', '');
  let written: unknown;
  try {
    // Some editors put a mark of the byte order in front.
    written = JSON.parse(source.text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return strictPolicy(file, 'syntax', shortened((error as Error).message));
  }
  if (!isObject(written))
    return strictPolicy(file, 'syntax', 'It is no object of keys and values.');
  return readKeys(file, written);
}

function readKeys(file: string, written: Record<string, unknown>): Policy {
  const policy: Policy = { file, fault: null, rows: [], enforced: {}, recommended: {} };
  for (const [key, value] of Object.entries(written)) {
    // Names the schema for editors.
    if (key === '$schema') continue;
    if (key !== 'recommended') readKey(policy, 'enforced', key, value);
    else if (isObject(value)) {
      for (const [each, its] of Object.entries(value)) readKey(policy, 'recommended', each, its);
    } else {
      const mistake: PolicyMistake = { kind: 'wrong-value', detail: 'It is no object of keys.' };
      policy.rows.push({ key, value: asJson(value), level: 'recommended', mistake });
    }
  }
  return policy;
}

function readKey(policy: Policy, level: PolicyLevel, written: string, value: unknown): void {
  const key = shortened(written, longestKey);
  const list = (held: unknown, mistake: PolicyMistake | null): void => {
    policy.rows.push({ key, value: asJson(held), level, mistake });
  };
  if (!isPolicyKey(written)) {
    list(value, { kind: 'unknown-key' });
    return;
  }
  const row = policyKeys[written];
  if (level === 'recommended' && !row.recommendable) {
    list(value, { kind: 'not-recommendable' });
    return;
  }
  const hold = (held: unknown): void => void Object.assign(policy[level], { [written]: held });
  const read = row.value().safeParse(value);
  if (read.success) {
    hold(read.data);
    list(read.data, null);
    return;
  }
  const detail = shortened(wordsOf(read.error));
  // A recommendation takes nothing away, so there is nothing to be strict about.
  if (level === 'recommended' || !('strictest' in row)) {
    list(value, { kind: 'wrong-value', detail });
    return;
  }
  hold(row.strictest);
  list(row.strictest, { kind: 'strictest', detail });
}

/** Nobody knows what the file would forbid: everything that can be forbidden is. */
function strictPolicy(
  file: string,
  reason: (PolicyFault & { kind: 'unreadable' })['reason'],
  detail: string,
): Policy {
  const strict = Object.entries(policyKeys).flatMap(([key, row]) =>
    'strictest' in row ? [[key, row.strictest] as const] : [],
  );
  return {
    file,
    fault: { kind: 'unreadable', reason, detail },
    rows: strict.map(([key, value]) => ({
      key,
      value: asJson(value),
      level: 'enforced',
      mistake: null,
    })),
    enforced: Object.fromEntries(strict),
    recommended: {},
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where it is wrong, and why: for who wrote the file. */
const wordsOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => [...path.map(String), message].join(' › ')).join('\n');

const mostShown = 400;
/** Ours are half as long. */
const longestKey = 40;

const shortened = (text: string, most = mostShown): string =>
  text.length > most ? `${text.slice(0, most)} …` : text;

/** To be shown; what is nested without end is not. */
function asJson(value: unknown): string {
  try {
    return shortened(JSON.stringify(value));
  } catch {
    return '…';
  }
}
