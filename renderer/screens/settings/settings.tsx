// Settings: language and look, the profile, where data lives, and what to do with it.
import './settings.css';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage, interfaceLanguages, textSizes, themes } from '../../../core/looks';
import type { Settings } from '../../../core/settings';
import { useAction } from '../../client/use-action';
import { useLocks } from '../../client/use-locks';
import { Screen } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { languageNames } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Choices } from '../../ui/choices';
import { Failed } from '../../ui/failed';
import { About } from './about';
import { CatalogueSettings } from './catalogue';
import { MyData } from './my-data';
import { Organisation } from './organisation';
import { ProfileName } from './profile-name';
import { Signatures } from './signatures';
import { Sync } from './sync';

export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { learner, language, theme, change } = useSession();
  const { settings } = learner;
  const { studio, team } = useLocks();
  const { state, run } = useAction();
  const set = (changes: Partial<Settings>) => void run(() => change({ settings: changes }));
  return (
    <Screen narrow title={t('title')} heading={<h1 tabIndex={-1}>{t('title')}</h1>}>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
      <section className="settings" aria-labelledby="look">
        <h2 id="look">{t('look')}</h2>
        <Choices
          label={t('language')}
          value={interfaceLanguage(language)}
          onChange={(language) => set({ language })}
          choices={interfaceLanguages.map((tag) => ({
            value: tag,
            words: languageNames[tag],
            lang: tag,
          }))}
        />
        <Choices
          label={t('theme.label')}
          value={theme}
          onChange={(theme) => set({ theme })}
          choices={themes.map((theme) => ({ value: theme, words: t(`theme.${theme}`) }))}
        />
        <Choices
          label={t('textSize')}
          value={String(settings.textSize)}
          onChange={(size) => {
            const textSize = textSizes.find((each) => String(each) === size);
            if (textSize) set({ textSize });
          }}
          choices={textSizes.map((size) => ({
            value: String(size),
            words: format.percent(size / 100),
          }))}
        />
        <Choices
          label={t('motion.label')}
          value={settings.motion}
          onChange={(motion) => set({ motion })}
          choices={(['system', 'reduced'] as const).map((motion) => ({
            value: motion,
            words: t(`motion.${motion}`),
          }))}
        />
      </section>
      <section className="settings" aria-labelledby="profile">
        <h2 id="profile">{t('profile')}</h2>
        <ProfileName />
      </section>
      <section className="settings" aria-labelledby="trainers">
        <h2 id="trainers">{t('trainers.title')}</h2>
        <Choices
          label={t('trainers.label')}
          value={settings.trainers ? 'on' : 'off'}
          isLocked={studio !== null}
          onChange={(value) => set({ trainers: value === 'on' })}
          choices={(['off', 'on'] as const).map((value) => ({
            value,
            words: t(`trainers.${value}`),
          }))}
        />
      </section>
      <section className="settings" aria-labelledby="offices">
        <h2 id="offices">{t('team.title')}</h2>
        <Choices
          label={t('team.label')}
          value={settings.team ? 'on' : 'off'}
          isLocked={team}
          onChange={(value) => set({ team: value === 'on' })}
          choices={(['off', 'on'] as const).map((value) => ({
            value,
            words: t(`team.${value}`),
          }))}
        />
      </section>
      <Organisation />
      <CatalogueSettings />
      <Signatures />
      <Sync />
      <MyData />
      <About />
    </Screen>
  );
}
