// Who somebody is to the proxy of their network; known until the app is closed.
import { useTranslation } from 'react-i18next';
import { ask } from '../../client/client';
import { SmallForm } from './small-form';
import { useCredentials } from './use-credentials';

interface ProxySignInProps {
  onDone: () => Promise<unknown>;
  /** It stands within another form. */
  isWithin?: boolean;
}

export function ProxySignIn({ onDone, isWithin = false }: ProxySignInProps) {
  const { t } = useTranslation('sync');
  const { user, password, isWhole, ask: asked, fields } = useCredentials('proxy');
  const work = () => {
    asked();
    return isWhole ? ask('proxy.sign-in', { user, password }).then(onDone) : null;
  };
  return (
    <SmallForm work={work} label={t('act.signIn')} isWithin={isWithin}>
      {fields}
    </SmallForm>
  );
}
