// A new course: what it begins as, its title, who writes it, and in which language.
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type InterfaceLanguage, interfaceLanguages } from '../../../core/looks';
import { type TemplateId, templateIds } from '../../../core/studio/template-ids';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { paths } from '../../frame/paths';
import { useSession } from '../../frame/session';
import { languageNames } from '../../text/languages';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Pick } from '../../ui/pick';
import { TextField } from '../../ui/text-field';

export function NewCourse({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation('studio');
  const { learner, language: wanted } = useSession();
  const [, go] = useLocation();
  const [template, setTemplate] = useState<TemplateId>('compliance');
  const [title, setTitle] = useState('');
  const [author, setAuthor] = useState(learner.name);
  const [language, setLanguage] = useState<InterfaceLanguage>(
    interfaceLanguages.find((each) => wanted.startsWith(each)) ?? 'en',
  );
  const making = useAction();
  const make = (): void => {
    void making.run(async () => {
      const { folder } = await ask('studio.create', { template, title, author, language });
      go(paths.studio(folder));
    });
  };
  return (
    <form
      className="new-course"
      aria-labelledby="new-course"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') make();
      }}
    >
      <h2 id="new-course">{t('new.title')}</h2>
      <RadioGroup
        className="new-course__templates"
        value={template}
        onChange={(next) => setTemplate(next as TemplateId)}
      >
        <Label className="text-field__label">{t('new.template')}</Label>
        <div className="new-course__row">
          {templateIds.map((each) => (
            <Radio key={each} value={each} className="new-course__one">
              <span className="new-course__name">{t(`template.${each}.name`)}</span>
              <span className="new-course__is">{t(`template.${each}.is`)}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <TextField
        label={t('new.name')}
        value={title}
        onChange={setTitle}
        autoFocus
        maxLength={200}
      />
      <TextField
        label={t('new.author')}
        hint={t('new.authorHint')}
        value={author}
        onChange={setAuthor}
        maxLength={200}
      />
      <div className="new-course__language">
        <span className="text-field__label">{t('new.language')}</span>
        <Pick
          label={t('new.language')}
          missingId={null}
          placeholder={t('new.language')}
          options={interfaceLanguages.map((each) => ({
            text: languageNames[each],
            words: <span lang={each}>{languageNames[each]}</span>,
            note: null,
          }))}
          chosen={interfaceLanguages.indexOf(language)}
          onPick={(at) => setLanguage(interfaceLanguages[at] ?? 'en')}
        />
      </div>
      {making.state.at === 'failed' && (
        <Failed failure={making.state.failure} retry={making.state.again} />
      )}
      <div className="page-buttons">
        <Button
          type="submit"
          look="primary"
          isDisabled={title.trim() === '' || making.state.at === 'working'}
        >
          {t('new.make')}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
