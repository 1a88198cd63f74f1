// Signatures: the own key, and the signers that are known on this computer.
import './pack.css';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readKeyText } from '../../../core/pack/signature';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useLocks } from '../../client/use-locks';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { Icon } from '../../ui/icon';
import { LockedWords } from '../../ui/locked';
import { TextField } from '../../ui/text-field';
import { KeyId } from './signer';
import { SignersLost } from './signers-lost';
import { SigningKey } from './signing-key';

export function SigningScreen() {
  const { t } = useTranslation('pack');
  const query = useQuery('signers.list', {});
  const { state, run } = useAction();
  const isOnlyTheirs = useLocks().unsigned;
  return (
    <Shown query={query}>
      {({ signers }) => (
        <Screen
          narrow
          title={t('signing.title')}
          heading={
            <>
              <h1 tabIndex={-1}>{t('signing.title')}</h1>
              <p className="screen__lead">{t('signing.lead')}</p>
            </>
          }
        >
          <section className="pack__part" aria-labelledby="signers">
            <h2 id="signers" tabIndex={-1}>
              {t('signers.title')}
            </h2>
            <SignersLost />
            {isOnlyTheirs && <p>{t('signers.onlyOrganisation')}</p>}
            {signers.length === 0 && <p>{t('signers.none')}</p>}
            <ul className="pack__signers">
              {signers.map(({ keyId, name, byOrganisation }) => (
                <li key={keyId} className="pack__known">
                  <span className="pack__title" dir="auto">
                    {name}
                  </span>
                  <KeyId keyId={keyId} />
                  {byOrganisation ? (
                    <LockedWords />
                  ) : (
                    <HandOn to={['signers']}>
                      <Button
                        look="quiet"
                        onPress={() => void run(() => ask('signers.forget', { keyId }))}
                      >
                        <Icon of={X} />
                        {t('signers.remove', { name })}
                      </Button>
                    </HandOn>
                  )}
                </li>
              ))}
            </ul>
            {state.at === 'failed' && <Failed failure={state.failure} />}
            <Add />
          </section>
          <SigningKey />
          <div>
            <LinkButton look="quiet" href={paths.settings()}>
              {t('signing.back')}
            </LinkButton>
          </div>
        </Screen>
      )}
    </Shown>
  );
}

function Add() {
  const { t } = useTranslation('pack');
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [added, setAdded] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const { state, run } = useAction();
  const add = async () => {
    setAdded(null);
    setWrong(readKeyText(key) === null);
    if (readKeyText(key) === null || name.trim() === '') return;
    if (!(await run(() => ask('signers.know', { key, name })))) return;
    setAdded(name);
    setName('');
    setKey('');
  };
  return (
    <form
      className="pack__form"
      aria-label={t('signers.add')}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h3>{t('signers.add')}</h3>
      <TextField
        label={t('signer.name')}
        value={name}
        onChange={setName}
        maxLength={100}
        isRequired
      />
      <TextField
        label={t('key.text')}
        hint={t('signers.keyHint')}
        value={key}
        onChange={setKey}
        maxLength={500}
        error={isWrong ? t('signers.wrong') : null}
        isRequired
      />
      <Button type="submit">{t('signers.do')}</Button>
      <p role="status" className="pack__said">
        {added !== null && t('signers.added', { name: added })}
      </p>
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </form>
  );
}
