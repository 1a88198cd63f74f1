// Profiles: who learns on this computer, and everything stored about them.
import { OperationError } from '../../../core/errors';
import { enforced, suggested } from '../../../core/policy/policy';
import type { LearnerView } from '../../../core/views';
import type { Handlers } from './handlers';
import { needLearner, type Service, underPolicy } from './service';

/** As it was chosen, whatever the organisation decides meanwhile. */
function needStored(service: Service, id: string): LearnerView {
  const learner = service.store().learners.find(id);
  if (!learner) throw new OperationError('not-found', { what: 'learner' });
  return learner;
}

/** The statement as what it is, not as a text in a text. */
const readable = <Row extends { json: string }>({ json, ...row }: Row) => ({
  ...row,
  statement: JSON.parse(json) as unknown,
});

export const learners: Handlers<'learners'> = {
  'learners.list': (_, service) => {
    const policy = service.policy();
    const all = service
      .store()
      .learners.all()
      .map((each) => underPolicy(policy, each));
    return { learners: all, last: all[0]?.id ?? null };
  },

  'learners.create': ({ id, name, settings: chosen }, service) => {
    const store = service.store();
    const policy = service.policy();
    // What is enforced is not their choice, and is not kept as if it were.
    const isChoice = enforced(policy, 'Studio') === 'choice';
    const isAuthor = isChoice && suggested(policy, 'Studio') === 'on';
    const settings = { ...chosen, trainers: chosen.trainers || isAuthor };
    store.transact(() => store.learners.add(id, name, settings, service.now().toISOString()));
    return needLearner(service, id);
  },

  'learners.open': ({ learner }, service) => {
    needLearner(service, learner);
    const store = service.store();
    store.transact(() => store.learners.open(learner, service.now().toISOString()));
    return needLearner(service, learner);
  },

  'learners.change': ({ learner, name, settings }, service) => {
    const before = needStored(service, learner);
    const store = service.store();
    const given = Object.entries(settings ?? {}).filter(([, value]) => value !== undefined);
    const merged = { ...before.settings, ...Object.fromEntries(given) };
    store.transact(() => store.learners.change(learner, name ?? before.name, merged));
    return needLearner(service, learner);
  },

  'learners.export': ({ learner }, service) => {
    const store = service.store();
    const profile = needStored(service, learner);
    const own = store.sync.atHome(learner);
    const exported = {
      what: 'Everything Deskwise stores about this learner on this computer',
      exportedAt: service.now().toISOString(),
      profile,
      events: store.events.ofHome(learner),
      identities: own.map((each) => ({ learner: each, home: learner })),
      aliases: store.sync
        .aliases()
        .filter((each) => own.includes(each.learner) || own.includes(each.other)),
      targets: store.sync.targetsOf(learner),
      statements: store.sync.frozenOf(learner).map(readable),
      cameInAndLieAside: store.sync.inboxAsideAbout(new Set(own)).map(readable),
      drafts: store.drafts.ofLearner(learner),
      lastRead: store.places.latest(learner),
    };
    return { json: `${JSON.stringify(exported, null, 2)}\n` };
  },

  'learners.erase': ({ learner }, service) => {
    const store = service.store();
    if (!store.learners.find(learner)) throw new OperationError('not-found', { what: 'learner' });
    const targets = store.sync.targetsOf(learner);
    store.erase(learner);
    for (const { id } of targets) service.syncing.forgetSecret(id);
    service.syncing.follow();
    return null;
  },
};
