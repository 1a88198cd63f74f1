// A course for other systems: a page for any browser, or a package for a learning platform.
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportFormats } from '../../../core/player/formats';
import { ask, newId } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';

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
        <Making id={id} onEnd={() => setId(null)} />
      )}
      {starting.state.at === 'failed' && (
        <Failed failure={starting.state.failure} retry={starting.state.again} />
      )}
    </section>
  );
}

function Making({ id, onEnd }: { id: string; onEnd: () => void }) {
  const { t } = useTranslation('studio');
  const format = useFormat();
  const query = useQuery('export.read', { export: id });
  const saving = useAction();
  const [isSaved, setSaved] = useState(false);
  const at = query.state === 'ready' ? query.value.at : 'working';
  const { run } = saving;
  useEffect(() => {
    if (at !== 'ready') return;
    void run(async () => {
      const { saved } = await ask('export.save', { export: id });
      setSaved(saved);
      await ask('export.end', { export: id });
      if (!saved) onEnd();
    });
  }, [at, id, run, onEnd]);
  if (isSaved) {
    return (
      <Notice kind="right" title={t('elsewhere.saved')} announced>
        <div>
          <Button onPress={onEnd}>{t('elsewhere.again')}</Button>
        </div>
      </Notice>
    );
  }
  if (saving.state.at === 'failed') {
    return <Failed failure={saving.state.failure} retry={saving.state.again} />;
  }
  if (query.state === 'failed') return <Failed failure={query.failure} retry={query.retry} />;
  if (query.state === 'ready' && query.value.at === 'failed') {
    return <Failed failure={query.value.failure} retry={onEnd} />;
  }
  const share = query.state === 'ready' && query.value.at === 'working' ? query.value.share : 1;
  const words = format.percent(share);
  return (
    <>
      <p role="status">{t('elsewhere.making')}</p>
      <Progress done={share} of={1} label={t('elsewhere.making')} words={words} />
      <div>
        <Button
          onPress={() => {
            void ask('export.end', { export: id }).catch(() => {});
            onEnd();
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}
