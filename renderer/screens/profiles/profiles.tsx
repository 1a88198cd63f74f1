// Who is learning on this computer: choose a profile, or make one.
import './profiles.css';
import { Plus, UserRound } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../../../core/looks';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { ProfileForm } from './profile-form';

export function Profiles() {
  const { t } = useTranslation('start');
  const format = useFormat();
  const session = useSession();
  const query = useQuery('learners.list', {});
  const [isAdding, setAdding] = useState(false);
  const { state, run } = useAction();
  return (
    <Shown query={query}>
      {({ learners }) => (
        <Screen
          narrow
          title={t('profiles')}
          heading={
            <>
              <h1 tabIndex={-1}>{t('profiles')}</h1>
              <p className="screen__lead">{t('profilesLead')}</p>
            </>
          }
        >
          {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
          <ul className="profiles">
            {learners.map((learner) => (
              <li key={learner.id}>
                <AriaButton
                  className="profiles__one"
                  onPress={() =>
                    void run(async () =>
                      session.open(await ask('learners.open', { learner: learner.id })),
                    )
                  }
                >
                  <Icon of={UserRound} size="large" />
                  <span className="profiles__name" dir="auto">
                    {learner.name}
                  </span>
                  <span className="profiles__since">
                    {learner.id === session.learner.id
                      ? t('now')
                      : t('since', { date: format.date(learner.createdAt) })}
                  </span>
                </AriaButton>
              </li>
            ))}
          </ul>
          {isAdding ? (
            <section className="profiles__new" aria-labelledby="new-profile">
              <h2 id="new-profile">{t('new')}</h2>
              <ProfileForm
                language={interfaceLanguage(session.language)}
                button={t('create')}
                onMade={session.open}
              />
            </section>
          ) : (
            <div>
              <Button onPress={() => setAdding(true)}>
                <Icon of={Plus} />
                {t('new')}
              </Button>
            </div>
          )}
        </Screen>
      )}
    </Shown>
  );
}
