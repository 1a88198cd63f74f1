// A learning record store to read from: its address, and who may read there.
import { Server } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readWebAddress } from '../../../core/sync/web-address';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';

export function AddStore({ isBusy }: { isBusy: boolean }) {
  const { t } = useTranslation('team');
  const [isOpen, setOpen] = useState(false);
  // Whoever thought better of it is where they were before.
  const [wasOpen, setWasOpen] = useState(false);
  // The system keeps no secrets here.
  const [isPassing, setPassing] = useState(false);
  if (isOpen) {
    return (
      <StoreForm
        onDone={(lasting) => {
          setOpen(false);
          setWasOpen(true);
          setPassing(lasting === false);
        }}
      />
    );
  }
  return (
    <>
      <Button isDisabled={isBusy} autoFocus={wasOpen} onPress={() => setOpen(true)}>
        <Icon of={Server} />
        {t('store.add')}
      </Button>
      {isPassing && <Notice title={t('store.passing')} announced />}
    </>
  );
}

/** What a name may not have: it would end there, and the password begin. */
const isName = (user: string): boolean => user.trim() !== '' && !user.includes(':');

function StoreForm({ onDone }: { onDone: (lasting: boolean | null) => void }) {
  const { t } = useTranslation('team');
  const [address, setAddress] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const { state, run } = useAction();
  const isAddress = readWebAddress(address) !== null;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isAddress || !isName(user)) return;
    let lasting = true;
    const isDone = await run(async () => {
      ({ lasting } = await ask('team.sign-in', { address, user, password }));
      await ask('team.add-store', { address });
    });
    if (isDone) onDone(lasting);
  };
  return (
    <form className="team__form" onSubmit={(event) => void onSubmit(event)} noValidate>
      <TextField
        label={t('store.address')}
        hint={t('store.addressHint')}
        type="url"
        value={address}
        onChange={setAddress}
        error={isTried && !isAddress ? t('store.addressWrong') : null}
        autoFocus
      />
      <TextField
        label={t('store.user')}
        hint={t('store.userHint')}
        value={user}
        onChange={setUser}
        error={isTried && !isName(user) ? t('store.userWrong') : null}
        autoComplete="off"
      />
      <TextField
        label={t('store.password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="off"
      />
      <div className="page-buttons">
        <Button type="submit" look="primary" isDisabled={state.at === 'working'}>
          {t('store.read')}
        </Button>
        <Button onPress={() => onDone(null)}>{t('cancel')}</Button>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </form>
  );
}
