// A state in sentences of the interface's language: what it is, and what to do.
import { useTranslation } from 'react-i18next';
import type { SyncState } from '../../../core/sync/state';
import { useFormat } from '../../text/use-format';
import { stateView } from './state-view';

export interface StateWords {
  what: string;
  todo: string;
}

export function useStateWords(): (state: SyncState) => StateWords {
  const { t } = useTranslation('sync');
  const format = useFormat();
  return (state) => {
    const { key, at, progress, received } = stateView(state);
    const values = {
      when: at === null ? '' : format.dateTime(at),
      sent: format.number(progress?.done ?? 0),
      total: format.number(progress?.of ?? 0),
      received: format.number(received ?? 0),
    };
    return { what: t(`state.${key}.what`, values), todo: t(`state.${key}.do`, values) };
  };
}
