// The address of a learning record store, and how to sign in there.
import { useTranslation } from 'react-i18next';
import type { SyncRules } from '../../../core/sync/views';
import { Choices } from '../../ui/choices';
import { LockedWords } from '../../ui/locked';
import { TextField } from '../../ui/text-field';
import type { Form, Mistake } from './set-up-view';

interface FieldsProps {
  form: Form;
  rules: SyncRules;
  mistakes: readonly Mistake[];
  onChange: (changes: Partial<Form>) => void;
}

export function ServerFields({ form, rules, mistakes, onChange }: FieldsProps) {
  const { t } = useTranslation('sync');
  const isLocked = rules.target?.isLocked ?? false;
  const wrong = (mistake: Mistake) => (mistakes.includes(mistake) ? t(`wrong.${mistake}`) : null);
  const field = { validationBehavior: 'aria', autoComplete: 'off' } as const;
  return (
    <div className="sync__fields">
      <TextField
        {...field}
        label={t('server.address')}
        hint={t('server.addressHint')}
        error={wrong('address')}
        type="url"
        isReadOnly={isLocked}
        value={form.address}
        onChange={(address) => onChange({ address })}
      />
      {isLocked && <LockedWords />}
      <Choices
        label={t('server.how')}
        value={form.how}
        onChange={(how) => onChange({ how })}
        choices={(['basic', 'oauth'] as const).map((how) => ({
          value: how,
          words: t(`server.${how}`),
        }))}
      />
      {form.how === 'oauth' && (
        <>
          <TextField
            {...field}
            label={t('server.tokenUrl')}
            error={wrong('tokenUrl')}
            type="url"
            value={form.tokenUrl}
            onChange={(tokenUrl) => onChange({ tokenUrl })}
          />
          <TextField
            {...field}
            label={t('server.scope')}
            value={form.scope}
            onChange={(scope) => onChange({ scope })}
          />
        </>
      )}
      <Credentials
        user={form.user}
        password={form.password}
        userError={wrong('user') ?? wrong('userColon')}
        passwordError={wrong('password')}
        of="server"
        onChange={onChange}
      />
    </div>
  );
}

interface CredentialsProps {
  user: string;
  password: string;
  userError: string | null;
  passwordError: string | null;
  /** Who asks for them. */
  of: 'server' | 'proxy';
  onChange: (changes: { user?: string; password?: string }) => void;
}

/** Name and password, which nothing shows again. */
export function Credentials(props: CredentialsProps) {
  const { user, password, userError, passwordError, of, onChange } = props;
  const isProxy = of === 'proxy';
  const { t } = useTranslation('sync');
  return (
    <>
      <TextField
        validationBehavior="aria"
        autoComplete="off"
        maxLength={500}
        label={t(isProxy ? 'server.proxyUser' : 'server.user')}
        error={userError}
        value={user}
        onChange={(value) => onChange({ user: value })}
      />
      <TextField
        validationBehavior="aria"
        autoComplete="off"
        maxLength={4000}
        type="password"
        label={t(isProxy ? 'server.proxyPassword' : 'server.password')}
        hint={t(isProxy ? 'server.proxyHint' : 'server.passwordHint')}
        error={passwordError}
        value={password}
        onChange={(value) => onChange({ password: value })}
      />
    </>
  );
}
