// An export under way: how far it is, then where it is to go. It goes on when the person leaves the page.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { Progress } from '../../ui/progress';
import { askedOnce } from './asked-once';
import { failureIn } from './making-view';

interface MakingProps {
  id: string;
  /** What puts it where the person says. */
  save: 'export.save' | 'sheet.save';
  /** Id of the element that says how far it is; it can take the focus. */
  at: string;
  onEnd: (saved: boolean) => void;
}

export function Making({ id, save, at: place, onEnd }: MakingProps) {
  const { t } = useTranslation('studio');
  const query = useQuery('export.read', { export: id });
  const saving = useAction();
  const at = query.state === 'ready' ? query.value.at : 'working';
  const { run } = saving;
  // Whatever else is drawn anew meanwhile: the person is asked once where it is to go.
  const isAsked = useRef(false);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    if (at !== 'ready' || isAsked.current) return;
    isAsked.current = true;
    void run(async () => {
      const isSaved = await askedOnce(id, async () => {
        const { saved } = await ask(save, { export: id });
        await ask('export.end', { export: id });
        return saved;
      });
      end.current(isSaved);
    });
  }, [at, id, save, run]);
  const giveUp = (): void => {
    void ask('export.end', { export: id }).catch(() => {});
    onEnd(false);
  };
  const failure =
    query.state === 'ready' ? failureIn(query.value, saving.state.at !== 'idle') : null;
  const share = query.state === 'ready' && query.value.at === 'working' ? query.value.share : 1;
  return (
    <div id={place} className="pack__making" tabIndex={-1} data-quiet-focus="">
      {saving.state.at === 'failed' ? (
        // What is gone can be saved no more, only made again.
        <Failed
          failure={saving.state.failure}
          retry={at === 'gone' ? giveUp : saving.state.again}
        />
      ) : query.state === 'failed' ? (
        <Failed failure={query.failure} retry={query.retry} />
      ) : failure ? (
        <Failed failure={failure} retry={giveUp} />
      ) : (
        <HandOn to={[place]}>
          <UnderWay share={share} label={t('elsewhere.making')} onCancel={giveUp} />
        </HandOn>
      )}
    </div>
  );
}

interface UnderWayProps {
  /** From 0 to 1. */
  share: number;
  label: string;
  onCancel: () => void;
}

function UnderWay({ share, label, onCancel }: UnderWayProps) {
  const { t } = useTranslation('studio');
  const format = useFormat();
  return (
    <>
      <p role="status">{label}</p>
      <Progress done={share} of={1} label={label} words={format.percent(share)} />
      <div>
        <Button onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </>
  );
}
