// The list of people that the training office holds: opened here, kept here, sent nowhere.
import { Users, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SourcesView } from '../../../core/team/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';

interface PeopleProps {
  roster: SourcesView['roster'];
  isBusy: boolean;
}

export function People({ roster, isBusy }: PeopleProps) {
  const { t } = useTranslation('team');
  const format = useFormat();
  const { state, run } = useAction();
  return (
    <section className="page-part" aria-labelledby="team-people">
      <h2 id="team-people">{t('people.title')}</h2>
      <p className="screen__lead">{t('people.lead')}</p>
      <p>
        {roster === null
          ? t('people.none')
          : t('people.now', {
              people: format.number(roster.people),
              units: format.number(roster.units),
              when: format.dateTime(roster.openedAt),
            })}
      </p>
      <div className="page-buttons">
        <Button
          isDisabled={isBusy}
          onPress={() => void run(() => ask('team.choose', { what: 'roster' }))}
        >
          <Icon of={Users} />
          {roster === null ? t('people.open') : t('people.another')}
        </Button>
        {roster !== null && (
          <Button
            look="quiet"
            isDisabled={isBusy}
            onPress={() => void run(() => ask('team.forget-roster', {}))}
          >
            <Icon of={X} size="small" />
            {t('people.forget')}
          </Button>
        )}
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </section>
  );
}
