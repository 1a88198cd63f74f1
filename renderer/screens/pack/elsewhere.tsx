// A course for other systems: a page for any browser, or a package for a learning platform.
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportFormats } from '../../../core/player/formats';
import { useSession } from '../../frame/session';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Making } from './making';
import { useMaking } from './use-making';

export function Elsewhere({ course }: { course: string }) {
  const { t } = useTranslation('studio');
  const { language } = useSession();
  const [format, setFormat] = useState<(typeof exportFormats)[number]>('html');
  const { id, isSaved, starting, start, save, end, choose } = useMaking();
  return (
    <section className="pack__part" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('elsewhere.title')}</h2>
      <p>{t('elsewhere.lead')}</p>
      <Choices
        label={t('elsewhere.format')}
        value={format}
        onChange={(value) => {
          setFormat(value);
          choose();
        }}
        choices={exportFormats.map((value) => ({ value, words: t(`elsewhere.as.${value}`) }))}
      />
      <p>{t('elsewhere.answers')}</p>
      {id === null ? (
        <div className="pack__buttons">
          <Button
            onPress={() => start({ course, format, language })}
            isDisabled={starting.at === 'working'}
          >
            <Icon of={Download} />
            {t('elsewhere.make')}
          </Button>
        </div>
      ) : (
        <Making id={id} save="export.save" isSaved={isSaved} onSaved={save} onEnd={end} />
      )}
      {starting.at === 'failed' && <Failed failure={starting.failure} retry={starting.again} />}
    </section>
  );
}
