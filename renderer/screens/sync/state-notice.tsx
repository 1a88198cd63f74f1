// How a target stands, in words that are also heard when they change.
import { useTranslation } from 'react-i18next';
import type { SyncState } from '../../../core/sync/state';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { stateId } from './places';
import { stateView } from './state-view';
import { useStateWords } from './use-state-words';

const kinds = { quiet: 'info', right: 'right', warn: 'warn', wrong: 'wrong' } as const;

interface StateNoticeProps {
  /** Of the target, for the focus to find. */
  target: string;
  state: SyncState;
}

export function StateNotice({ target, state }: StateNoticeProps) {
  const { t } = useTranslation('sync');
  const { what, todo } = useStateWords()(state);
  const { key, weight, progress } = stateView(state);
  return (
    <>
      <Notice id={stateId(target)} kind={kinds[weight]} title={what}>
        {progress && progress.of > 0 && (
          <Progress done={progress.done} of={progress.of} label={t('progress')} words={what} />
        )}
        <p>{todo}</p>
      </Notice>
      {/* Of what is counted on, only that it began is said: nobody wants to hear every number. */}
      <p className="for-ears" role="status">
        {progress || key === 'receiving' ? t(`said.${key}`) : `${what} ${todo}`}
      </p>
    </>
  );
}
