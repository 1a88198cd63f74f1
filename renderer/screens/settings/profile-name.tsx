// The display name of the profile, changed in place.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { learnerName } from '../../../core/settings';
import { useAction } from '../../client/use-action';
import { paths } from '../../frame/paths';
import { useSession } from '../../frame/session';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { TextField } from '../../ui/text-field';

export function ProfileName() {
  const { t } = useTranslation('settings');
  const { learner, change } = useSession();
  const [name, setName] = useState(learner.name);
  const [isMissing, setMissing] = useState(false);
  const { state, run } = useAction();
  const save = (): void => {
    const checked = learnerName.safeParse(name);
    setMissing(!checked.success);
    if (checked.success) void run(() => change({ name: checked.data }));
  };
  return (
    <form
      className="settings__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={t('name')}
        error={isMissing ? t('nameMissing') : null}
        validationBehavior="aria"
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={setName}
        beside={
          <Button type="submit" isPending={state.at === 'working'}>
            {t('saveName')}
          </Button>
        }
      />
      <p role="status" className="settings__said">
        {state.at === 'done' && t('nameSaved')}
      </p>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
      <div>
        <LinkButton look="quiet" href={paths.profiles()}>
          {t('switch')}
        </LinkButton>
      </div>
    </form>
  );
}
