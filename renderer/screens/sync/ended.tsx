// Places that nothing goes to any more: what went there, and how far taking it back is.
import { useTranslation } from 'react-i18next';
import type { SyncTargetView } from '../../../core/sync/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { paths } from '../../frame/paths';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { endedId } from './places';
import { Remedies } from './remedies';
import { StateNotice } from './state-notice';
import { stateView } from './state-view';

export function Ended({ targets }: { targets: readonly SyncTargetView[] }) {
  const { t } = useTranslation('sync');
  return (
    <section className="page-part" aria-labelledby={endedId}>
      <h2 id={endedId} tabIndex={-1}>
        {t('ended.title')}
      </h2>
      <ul className="persons">
        {targets.map((target) => (
          <One key={target.id} target={target} />
        ))}
      </ul>
    </section>
  );
}

function One({ target }: { target: SyncTargetView }) {
  const { t } = useTranslation('sync');
  const { learner } = useSession();
  const format = useFormat();
  const { state, run } = useAction();
  const { id, place, counts } = target;
  const isTakingBack = counts.waiting > 0;
  const { remedy } = stateView(target.state);
  const giveUp = () =>
    void run(() => ask('sync.end', { learner: learner.id, target: id, takeBack: false }));
  return (
    <li className="person">
      <code dir="ltr" className="sync__place">
        {place}
      </code>
      <p className="sync__hint">
        {t('ended.sent', { count: counts.delivered, shown: format.number(counts.delivered) })}
      </p>
      {isTakingBack && (
        <>
          <p>
            {t('ended.takingBack', { count: counts.waiting, shown: format.number(counts.waiting) })}
          </p>
          <StateNotice target={id} state={target.state} />
          {remedy !== null && <Remedies remedy={remedy} target={target} folder={null} />}
          <HandOn to={[endedId]}>
            <div>
              <Button onPress={giveUp}>{t('ended.giveUp')}</Button>
            </div>
          </HandOn>
        </>
      )}
      <div>
        <LinkButton look="quiet" href={paths.syncSent(id)}>
          {t('sent.title')}
        </LinkButton>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </li>
  );
}
