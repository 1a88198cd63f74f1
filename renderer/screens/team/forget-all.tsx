// Erases everything the team view holds, in two steps in place.
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';

export function ForgetAll() {
  const { t } = useTranslation('team');
  const [isAsking, setAsking] = useState(false);
  // Whoever thought better of it is where they were before.
  const [wasAsking, setWasAsking] = useState(false);
  const { state, run } = useAction();
  const keep = () => {
    setAsking(false);
    setWasAsking(true);
  };
  const forget = async () => {
    if (await run(() => ask('team.forget', {}))) keep();
  };
  return (
    <section className="page-part" aria-labelledby="team-forget">
      <h2 id="team-forget">{t('forget.title')}</h2>
      <p className="screen__lead">{t('forget.lead')}</p>
      {isAsking ? (
        <div
          className="settings__erase"
          role="alertdialog"
          aria-labelledby="forget-sure"
          aria-describedby="forget-means"
        >
          <h3 id="forget-sure">{t('forget.sure')}</h3>
          <p id="forget-means">{t('forget.means')}</p>
          <div className="page-buttons">
            <Button autoFocus onPress={keep}>
              {t('forget.keep')}
            </Button>
            <Button look="danger" onPress={() => void forget()}>
              {t('forget.now')}
            </Button>
          </div>
          {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
        </div>
      ) : (
        <div>
          <Button look="danger" autoFocus={wasAsking} onPress={() => setAsking(true)}>
            <Icon of={Trash2} />
            {t('forget.ask')}
          </Button>
        </div>
      )}
    </section>
  );
}
