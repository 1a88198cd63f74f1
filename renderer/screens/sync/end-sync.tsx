// The end of sync with a place, in two steps; with a server, it can be asked to take back what arrived.
import { CircleStop } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncTargetView } from '../../../core/sync/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useSession } from '../../frame/session';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { canTakeBack } from './state-view';

export function EndSync({ target }: { target: SyncTargetView }) {
  const { t } = useTranslation('sync');
  const { learner } = useSession();
  const [isAsking, setAsking] = useState(false);
  // Whoever thought better of it is where they were before.
  const [wasAsking, setWasAsking] = useState(false);
  const { state, run } = useAction();
  const { id, kind } = target;
  const end = (takeBack: boolean) =>
    void run(() => ask('sync.end', { learner: learner.id, target: id, takeBack }));
  const keep = () => {
    setAsking(false);
    setWasAsking(true);
  };
  if (!isAsking) {
    return (
      <div>
        <Button look="danger" autoFocus={wasAsking} onPress={() => setAsking(true)}>
          <Icon of={CircleStop} />
          {t('end.do')}
        </Button>
      </div>
    );
  }
  return (
    <div
      className="sync__end"
      role="alertdialog"
      aria-labelledby={`end-${id}`}
      aria-describedby={`end-means-${id}`}
    >
      <h3 id={`end-${id}`}>{t('end.sure')}</h3>
      <div id={`end-means-${id}`} className="sync__means">
        <p>{t('end.means')}</p>
        <p>{t(`end.there.${kind}`)}</p>
      </div>
      <div className="page-buttons">
        <Button autoFocus onPress={keep}>
          {t('end.keep')}
        </Button>
        <Button look="danger" isPending={state.at === 'working'} onPress={() => end(false)}>
          {t('end.now')}
        </Button>
        {canTakeBack(target) && (
          <Button look="danger" isPending={state.at === 'working'} onPress={() => end(true)}>
            {t('end.takeBack')}
          </Button>
        )}
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </div>
  );
}
