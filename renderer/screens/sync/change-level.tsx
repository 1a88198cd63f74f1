// More or less than before: the level of a target, changed in place.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { levels } from '../../../core/sync/level';
import type { SyncRules, SyncTargetView } from '../../../core/sync/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useSession } from '../../frame/session';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Failed } from '../../ui/failed';
import { LevelField } from './level-field';
import { Preview } from './preview';

export function ChangeLevel({ target, rules }: { target: SyncTargetView; rules: SyncRules }) {
  const { t } = useTranslation('sync');
  const { learner } = useSession();
  const [level, setLevel] = useState(target.level);
  const [past, setPast] = useState(false);
  const { state, run } = useAction();
  const isMore = levels.indexOf(level) > levels.indexOf(target.level);
  const change = () =>
    void run(() =>
      ask('sync.change', {
        ...{ learner: learner.id, target: target.id, level },
        ...(isMore && past && { past }),
      }),
    );
  return (
    <details className="sync__more">
      <summary>{t('act.level')}</summary>
      <div className="sync__found">
        <LevelField rules={rules} level={level} onChange={setLevel} />
        {isMore && (
          <Choices
            label={t('past.label')}
            value={past ? 'all' : 'new'}
            onChange={(value) => setPast(value === 'all')}
            choices={(['all', 'new'] as const).map((value) => ({
              value,
              words: t(`past.${value}`),
            }))}
          />
        )}
        <Preview level={level} account={target.account} />
        <p>{t('levelChange')}</p>
        <div className="page-buttons">
          <Button
            isDisabled={level === target.level}
            isPending={state.at === 'working'}
            onPress={change}
          >
            {t('act.saveLevel')}
          </Button>
          <span role="status" className="sync__said">
            {state.at === 'done' && t('levelSaved')}
          </span>
        </div>
        {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
      </div>
    </details>
  );
}
