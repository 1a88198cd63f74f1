// What the organisation's policy means for sync: whether anything runs, where to, and how much is sent.
import { enforced, type Policy, suggested } from '../../../core/policy/policy';
import { type Level, levels } from '../../../core/sync/level';
import type { SyncRules } from '../../../core/sync/views';
import type { Target } from '../store/targets';
import { placeOf, shownPlace } from './place';

export function rulesOf(policy: Policy): SyncRules {
  const { most, fixed } = enforced(policy, 'SyncLevel');
  const target = suggested(policy, 'SyncTarget');
  // A mere proposal locks nothing.
  const isEnforced = enforced(policy, 'SyncTarget') !== null;
  return {
    most,
    isFixed: fixed,
    target: target && {
      kind: target.kind,
      place: target.kind === 'lrs' ? target.address : target.folder,
      level: levelWithin({ most, isFixed: fixed }, target.level),
      homePage: target.actorHomePage ?? null,
      isLocked: isEnforced && target.locked,
    },
  };
}

/** The level that holds in the place of a chosen one. Where everything is off, none is used. */
export function levelWithin({ most, isFixed }: Pick<SyncRules, 'most' | 'isFixed'>, level: Level) {
  if (most === 'off') return 'completion';
  const isMore = levels.indexOf(level) > levels.indexOf(most);
  return isFixed || isMore ? most : level;
}

/** Whether anything may go to a place. */
export function isAllowed(
  { most, target }: SyncRules,
  { kind, settings }: Pick<Target, 'kind' | 'settings'>,
): boolean {
  if (most === 'off') return false;
  if (!target?.isLocked) return true;
  return kind === target.kind && shownPlace(placeOf({ kind, settings })) === target.place;
}
