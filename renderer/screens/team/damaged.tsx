// The file of the team view is damaged: what that means, and beginning anew with what can still be read of it.
import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SourcesView } from '../../../core/team/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';

interface DamagedProps {
  damaged: NonNullable<SourcesView['damaged']>;
  /** Where the focus goes once it is whole again: see HandOn. */
  to: readonly string[];
}

export function Damaged({ damaged: { file, places }, to }: DamagedProps) {
  const { t } = useTranslation(['team', 'error']);
  const { state, run } = useAction();
  return (
    <Notice kind="wrong" title={t('error:team-damaged.what')}>
      <p>{t('error:team-damaged.means')}</p>
      <code dir="ltr" className="notice__path">
        {file}
      </code>
      {places.length === 0 ? (
        <p>{t('damaged.none')}</p>
      ) : (
        <>
          <p>{t('damaged.places')}</p>
          <ul className="team__counts">
            {places.map((place) => (
              <li key={place}>
                <code dir="ltr" className="notice__path">
                  {place}
                </code>
              </li>
            ))}
          </ul>
          <p>{t('damaged.means')}</p>
          <HandOn to={to}>
            <div>
              <Button
                isPending={state.at === 'working'}
                onPress={() => void run(() => ask('team.begin-anew', {}))}
              >
                <Icon of={RotateCw} />
                {t('damaged.anew')}
              </Button>
            </div>
          </HandOn>
        </>
      )}
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </Notice>
  );
}
