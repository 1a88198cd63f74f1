// Why a source could not be read, and what to do about it.
import { useTranslation } from 'react-i18next';
import type { SourceFailure } from '../../../core/team/views';
import { Failed } from '../../ui/failed';
import { Notice } from '../../ui/notice';

export function SourceFailed({ failed }: { failed: SourceFailure }) {
  const { t } = useTranslation('team');
  if (failed.kind === 'failure') return <Failed failure={failed.failure} />;
  const key = failed.kind === 'problem' ? `problem.${failed.problem}` : `failed.${failed.kind}`;
  return (
    <Notice kind="warn" title={t(`${key}.what`)} announced>
      <p>{t(`${key}.do`)}</p>
      <p>{t('failedKept')}</p>
    </Notice>
  );
}
