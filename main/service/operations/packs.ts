// Packs: what was read or is being written, taking it in, taking a course away, and whose keys are known.
import { OperationError } from '../../../core/errors';
import { readKeyText } from '../../../core/pack/signature';
import type { Handlers } from './handlers';

export const packs: Handlers<'pack'> & Handlers<'signers'> = {
  'pack.read': (_, service) => service.packs.read(),

  'pack.install': ({ job }, service) => service.packs.install(job),

  'pack.dismiss': (_, service) => {
    service.packs.dismiss();
    return null;
  },

  'pack.stop': (_, service) => {
    service.packs.stop();
    return null;
  },

  'pack.trust': ({ job, name }, service) => {
    service.packs.trust(job, name);
    return null;
  },

  'pack.added': ({ course }, service) => service.packs.added(course),

  'pack.remove': ({ course }, service) => service.packs.remove(course),

  'signers.list': (_, { packs: { signers } }) => ({ signers: signers.all(), lost: signers.lost() }),

  'signers.acknowledge': (_, service) => {
    service.packs.signers.acknowledge();
    return null;
  },

  'signers.know': ({ key, name }, service) => {
    const publicKey = readKeyText(key);
    if (publicKey === null) throw new OperationError('bad-input', { what: 'key' });
    service.packs.know(publicKey, name);
    return null;
  },

  'signers.forget': ({ keyId }, service) => {
    service.packs.forget(keyId);
    return null;
  },
};
