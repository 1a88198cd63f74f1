// Reads a file that somebody handed in: a learner's own export, or statements in one of the usual forms.
import { readFile, stat } from 'node:fs/promises';
import { learningEvent } from '../../../core/learning/events';
import { type Fact, factOf } from '../../../core/team/fact';
import { base } from '../../../core/xapi/iris';
import type { Account } from '../../../core/xapi/statement';
import { z } from '../../../core/zod';

export type HandedIn =
  | { is: 'statements'; statements: unknown[] }
  /** What a learner's export says, and the name of the profile. */
  | { is: 'export'; profile: string; facts: Fact[] };

/** Bytes of one file: years of learning are far smaller. */
const largestFile = 100_000_000;

const account = z.object({
  homePage: z.string().max(2000),
  name: z.string().min(1).max(1000),
});

const exported = z.object({
  profile: z.object({ id: z.uuid(), name: z.string().max(1000).catch('') }),
  events: z.array(z.unknown()),
  targets: z.array(z.object({ account })).catch([]),
});

/** Null for what is none of these, or too large. Throws what the file system throws. */
export async function readHandedIn(file: string): Promise<HandedIn | null> {
  if ((await stat(file)).size > largestFile) return null;
  return handedIn(await readFile(file, 'utf8'));
}

export function handedIn(text: string): HandedIn | null {
  const json = jsonOf(text);
  if (json === undefined) return linesOf(text);
  const { data } = exported.safeParse(json);
  if (data) return exportOf(data);
  if (Array.isArray(json)) return { is: 'statements', statements: json };
  // As a learning record store answers.
  const { statements } = (json ?? {}) as { statements?: unknown };
  if (Array.isArray(statements)) return { is: 'statements', statements };
  const isOne = typeof json === 'object' && json !== null && 'verb' in json;
  return isOne ? { is: 'statements', statements: [json] } : null;
}

/**
 * Whoever was given an account by the organisation is known by it; all others by the id of their
 * profile, which is the same in every export.
 */
function exportOf({ profile, events, targets }: z.output<typeof exported>): HandedIn {
  const accounts = new Map(targets.map((each) => [JSON.stringify(each.account), each.account]));
  const [only] = accounts.values();
  const own: Account = { homePage: `${base}/learners`, name: profile.id };
  const whose = only && accounts.size === 1 ? only : own;
  const facts = events.flatMap((event) => {
    const { data } = learningEvent.safeParse(event);
    return (data && factOf(data, whose)) ?? [];
  });
  return { is: 'export', profile: profile.name, facts };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** One statement a line; lines that are torn are left to be counted as no statements. */
function linesOf(text: string): HandedIn | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => jsonOf(line) ?? null);
  const isOurs = read.some((each) => typeof each === 'object' && each !== null && 'actor' in each);
  return isOurs ? { is: 'statements', statements: read } : null;
}
