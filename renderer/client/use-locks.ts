// Which controls the organisation has locked on this computer.
import type { PolicyView } from '../../core/policy/views';
import { useQuery } from './use-query';

const unlocked: PolicyView['locks'] = {
  ...{ studio: null, imports: false },
  ...{ unsigned: false, team: false },
};

/** Open until it is known: what a locked control would do is refused by the service in any case. */
export function useLocks(): PolicyView['locks'] {
  const query = useQuery('policy.read', {});
  return query.state === 'ready' ? query.value.locks : unlocked;
}
