// The very first screen: a name, a language, and off we go.
import './first-run.css';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../core/contract';
import { interfaceLanguage } from '../../../core/looks';
import type { LearnerView } from '../../../core/views';
import { Screen } from '../../frame/screen';
import { languageOfSystem } from '../../text/languages';
import { showLanguage } from '../../text/text';
import { Mark } from '../../ui/mark';
import { ProfileForm } from '../profiles/profile-form';

interface Props {
  app: Output<'app.read'>;
  onBegin: (learner: LearnerView) => void;
}

export function FirstRun({ app, onBegin }: Props) {
  const { t } = useTranslation('start');
  const language = app.language
    ? interfaceLanguage(app.language)
    : languageOfSystem(app.systemLanguages);
  return (
    <Screen
      narrow
      title={t('title')}
      heading={
        <div className="first-run__head">
          <Mark />
          <h1 tabIndex={-1}>{t('title')}</h1>
          <p className="screen__lead">{t('lead')}</p>
        </div>
      }
    >
      <ProfileForm
        language={language}
        button={t('start')}
        onMade={onBegin}
        onLanguage={(tag) => void showLanguage(tag)}
      />
    </Screen>
  );
}
