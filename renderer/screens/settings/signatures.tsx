// The way to the signatures of courses: whose are known, and the own one.
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../frame/paths';
import { LinkButton } from '../../ui/button';
import { Icon } from '../../ui/icon';

export function Signatures() {
  const { t } = useTranslation('pack');
  return (
    <section className="settings" aria-labelledby="signatures">
      <h2 id="signatures">{t('signing.title')}</h2>
      <p>{t('signing.lead')}</p>
      <div className="settings__buttons">
        <LinkButton href={paths.signing()}>
          <Icon of={KeyRound} />
          {t('signing.show')}
        </LinkButton>
      </div>
    </section>
  );
}
