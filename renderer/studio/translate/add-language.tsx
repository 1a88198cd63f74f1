// One more language for a course.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { paths } from '../../frame/paths';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Pick } from '../../ui/pick';
import { commonLanguages } from './common-languages';

interface AddLanguageProps {
  folder: string;
  /** Those that are there already. */
  known: readonly string[];
}

export function AddLanguage({ folder, known }: AddLanguageProps) {
  const { t, i18n } = useTranslation('translate');
  const format = useFormat();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<number | null>(null);
  const adding = useAction();
  const options = commonLanguages
    .filter((tag) => !known.includes(tag))
    .map((tag) => ({ tag, name: format.language(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, i18n.language));
  const language = chosen === null ? undefined : options[chosen];
  return (
    <section className="page-part" aria-labelledby="add-language">
      <h2 id="add-language">{t('add.title')}</h2>
      <div className="page-buttons">
        <Pick
          label={t('add.language')}
          missingId={null}
          placeholder={t('add.choose')}
          options={options.map(({ name }) => ({ text: name, words: name, note: null }))}
          chosen={chosen}
          onPick={setChosen}
        />
        <Button
          look="primary"
          isDisabled={!language || adding.state.at === 'working'}
          onPress={() => {
            if (!language) return;
            void adding.run(async () => {
              const begun = await ask('translation.begin', { folder, language: language.tag });
              go(paths.translate(folder, begun.language));
            });
          }}
        >
          {t('add.now')}
        </Button>
      </div>
      {adding.state.at === 'failed' && (
        <Failed failure={adding.state.failure} retry={adding.state.again} />
      )}
    </section>
  );
}
