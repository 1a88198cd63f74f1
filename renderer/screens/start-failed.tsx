// The first thing somebody sees when the learners' data cannot be opened.
import './first-run/first-run.css';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../core/errors';
import { Screen } from '../frame/screen';
import { Failed } from '../ui/failed';
import { Mark } from '../ui/mark';

export function StartFailed({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const { t } = useTranslation('start');
  return (
    <Screen
      narrow
      title={t('failed')}
      heading={
        <div className="first-run__head">
          <Mark />
          <h1 tabIndex={-1}>{t('failed')}</h1>
        </div>
      }
    >
      <Failed failure={failure} retry={onRetry} />
    </Screen>
  );
}
