// The way to other devices and the organisation.
import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../frame/paths';
import { LinkButton } from '../../ui/button';
import { Icon } from '../../ui/icon';

export function Sync() {
  const { t } = useTranslation('sync');
  return (
    <section className="settings" aria-labelledby="sync">
      <h2 id="sync">{t('title')}</h2>
      <p>{t('settings.lead')}</p>
      <div className="settings__buttons">
        <LinkButton href={paths.sync()}>
          <Icon of={RefreshCw} />
          {t('settings.show')}
        </LinkButton>
      </div>
    </section>
  );
}
