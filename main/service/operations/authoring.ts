// What only authors and training offices ask for: read when the first of them does, so that no learner waits for it at a start.
import type { AuthoringOperation, Handler, TeamOperation } from './handlers';
import { studio } from './studio';
import { team } from './team';
import { translation } from './translation';

export const authoring: { [Name in AuthoringOperation | TeamOperation]: Handler<Name> } = {
  ...studio,
  ...translation,
  ...team,
};
