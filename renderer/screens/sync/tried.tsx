// How the test of a place ended.
import { useTranslation } from 'react-i18next';
import type { SyncState } from '../../../core/sync/state';
import { HandOn } from '../../ui/hand-on';
import { Notice } from '../../ui/notice';
import { triedId } from './places';
import { ProxySignIn } from './proxy-sign-in';
import { isGood } from './state-view';
import { useStateWords } from './use-state-words';

interface TriedProps {
  /** Null while it is under way. */
  outcome: SyncState | null;
  kind: 'lrs' | 'folder';
  again: () => void;
}

export function Tried(props: TriedProps) {
  return (
    <div id={triedId} className="sync__fields" tabIndex={-1} data-quiet-focus="">
      <Outcome {...props} />
    </div>
  );
}

function Outcome({ outcome, kind, again }: TriedProps) {
  const { t } = useTranslation('sync');
  const stateWords = useStateWords();
  if (outcome === null) return <p role="status">{t('try.now')}</p>;
  if (isGood(outcome)) return <Notice kind="right" title={t(`try.good.${kind}`)} announced />;
  const words = stateWords(outcome);
  return (
    <>
      <Notice kind="wrong" title={words.what} announced>
        <p>{outcome.kind === 'waiting' ? t('try.failed') : words.todo}</p>
      </Notice>
      {outcome.kind === 'problem' && outcome.problem === 'proxy-sign-in' && (
        <HandOn to={[triedId]}>
          <ProxySignIn onDone={async () => again()} isWithin />
        </HandOn>
      )}
    </>
  );
}
