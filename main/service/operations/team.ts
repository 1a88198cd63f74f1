// The team view: what a training office asks of it.

import { OperationError } from '../../../core/errors';
import { readWebAddress } from '../../../core/sync/web-address';
import { teamSecret } from '../../../core/team/secret';
import type { Handler, Handlers } from './handlers';

const handlers: Handlers<'team'> = {
  'team.read': (chosen, { team }) => team.figures(chosen),
  'team.people': (asked, { team }) => team.people(asked),
  'team.phishing': ({ language }, { team }) => team.phishing(language),
  'team.questions': ({ course }, { team }) => team.questions(course),
  'team.sources': (_, { team }) => team.sources(),

  'team.add-store': ({ address }, { team }) => {
    const url = readWebAddress(address);
    if (!url) throw new OperationError('bad-input', { what: 'address' });
    team.addLrs(url.href, { kind: 'basic', secret: teamSecret(url.origin) });
    return null;
  },

  'team.read-again': ({ source }, { team }) => {
    team.readAgain(source);
    return null;
  },

  'team.remove-source': ({ source }, { team }) => {
    team.removeSource(source);
    return null;
  },

  'team.stop': (_, { team }) => {
    team.stop();
    return null;
  },

  'team.require': ({ course, due }, { team }) => {
    team.require(course, due);
    return null;
  },

  'team.release': ({ course }, { team }) => {
    team.release(course);
    return null;
  },

  'team.forget-roster': (_, { team }) => {
    team.jobs.forgetRoster();
    return null;
  },

  'team.begin-anew': (_, { team }) => {
    team.beginAnew();
    return null;
  },

  'team.forget': (_, { team }) => {
    team.forget();
    return null;
  },
};

/** Whichever of them meets the damage, it is named as that of the team view. */
export const team = Object.fromEntries(
  Object.entries(handlers).map(([name, handler]) => {
    const guarded: Handler<never> = (input, service) =>
      service.team.guard(() => (handler as Handler<never>)(input, service));
    return [name, guarded];
  }),
) as unknown as Handlers<'team'>;
