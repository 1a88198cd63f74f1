// A new profile: a display name and a language, nothing else.
import './profiles.css';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type InterfaceLanguage, interfaceLanguages } from '../../../core/looks';
import { learnerName, settings as settingsSchema } from '../../../core/settings';
import type { LearnerView } from '../../../core/views';
import { ask, newId } from '../../client/client';
import { useAction } from '../../client/use-action';
import { languageNames } from '../../text/languages';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Failed } from '../../ui/failed';
import { TextField } from '../../ui/text-field';

interface Props {
  language: InterfaceLanguage;
  button: string;
  onMade: (learner: LearnerView) => void;
  /** Called when a language is chosen, where the words on screen follow at once. */
  onLanguage?: (language: InterfaceLanguage) => void;
}

export function ProfileForm({ language: first, button, onMade, onLanguage }: Props) {
  const { t } = useTranslation('start');
  const id = useId();
  const [name, setName] = useState('');
  const [language, setLanguage] = useState(first);
  const [isMissing, setMissing] = useState(false);
  const { state, run } = useAction();
  // One id for the whole form: pressing twice makes one profile.
  const [learner] = useState(newId);

  function make(): void {
    const checked = learnerName.safeParse(name);
    setMissing(!checked.success);
    if (!checked.success) {
      document.getElementById(id)?.focus();
      return;
    }
    const settings = settingsSchema.parse({ language });
    void run(async () => {
      onMade(await ask('learners.create', { id: learner, name: checked.data, settings }));
    });
  }

  return (
    <form
      className="profile-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <TextField
        id={id}
        label={t('name')}
        hint={t('nameHint')}
        error={isMissing ? t('nameMissing') : null}
        validationBehavior="aria"
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={setName}
      />
      <Choices
        label={t('language')}
        value={language}
        onChange={(next) => {
          setLanguage(next);
          onLanguage?.(next);
        }}
        choices={interfaceLanguages.map((tag) => ({
          value: tag,
          words: languageNames[tag],
          lang: tag,
        }))}
      />
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
      <div>
        <Button type="submit" look="primary" isPending={state.at === 'working'}>
          {button}
        </Button>
      </div>
    </form>
  );
}
