// Under which account statements go: a code that is made here, one from another computer, or one that was given.
import { useTranslation } from 'react-i18next';
import type { SyncRules } from '../../../core/sync/views';
import { Choices } from '../../ui/choices';
import { TextField } from '../../ui/text-field';
import type { Form, Mistake } from './set-up-view';

interface AccountFieldsProps {
  form: Form;
  rules: SyncRules;
  mistakes: readonly Mistake[];
  onChange: (changes: Partial<Form>) => void;
}

export function AccountFields({ form, rules, mistakes, onChange }: AccountFieldsProps) {
  const { t } = useTranslation('sync');
  const wrong = (mistake: Mistake) => (mistakes.includes(mistake) ? t(`wrong.${mistake}`) : null);
  const field = { validationBehavior: 'aria', autoComplete: 'off' } as const;
  const isGivenHome = rules.target?.isLocked === true && rules.target.homePage !== null;
  return (
    <div className="sync__fields">
      <p>{t('account.lead')}</p>
      <Choices
        label={t('account.label')}
        value={form.who}
        onChange={(who) => onChange({ who })}
        choices={(['new', 'code', 'given'] as const).map((who) => ({
          value: who,
          words: t(`account.${who}`),
        }))}
      />
      {form.who === 'code' && (
        <TextField
          {...field}
          maxLength={200}
          label={t('account.codeLabel')}
          hint={t('account.codeHint')}
          error={wrong('code')}
          value={form.code}
          onChange={(code) => onChange({ code })}
        />
      )}
      {form.who === 'given' && (
        <>
          <TextField
            {...field}
            type="url"
            maxLength={2000}
            label={t('account.homePage')}
            error={wrong('homePage')}
            isReadOnly={isGivenHome}
            value={form.homePage}
            onChange={(homePage) => onChange({ homePage })}
          />
          <TextField
            {...field}
            maxLength={200}
            label={t('account.name')}
            error={wrong('name')}
            value={form.name}
            onChange={(name) => onChange({ name })}
          />
        </>
      )}
    </div>
  );
}
