// One person under several profiles: who that may be, saying so, and taking it back.
import { OperationError } from '../../../core/errors';
import type { PersonRow } from '../../../core/sync/views';
import { placeOf, shownPlace } from '../sync/place';
import type { Handlers } from './handlers';
import { needLearner, type Service } from './service';

export const persons: Handlers<'persons'> = {
  'persons.read': ({ learner }, service) => {
    needLearner(service, learner);
    const others = candidates(service, learner).map((each) => rowOf(service, learner, each));
    const known = others.filter(({ name, isMe, entries }) => isMe || name !== null || entries > 0);
    return { own: rowOf(service, learner, learner), others: known };
  },

  'persons.join': ({ learner, other }, service) => {
    needCandidate(service, learner, other);
    service.store().sync.join(learner, other);
    service.syncing.nudge();
    return null;
  },

  'persons.split': ({ learner, other }, service) => {
    needCandidate(service, learner, other);
    service.store().sync.split(learner, other);
    service.syncing.nudge();
    return null;
  },
};

/** The other profiles here, and all that came from other computers under this one's account. */
function candidates(service: Service, learner: string): string[] {
  const { sync, learners } = service.store();
  const found = new Set([
    ...learners.all().map(({ id }) => id),
    ...sync.atHome(learner),
    ...sync.identities(learner).map((each) => each.learner),
  ]);
  found.delete(learner);
  return [...found].sort();
}

function needCandidate(service: Service, learner: string, other: string): void {
  needLearner(service, learner);
  if (!candidates(service, learner).includes(other)) {
    throw new OperationError('not-found', { what: 'learner' });
  }
}

function rowOf(service: Service, learner: string, each: string): PersonRow {
  const { sync, learners, events } = service.store();
  const isMe = sync.identities(learner).some((identity) => identity.learner === each);
  const name = learners.find(each)?.name ?? null;
  const goesTo = sync
    .targetsOfPerson(each)
    .map((target) => ({ place: shownPlace(placeOf(target)), level: target.level }));
  return { learner: each, name, isMe, goesTo, ...events.extent(each) };
}
