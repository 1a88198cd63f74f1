// A name and a password as they are written, and what is missing of them once somebody asks.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Credentials } from './server-fields';

export function useCredentials(of: 'server' | 'proxy') {
  const { t } = useTranslation('sync');
  const [given, setGiven] = useState({ user: '', password: '' });
  const [isAsked, setAsked] = useState(false);
  const user = given.user.trim();
  const missing = user === '' ? 'user' : user.includes(':') ? 'userColon' : null;
  return {
    ...{ user, password: given.password },
    isWhole: missing === null && given.password !== '',
    ask: () => setAsked(true),
    fields: (
      <Credentials
        {...given}
        of={of}
        userError={isAsked && missing ? t(`wrong.${missing}`) : null}
        passwordError={isAsked && given.password === '' ? t('wrong.password') : null}
        onChange={(changes) => setGiven((before) => ({ ...before, ...changes }))}
      />
    ),
  };
}
