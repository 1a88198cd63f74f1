// The catalogue: what it offers, asking it, whose key is trusted, bringing courses. Long work tells of itself.
import type { Handlers } from './handlers';
import { needLearner } from './service';

export const catalogue: Handlers<'catalogue'> = {
  'catalogue.read': ({ language }, service) => service.catalogue().read(language),

  'catalogue.coming': ({ learner, language }, service) => {
    needLearner(service, learner);
    const { events } = service.store();
    const rows = service.catalogue().coming(language);
    // Who finished a course before it was taken away has nothing to wait for.
    return { courses: rows.filter(({ course }) => events.finished(learner, course).length === 0) };
  },

  'catalogue.check': (_, service) => {
    void service.catalogue().check();
    return null;
  },

  'catalogue.set': ({ address }, service) => {
    void service.catalogue().set(address);
    return null;
  },

  'catalogue.forget': (_, service) => {
    service.catalogue().forget();
    return null;
  },

  'catalogue.acknowledge': (_, service) => {
    service.catalogue().acknowledge();
    return null;
  },

  'catalogue.trust': ({ keyId }, service) => {
    service.catalogue().trust(keyId);
    return null;
  },

  'catalogue.get': ({ courses }, service) => {
    void service.catalogue().get(courses);
    return null;
  },

  'catalogue.stop': (_, service) => {
    void service.catalogue().stop();
    return null;
  },

  'catalogue.pin': ({ course, pinned }, service) => {
    service.catalogue().pin(course, pinned);
    return null;
  },
};
