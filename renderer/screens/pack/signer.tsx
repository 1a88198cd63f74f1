// Who signed a pack, how sure that is, and the way to know them next time.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyIdWords } from '../../../core/pack/signature';
import type { PackView } from '../../../core/pack/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { SignersLost } from './signers-lost';

export function Signer({ job, pack }: { job: string; pack: PackView }) {
  const { t } = useTranslation('pack');
  const { signer, installed } = pack;
  const before = installed?.signer ?? null;
  return (
    <section className="pack__part" aria-labelledby="pack-signer">
      <h2 id="pack-signer" tabIndex={-1}>
        {t('who')}
      </h2>
      {signer.state === 'none' && (
        <Notice kind="warn" title={t('signer.none')}>
          <p>{t('signer.noneMeans')}</p>
        </Notice>
      )}
      {signer.state === 'unknown' && (
        <Notice kind="warn" title={t('signer.unknown')}>
          <p>{t('signer.unknownMeans')}</p>
          <KeyId keyId={signer.keyId} />
          <SignersLost />
          <HandOn to={['pack-signer']}>
            <Remember job={job} />
          </HandOn>
        </Notice>
      )}
      {/* Announced: it takes the place of the one above once the person says who it is. */}
      <div role="status">
        {signer.state === 'known' && (
          <Notice kind="right" title={t('signer.known', { name: signer.name })}>
            <p>{t('signer.knownMeans')}</p>
          </Notice>
        )}
      </div>
      {before && (
        <Notice kind="warn" title={t('otherSigner.what')}>
          <p>
            {before.state === 'known'
              ? t('otherSigner.known', { name: before.name })
              : t('otherSigner.unknown')}
          </p>
          {before.state !== 'none' && <KeyId keyId={before.keyId} />}
          <p>{t('otherSigner.do')}</p>
        </Notice>
      )}
    </section>
  );
}

/** In groups, always from left to right. */
export function KeyId({ keyId }: { keyId: string }) {
  return (
    <code dir="ltr" className="pack__key">
      {keyIdWords(keyId)}
    </code>
  );
}

function Remember({ job }: { job: string }) {
  const { t } = useTranslation('pack');
  const [name, setName] = useState('');
  const { state, run } = useAction();
  return (
    <form
      className="pack__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void run(() => ask('pack.trust', { job, name }));
      }}
    >
      <TextField
        label={t('signer.name')}
        hint={t('signer.nameHint')}
        value={name}
        onChange={setName}
        maxLength={100}
      />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t('signer.remember')}
      </Button>
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </form>
  );
}
