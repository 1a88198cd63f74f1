// What helps where sync does not go on by itself: sign in, another folder or address, or try at once.
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncTargetView } from '../../../core/sync/views';
import { readWebAddress } from '../../../core/sync/web-address';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useSession } from '../../frame/session';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { FolderField } from './folder-field';
import { endedId, stateId } from './places';
import { ProxySignIn } from './proxy-sign-in';
import { SmallForm } from './small-form';
import type { Remedy } from './state-view';
import { useCredentials } from './use-credentials';

interface RemediesProps {
  remedy: Exclude<Remedy, null>;
  target: SyncTargetView;
  folder: string | null;
}

export function Remedies({ remedy, target, folder }: RemediesProps) {
  const { t } = useTranslation('sync');
  const { learner } = useSession();
  const { state, run } = useAction();
  const on = { learner: learner.id, target: target.id };
  const retry = () => ask('sync.retry', on);
  return (
    <HandOn to={[stateId(target.id), endedId]}>
      <div className="sync__fields">
        {remedy === 'sign-in' && <SignIn target={target} />}
        {remedy === 'proxy' && <ProxySignIn onDone={retry} />}
        {remedy === 'address' && <Address target={target} />}
        {remedy === 'folder' && <AnotherFolder target={target} folder={folder} />}
        {/* Each of the other forms tries at once as well. */}
        {(remedy === 'retry' || remedy === 'folder') && (
          <div className="page-buttons">
            <Button onPress={() => void run(retry)}>
              <Icon of={RotateCcw} />
              {t('act.now')}
            </Button>
          </div>
        )}
        {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
      </div>
    </HandOn>
  );
}

function SignIn({ target }: { target: SyncTargetView }) {
  const { t } = useTranslation('sync');
  const { learner } = useSession();
  const { user, password, isWhole, ask: asked, fields } = useCredentials('server');
  const [isKept, setKept] = useState(true);
  const { id, signIn, place } = target;
  const address = signIn?.kind === 'oauth' ? signIn.tokenUrl : place;
  const work = () => {
    asked();
    if (!isWhole) return null;
    return ask('secret.keep', { target: id, address, user, password }).then(({ kept }) => {
      setKept(kept);
      return ask('sync.retry', { learner: learner.id, target: id });
    });
  };
  return (
    <SmallForm work={work} label={t('act.signIn')}>
      {fields}
      {!isKept && <Notice kind="warn" title={t('secret.unkept.what')} announced />}
    </SmallForm>
  );
}

function Address({ target }: { target: SyncTargetView }) {
  const { t } = useTranslation('sync');
  const { learner } = useSession();
  const [address, setAddress] = useState(target.place);
  const [isAsked, setAsked] = useState(false);
  const { id, signIn } = target;
  const isRight = readWebAddress(address) !== null;
  const work = () => {
    setAsked(true);
    if (!isRight || !signIn) return null;
    const where = { kind: 'lrs', address: address.trim(), signIn } as const;
    return ask('sync.change', { learner: learner.id, target: id, where });
  };
  return (
    <SmallForm work={work} label={t('act.saveAddress')}>
      <TextField
        validationBehavior="aria"
        autoComplete="off"
        type="url"
        label={t('server.address')}
        hint={t('server.addressHint')}
        error={isAsked && !isRight ? t('wrong.address') : null}
        value={address}
        onChange={setAddress}
      />
    </SmallForm>
  );
}

function AnotherFolder({ target, folder }: { target: SyncTargetView; folder: string | null }) {
  const { t } = useTranslation('sync');
  const { learner } = useSession();
  const { state, run } = useAction();
  const on = { learner: learner.id, target: target.id };
  return (
    <>
      <FolderField folder={folder ?? target.place} isLocked={false} isMissing={false} />
      <div className="page-buttons">
        {folder !== null && (
          <HandOn to={[stateId(target.id)]}>
            <Button
              look="primary"
              onPress={() =>
                void run(() => ask('sync.change', { ...on, where: { kind: 'folder' } }))
              }
            >
              {t('folder.use')}
            </Button>
          </HandOn>
        )}
        <Button onPress={() => void run(() => ask('sync.begin-anew', on))}>
          {t('folder.anew')}
        </Button>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </>
  );
}
