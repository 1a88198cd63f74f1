// What was remembered of the catalogue could not be read: it is set up anew.
import { useTranslation } from 'react-i18next';
import type { SetAside } from '../../../core/set-aside';
import { ask } from '../../client/client';
import { SetAsideNotice } from '../../ui/set-aside';

export function Lost({ lost, to }: { lost: SetAside; to: readonly string[] }) {
  const { t } = useTranslation('catalogue');
  return (
    <SetAsideNotice
      lost={lost}
      what={t('lost.what')}
      means={t('lost.means')}
      todo={t('lost.do')}
      onUnderstood={() => ask('catalogue.acknowledge', {})}
      to={to}
    />
  );
}
