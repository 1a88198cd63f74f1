// Trying courses out as a learner, where nothing is kept.
import type { Handlers } from './handlers';
import { needLearner } from './service';

export const trial: Handlers<'trial'> = {
  'trial.begin': ({ learner }, service) => {
    const like = needLearner(service, learner);
    return service.trial.begin(like, service.now());
  },

  'trial.end': (_, service) => {
    service.trial.end();
    return null;
  },
};
