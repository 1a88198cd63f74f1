// An xAPI statement as far as this profile writes it, and how its parts are written.

/** Who the statements are about: a name that means something only to who gave it. */
export interface Account {
  /** An address of the organisation. */
  homePage: string;
  name: string;
}

export type LanguageMap = Record<string, string>;

export interface Definition {
  type: string;
  name?: LanguageMap;
  description?: LanguageMap;
  interactionType?: string;
  correctResponsesPattern?: string[];
}

export interface Activity {
  objectType: 'Activity';
  id: string;
  definition?: Definition;
}

export interface Result {
  completion?: boolean;
  success?: boolean;
  response?: string;
  score?: { scaled: number; raw?: number; min?: number; max?: number };
  /** ISO 8601. */
  duration?: string;
}

export interface Statement {
  id: string;
  actor: { objectType: 'Agent'; account: Account };
  verb: { id: string; display: LanguageMap };
  object: Activity | { objectType: 'StatementRef'; id: string };
  result?: Result;
  context?: {
    registration?: string;
    contextActivities?: Partial<Record<'parent' | 'grouping' | 'category', Activity[]>>;
    revision?: string;
    platform?: string;
    language?: string;
    extensions?: Record<string, unknown>;
  };
  /** ISO 8601, UTC, in milliseconds. */
  timestamp: string;
}

/** Thirty years: nobody took longer, and longer ones would need another notation. */
const longest = 1e9;

/** Seconds as xAPI writes a duration: to a hundredth, without zeros behind. */
export function isoDuration(seconds: number): string {
  const hundredths = Math.round(Math.min(seconds, longest) * 100);
  return `PT${hundredths / 100}S`;
}

/** `points` of `possible`, both in points; where nothing can be earned, everything was. */
export function scoreOf(points: number, possible: number): NonNullable<Result['score']> {
  if (possible === 0) return { scaled: 1 };
  const raw = Math.min(points, possible);
  return { scaled: raw / possible, raw, min: 0, max: possible };
}

const languageForm = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A language tag that xAPI takes; undefined for none. */
export const languageTag = (tag: string): string | undefined =>
  languageForm.test(tag) ? tag : undefined;
