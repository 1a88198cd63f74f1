// One place that statements go to: how it stands, what to do, the figures, and what can be done about it.
import { CirclePause, CirclePlay, ListTree, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SyncRules, SyncTargetView } from '../../../core/sync/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { paths } from '../../frame/paths';
import { useSession } from '../../frame/session';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { Icon } from '../../ui/icon';
import { LockedWords } from '../../ui/locked';
import { Aside } from './aside';
import { ChangeLevel } from './change-level';
import { EndSync } from './end-sync';
import { Facts } from './facts';
import { endedId, offId, stateId } from './places';
import { Remedies } from './remedies';
import { StateNotice } from './state-notice';
import { stateView } from './state-view';
import { UnreadNotice } from './unread';

interface TargetCardProps {
  target: SyncTargetView;
  rules: SyncRules;
  /** Chosen in the dialog of the system. */
  folder: string | null;
}

export function TargetCard({ target, rules, folder }: TargetCardProps) {
  const { t } = useTranslation('sync');
  const { learner } = useSession();
  const { state, run } = useAction();
  const { id, kind } = target;
  const on = { learner: learner.id, target: id };
  const isPaused = target.state.kind === 'paused';
  const { remedy, weight } = stateView(target.state);
  const isSet = rules.target?.place === target.place && rules.target.isLocked;
  return (
    <section className="page-part sync__target" aria-labelledby={`target-${id}`}>
      <h2 id={`target-${id}`}>{t(`way.${kind}.title`)}</h2>
      <code dir="ltr" className="sync__place">
        {target.place}
      </code>
      {isSet && <LockedWords />}
      <StateNotice target={id} state={target.state} />
      {weight !== 'quiet' && remedy !== null && (
        <Remedies remedy={remedy} target={target} folder={folder} />
      )}
      <div className="page-buttons">
        {target.state.kind !== 'off' && (
          <Button onPress={() => void run(() => ask('sync.pause', { ...on, isPaused: !isPaused }))}>
            <Icon of={isPaused ? CirclePlay : CirclePause} />
            {t(isPaused ? 'act.goOn' : 'act.pause')}
          </Button>
        )}
        {target.state.kind === 'up-to-date' && (
          <HandOn to={[stateId(id)]}>
            <Button onPress={() => void run(() => ask('sync.retry', on))}>
              <Icon of={RotateCcw} />
              {t('act.look')}
            </Button>
          </HandOn>
        )}
        <LinkButton href={paths.syncSent(id)}>
          <Icon of={ListTree} />
          {t('sent.title')}
        </LinkButton>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
      <Facts target={target} />
      {target.unread && <UnreadNotice unread={target.unread} />}
      {target.counts.aside > 0 && <Aside target={target} />}
      <ChangeLevel target={target} rules={rules} />
      <HandOn to={[endedId, offId]}>
        <EndSync target={target} />
      </HandOn>
    </section>
  );
}
