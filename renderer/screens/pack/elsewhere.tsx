// A course for other systems: a page for any browser, or a package for a learning platform.
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportFormats } from '../../../core/player/formats';
import { ask, newId } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useSession } from '../../frame/session';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Making } from './making';

export function Elsewhere({ course }: { course: string }) {
  const { t } = useTranslation('studio');
  const { language } = useSession();
  const [format, setFormat] = useState<(typeof exportFormats)[number]>('html');
  const [id, setId] = useState<string | null>(null);
  const starting = useAction();
  const start = (): void => {
    const made = newId();
    void starting.run(async () => {
      await ask('export.start', { export: made, course, format, language });
      setId(made);
    });
  };
  return (
    <section className="pack__part" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('elsewhere.title')}</h2>
      <p>{t('elsewhere.lead')}</p>
      <Choices
        label={t('elsewhere.format')}
        value={format}
        onChange={setFormat}
        choices={exportFormats.map((value) => ({ value, words: t(`elsewhere.as.${value}`) }))}
      />
      <p>{t('elsewhere.answers')}</p>
      {id === null ? (
        <div className="pack__buttons">
          <Button onPress={start} isDisabled={starting.state.at === 'working'}>
            <Icon of={Download} />
            {t('elsewhere.make')}
          </Button>
        </div>
      ) : (
        <Making id={id} save="export.save" onEnd={() => setId(null)} />
      )}
      {starting.state.at === 'failed' && (
        <Failed failure={starting.state.failure} retry={starting.state.again} />
      )}
    </section>
  );
}
