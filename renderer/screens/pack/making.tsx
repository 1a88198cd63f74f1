// An export under way: how far it is, then where it is to go.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { failureIn } from './making-view';

interface MakingProps {
  id: string;
  /** What puts it where the person says. */
  save: 'export.save' | 'sheet.save';
  /** It is where the person said. */
  isSaved: boolean;
  onSaved: () => void;
  onEnd: () => void;
}

export function Making({ id, save, isSaved, onSaved, onEnd }: MakingProps) {
  const { t } = useTranslation('studio');
  const format = useFormat();
  const query = useQuery('export.read', { export: id });
  const saving = useAction();
  const at = query.state === 'ready' ? query.value.at : 'working';
  const { run } = saving;
  // Whatever else is drawn anew meanwhile: the person is asked once where it is to go.
  const isAsked = useRef(false);
  useEffect(() => {
    if (at !== 'ready' || isAsked.current) return;
    isAsked.current = true;
    void run(async () => {
      const { saved } = await ask(save, { export: id });
      if (saved) onSaved();
      await ask('export.end', { export: id });
      if (!saved) onEnd();
    });
  }, [at, id, save, run, onSaved, onEnd]);
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
    // What is gone can be saved no more, only made again.
    const again = at === 'gone' ? onEnd : saving.state.again;
    return <Failed failure={saving.state.failure} retry={again} />;
  }
  if (query.state === 'failed') return <Failed failure={query.failure} retry={query.retry} />;
  const failure =
    query.state === 'ready' ? failureIn(query.value, saving.state.at !== 'idle') : null;
  if (failure) return <Failed failure={failure} retry={onEnd} />;
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
