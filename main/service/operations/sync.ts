// Sync as a person steers it: where their statements go, how much of them, and what went there.
import { v4 as uuidv4 } from 'uuid';
import { OperationError } from '../../../core/errors';
import type { SentRow, SyncTargetView } from '../../../core/sync/views';
import { ownHomePage, type Where } from '../../../core/sync/where';
import type { Account } from '../../../core/xapi/statement';
import type { LedgerRow } from '../store/outbox';
import type { Target } from '../store/targets';
import { type Place, placeOf, shownPlace } from '../sync/place';
import { isAllowed, levelWithin, rulesOf } from '../sync/rules';
import type { Handlers } from './handlers';
import { needLearner, type Service } from './service';
import { statementView } from './statement-view';
import { previewOf } from './sync-preview';

/** How many of those that lie aside are shown. */
const mostAside = 200;

export const sync: Handlers<'sync'> = {
  'sync.read': ({ learner }, service) => {
    needLearner(service, learner);
    const targets = targetsOf(service, learner);
    const views = (are: (target: Target) => boolean): SyncTargetView[] =>
      targets.filter(are).map((target) => targetView(service, target));
    return {
      targets: views(({ state }) => state !== 'stopped'),
      ended: views(({ state }) => state === 'stopped'),
      rules: rulesOf(service.policy()),
      chosenFolder: service.syncing.chosenFolder,
      trial: service.syncing.trial,
    };
  },

  'sync.sign': ({ learner }, service) => {
    needLearner(service, learner);
    const needs = targetsOf(service, learner).some((target) => {
      const { kind } = service.syncing.stateOf(target);
      return kind === 'sign-in-needed' || kind === 'problem';
    });
    return { needsPerson: needs };
  },

  'sync.try': ({ learner, target, where, account }, service) => {
    needLearner(service, learner);
    needAllowed(service);
    service.syncing.try(target, placeFrom(where, service), account);
    return null;
  },

  'sync.set-up': ({ learner, target, where, account, level, past }, service) => {
    needLearner(service, learner);
    const { sync: store } = service.store();
    // Asked twice, it happens once.
    if (store.target(target)) {
      needTarget(service, learner, target);
      return null;
    }
    const rules = needAllowed(service);
    const place = placeFrom(where, service);
    const { kind, ...settings } = place;
    const chosen = {
      ...{ id: target, learner, kind, settings, past },
      account: account ?? newAccount(rules.target?.homePage ?? null),
      level: levelWithin(rules, level),
    };
    if (!isAllowed(rules, chosen)) throw new OperationError('forbidden');
    store.switchOn(chosen);
    service.syncing.forgetTrial();
    if (place.kind === 'folder') service.syncing.chooseFolder(null);
    service.syncing.follow();
    return null;
  },

  'sync.change': ({ learner, target: id, level, where, past }, service) => {
    const target = needTarget(service, learner, id);
    const { sync: store } = service.store();
    const rules = rulesOf(service.policy());
    if (where) {
      const { kind, ...settings } = placeFrom(where, service);
      if (kind !== target.kind) throw new OperationError('not-possible');
      if (!isAllowed(rules, { kind, settings })) throw new OperationError('forbidden');
      store.changeSettings(id, settings);
      if (kind === 'folder') service.syncing.chooseFolder(null);
    }
    if (level) store.changeLevel(id, levelWithin(rules, level));
    if (past) store.sendPastAgain(id);
    service.syncing.restart(id);
    return null;
  },

  'sync.pause': ({ learner, target: id, isPaused }, service) => {
    needTarget(service, learner, id);
    service.store().sync.pause(id, isPaused);
    service.syncing.follow();
    return null;
  },

  'sync.retry': ({ learner, target: id }, service) => {
    needTarget(service, learner, id);
    service.syncing.retry(id);
    return null;
  },

  'sync.begin-anew': ({ learner, target: id }, service) => {
    const { kind } = needTarget(service, learner, id);
    if (kind !== 'folder') throw new OperationError('not-possible');
    service.store().sync.inbox(id).keepCursor('');
    service.syncing.restart(id);
    return null;
  },

  'sync.end': ({ learner, target: id, takeBack }, service) => {
    const target = needTarget(service, learner, id);
    const { sync: store } = service.store();
    store.stop(id);
    const isAsked = takeBack && target.kind === 'lrs' && store.voidDelivered(id) > 0;
    // The password is still needed to ask.
    if (!isAsked) service.syncing.forgetSecret(id);
    service.syncing.restart(id);
    return null;
  },

  'sync.preview': (asked, service) => {
    needLearner(service, asked.learner);
    const homePage = rulesOf(service.policy()).target?.homePage ?? ownHomePage;
    return previewOf({ ...asked, account: asked.account ?? { homePage, name: '…' } }, service);
  },

  'sync.sent': ({ learner, target: id, language, before, count, within }, service) => {
    needTarget(service, learner, id);
    const rows = service.store().sync.ledger(id, before, count, within);
    const last = rows.at(-1)?.position ?? 0;
    return {
      rows: rows.map((row) => sentRow(row, language)),
      next: rows.length < count ? null : last,
    };
  },

  'sync.aside': ({ learner, target: id, language }, service) => {
    needTarget(service, learner, id);
    const { sync: store } = service.store();
    const rows = store.setAside(id, mostAside).map((row) => sentRow(row, language));
    const taken = store.inboxAside(id).slice(0, mostAside);
    const incoming = taken.map(({ json, at }): SentRow => {
      const view = statementView(json, language);
      const told = { position: 0, state: 'aside', at, isVoided: false } as const;
      return { ...view, ...told, when: view.when || at, reason: 'different-here' };
    });
    return { rows: [...rows, ...incoming], next: null };
  },
};

/** Of all profiles that are one person with this one. */
function targetsOf(service: Service, learner: string): Target[] {
  const { sync: store } = service.store();
  const own = new Set(store.identities(learner).map((each) => each.learner));
  return store.targets().filter((target) => own.has(target.learner));
}

function needTarget(service: Service, learner: string, id: string): Target {
  needLearner(service, learner);
  const target = targetsOf(service, learner).find((each) => each.id === id);
  if (!target) throw new OperationError('not-found', { what: 'target' });
  return target;
}

function needAllowed(service: Service) {
  const rules = rulesOf(service.policy());
  if (rules.most === 'off') throw new OperationError('forbidden');
  return rules;
}

/** A folder is the one of the dialog, or the organisation's: a window names none. */
function placeFrom(where: Where, service: Service): Place {
  if (where.kind === 'lrs') return where;
  const { target } = rulesOf(service.policy());
  const { chosenFolder } = service.syncing;
  const folder = target?.isLocked && target.kind === 'folder' ? target.place : chosenFolder;
  const found = folder ?? (target?.kind === 'folder' ? target.place : null);
  if (found === null) throw new OperationError('not-found', { what: 'folder' });
  return { kind: 'folder', folder: found };
}

const newAccount = (homePage: string | null): Account => ({
  homePage: homePage ?? ownHomePage,
  name: uuidv4(),
});

function targetView(service: Service, target: Target): SyncTargetView {
  const { sync: store } = service.store();
  const { id, kind, account, level, since } = target;
  const place = placeOf(target);
  const { waiting, delivered, setAside } = store.outbox(id).counts();
  const incoming = store.countInboxAside(id);
  const reasons: SyncTargetView['aside'] = setAside > 0 ? store.reasonsAside(id) : [];
  if (incoming > 0) reasons.push({ reason: 'different-here', count: incoming });
  const state = service.syncing.stateOf(target);
  const sent = store.lastSent(id);
  const looked = state.kind === 'up-to-date' ? state.at : null;
  return {
    ...{ id, kind, account, level, since, state },
    place: shownPlace(place),
    signIn: place?.kind === 'lrs' ? place.signIn : null,
    counts: { waiting, delivered, aside: setAside + incoming },
    last:
      [sent, looked]
        .filter((each) => each !== null)
        .sort()
        .at(-1) ?? null,
    aside: reasons,
    unread: service.syncing.unreadOf(id),
  };
}

function sentRow(row: LedgerRow, language: string): SentRow {
  const { position, state, at, reason, voided } = row;
  return {
    ...statementView(row.json, language),
    ...{ position, state, at, isVoided: voided },
    reason,
  };
}
