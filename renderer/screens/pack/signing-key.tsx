// The key that courses are signed with: made here, its public half to be handed on.
import './pack.css';
import { Copy, KeyRound, Trash2 } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyText } from '../../../core/pack/signature';
import type { SigningKeyView } from '../../../core/pack/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Qr } from './qr';
import { KeyId } from './signer';

const keyHeading = 'signing-key';
const forgetButton = 'forget-key';

export function SigningKey() {
  const { t } = useTranslation('pack');
  const [view, setView] = useState<SigningKeyView | null>(null);
  const { state, run } = useAction();
  const set = useCallback(
    (name: 'signing.read' | 'signing.create' | 'signing.forget') =>
      run(async () => setView(await ask(name, {}))),
    [run],
  );
  useEffect(() => void set('signing.read'), [set]);
  return (
    <section className="pack__part" aria-labelledby={keyHeading}>
      <h2 id={keyHeading} tabIndex={-1}>
        {t('key.title')}
      </h2>
      <p>{t('key.lead')}</p>
      {view?.available === false && <NoPlace of={view.key ? 'locked' : 'unavailable'} />}
      {view?.available && !view.key && (
        <HandOn to={[keyHeading]}>
          <div>
            <Button onPress={() => void set('signing.create')}>
              <Icon of={KeyRound} />
              {t('key.make')}
            </Button>
          </div>
        </HandOn>
      )}
      {view?.key && (
        <HandOn to={[keyHeading]}>
          <PublicHalf {...view.key} onForget={() => set('signing.forget')} />
        </HandOn>
      )}
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </section>
  );
}

/** Where there is no safe place for a key, or none any more for the one there is. */
function NoPlace({ of }: { of: 'unavailable' | 'locked' }) {
  const { t } = useTranslation('pack');
  return (
    <Notice kind="warn" title={t(`key.${of}.what`)}>
      <p>{t(`key.${of}.means`)}</p>
      <p>{t(`key.${of}.do`)}</p>
    </Notice>
  );
}

interface PublicHalfProps {
  keyId: string;
  publicKey: string;
  onForget: () => Promise<boolean>;
}

function PublicHalf({ keyId, publicKey, onForget }: PublicHalfProps) {
  const { t } = useTranslation('pack');
  const [copied, setCopied] = useState(false);
  const [asks, setAsks] = useState(false);
  const text = keyText(publicKey);
  const copy = async () => {
    await ask('text.copy', { text });
    setCopied(true);
  };
  return (
    <>
      <div className="pack__public">
        <Qr text={text} label={t('key.qr')} />
        <dl className="pack__facts pack__facts--one">
          <div>
            <dt>{t('key.number')}</dt>
            <dd>
              <KeyId keyId={keyId} />
            </dd>
          </div>
          <div>
            <dt>{t('key.text')}</dt>
            <dd>
              <code dir="ltr" className="pack__key pack__key--text">
                {text}
              </code>
            </dd>
          </div>
        </dl>
      </div>
      <p>{t('key.hand')}</p>
      <div className="pack__buttons">
        <Button onPress={() => void copy()}>
          <Icon of={Copy} />
          {t('key.copy')}
        </Button>
        {!asks && (
          <Button id={forgetButton} look="quiet" onPress={() => setAsks(true)}>
            <Icon of={Trash2} />
            {t('key.forget')}
          </Button>
        )}
      </div>
      <p role="status" className="pack__said">
        {copied && t('key.copied')}
      </p>
      {asks && (
        <HandOn to={[forgetButton]}>
          <div
            className="pack__sure"
            role="alertdialog"
            aria-labelledby="key-sure"
            aria-describedby="key-means"
          >
            <h3 id="key-sure">{t('key.sure')}</h3>
            <p id="key-means">{t('key.means')}</p>
            <div className="pack__buttons">
              <Button autoFocus onPress={() => setAsks(false)}>
                {t('key.keep')}
              </Button>
              <Button look="danger" onPress={() => void onForget()}>
                {t('key.now')}
              </Button>
            </div>
          </div>
        </HandOn>
      )}
    </>
  );
}
