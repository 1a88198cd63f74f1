// Whether sync waits for something that only the person can do: looked at once there is time, and when it changes.
import { useEffect, useState } from 'react';
import { ask, onChanged, topicsRead } from '../client/client';

export function useSyncSign(learner: string): boolean {
  const [needsPerson, setNeeds] = useState(false);
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      try {
        const sign = await ask('sync.sign', { learner });
        if (!isGone) setNeeds(sign.needsPerson);
      } catch {
        // The screens tell what is wrong with the service; the sign is not the place for it.
      }
    };
    // The first screen goes before it.
    const idle = requestIdleCallback(() => void look());
    const stop = onChanged(topicsRead('sync.sign'), () => void look());
    return () => {
      isGone = true;
      cancelIdleCallback(idle);
      stop();
    };
  }, [learner]);
  return needsPerson;
}
