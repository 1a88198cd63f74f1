// Which app this is.
import { useTranslation } from 'react-i18next';
import { useSession } from '../../frame/session';
import { Managed } from './managed';

export function About() {
  const { t } = useTranslation('settings');
  const { app } = useSession();
  return (
    <section className="settings" aria-labelledby="about">
      <h2 id="about">{t('about')}</h2>
      <p>{t('version', { version: app.version, runtime: app.runtime })}</p>
      <p>{t('network')}</p>
      <Managed />
    </section>
  );
}
