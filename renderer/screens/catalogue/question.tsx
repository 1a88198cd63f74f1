// Whose key is it? Asked once, and again when another one stands there.
import { useTranslation } from 'react-i18next';
import type { KeyQuestion } from '../../../core/catalogue/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { Notice } from '../../ui/notice';
import { KeyId } from '../pack/signer';
import { offId, standingId } from './places';

export function Question({ question, isManaged }: { question: KeyQuestion; isManaged: boolean }) {
  const { t } = useTranslation('catalogue');
  const { state, run } = useAction();
  const { because, catalogue, signer, before } = question;
  return (
    <Notice
      kind={because === 'first' ? 'info' : 'warn'}
      title={t(`question.${because}.what`)}
      announced
    >
      <p>
        {t(`question.${because}.means`, {
          catalogue: because === 'other-key' ? (before?.catalogue ?? catalogue) : catalogue,
        })}
      </p>
      <KeyId keyId={signer.keyId} />
      {signer.state === 'known' && <p>{t('question.known', { name: signer.name })}</p>}
      {because === 'other-key' && before && (
        <>
          <p>{t('question.before')}</p>
          <KeyId keyId={before.keyId} />
        </>
      )}
      <HandOn to={[standingId, offId]}>
        <div className="catalogue__buttons">
          <Button
            look={because === 'first' ? 'primary' : 'danger'}
            isPending={state.at === 'working'}
            onPress={() => void run(() => ask('catalogue.trust', { keyId: signer.keyId }))}
          >
            {t('question.yes')}
          </Button>
          {!isManaged && (
            <Button onPress={() => void run(() => ask('catalogue.forget', {}))}>
              {t('question.no')}
            </Button>
          )}
        </div>
      </HandOn>
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </Notice>
  );
}
