// What a failure of a pack asks of the person: the same for several kinds.
import type { PackFailure, PackFaultKind } from '../../../core/pack/fault';

type WhatToDo =
  | 'again'
  | 'author'
  | 'unsafe'
  | 'update'
  | 'nothing'
  | 'space'
  | 'access'
  | 'rename'
  | 'mend'
  | 'smaller'
  | 'save'
  | 'help'
  | 'organisation';

/** Of a pack that somebody gave. */
const onImport: Record<PackFaultKind, WhatToDo> = {
  'not-a-pack': 'again',
  encrypted: 'author',
  method: 'author',
  'not-a-file': 'unsafe',
  tangled: 'unsafe',
  name: 'author',
  collision: 'author',
  'too-many': 'author',
  'too-large': 'author',
  'text-too-large': 'author',
  bomb: 'unsafe',
  'manifest-missing': 'author',
  'manifest-wrong': 'author',
  'newer-format': 'update',
  'file-missing': 'again',
  'file-extra': 'unsafe',
  'file-wrong': 'again',
  'signature-wrong': 'unsafe',
  altered: 'unsafe',
  'other-course': 'author',
  'course-broken': 'author',
  older: 'nothing',
  unreadable: 'access',
  'disk-full': 'space',
  'not-writable': 'access',
  'changed-meanwhile': 'again',
  'signing-failed': 'help',
  'import-forbidden': 'organisation',
  'signer-forbidden': 'organisation',
  unexpected: 'help',
};

/** Of a course of one's own, where it differs. */
const onExport: Partial<Record<PackFaultKind, WhatToDo>> = {
  name: 'rename',
  collision: 'rename',
  'course-broken': 'mend',
  'too-many': 'smaller',
  'too-large': 'smaller',
  'text-too-large': 'smaller',
  'changed-meanwhile': 'save',
};

export const whatToDo = ({ kind }: PackFailure, by: 'import' | 'export'): WhatToDo =>
  (by === 'export' ? onExport[kind] : undefined) ?? onImport[kind];

/** Limits that are bytes are written as such; all other values are as they are. */
export const bytesIn = ({ kind, values }: PackFailure): number | null =>
  (kind === 'too-large' || kind === 'text-too-large') && typeof values.limit === 'number'
    ? values.limit
    : null;
