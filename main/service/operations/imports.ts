// Bringing in courses from elsewhere: begin, watch, stop, and read what became of everything.
import type { Handlers } from './handlers';

export const imports: Handlers<'import'> = {
  'import.read': (_, service) => service.imports.view(),
  'import.cancel': (_, service) => {
    service.imports.cancel();
    return null;
  },
  'import.report': ({ from, count }, service) => service.imports.report(from, count),
};
