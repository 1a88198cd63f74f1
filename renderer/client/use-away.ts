// True while the service is starting again and the person may have noticed.
import { useSyncExternalStore } from 'react';
import { isServiceAway, onServiceAway } from './client';
import { useAfter } from './use-after';

const noticeableMilliseconds = 500;

export function useAway(): boolean {
  const away = useSyncExternalStore(onServiceAway, isServiceAway);
  return useAfter(noticeableMilliseconds, away);
}
