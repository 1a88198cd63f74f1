// How the sync of one target stands, as a person is told.
export type SyncState =
  | { kind: 'off' }
  | { kind: 'paused' }
  | { kind: 'up-to-date'; at: string | null }
  | { kind: 'sending'; sent: number; total: number }
  | { kind: 'receiving'; received: number }
  | { kind: 'waiting'; until: string; why: 'asked' | 'offline' | 'trouble' }
  | { kind: 'sign-in-needed' }
  | { kind: 'problem'; problem: SyncProblem };

export const syncProblems = [
  'not-an-lrs',
  'other-version',
  'certificate',
  'proxy-sign-in',
  'captive-portal',
  'redirected',
  'folder-gone',
  'folder-read-only',
  'folder-full',
  'no-credentials',
  'address',
] as const;
export type SyncProblem = (typeof syncProblems)[number];
