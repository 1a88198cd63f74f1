// The list of known signers could not be read: whoever was on it has to be confirmed anew.
import { useTranslation } from 'react-i18next';
import { ask } from '../../client/client';
import { useQuery } from '../../client/use-query';
import { SetAsideNotice } from '../../ui/set-aside';

/** Nothing as long as no list was lost. */
export function SignersLost() {
  const { t } = useTranslation('pack');
  const query = useQuery('signers.list', {});
  if (query.state !== 'ready' || query.value.lost === null) return null;
  return (
    <SetAsideNotice
      lost={query.value.lost}
      what={t('lost.what')}
      means={t('lost.means')}
      todo={t('lost.do')}
      onUnderstood={() => ask('signers.acknowledge', {})}
      to={['signers', 'pack-signer']}
    />
  );
}
