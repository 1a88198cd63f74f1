// The organisation's own words: which are in use, taking others, going without.
import type { Handlers } from './handlers';

export const organisation: Handlers<'organisation'> = {
  'organisation.read': (_, { organisation: own }) => ({
    source: own.source(),
    words: Object.entries(own.words()).map(([key, value]) => ({ key, value })),
    mistakes: own.mistakes(),
  }),

  'organisation.set': ({ text }, { organisation: own }) => own.set(text),

  'organisation.forget': (_, { organisation: own }) => {
    own.forget();
    return null;
  },
};
