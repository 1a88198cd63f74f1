// Whether the words that are written are safe, and what to do where somebody else changed the same lines.
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Notice } from '../../ui/notice';
import type { ReadyText } from './use-text';

export function Kept({ text }: { text: ReadyText }) {
  const { t } = useTranslation('studio');
  const { kept } = text;
  if (kept.at === 'failed') {
    return <Failed failure={kept.failure} retry={() => void text.flush()} />;
  }
  const words = {
    saved: t('kept.saved'),
    unsaved: t('kept.saving'),
    saving: t('kept.saving'),
    conflict: t('kept.conflict'),
  }[kept.at];
  return (
    <p className="workspace__kept" data-at={kept.at}>
      {words}
    </p>
  );
}

export function Conflict({ text }: { text: ReadyText }) {
  const { t } = useTranslation('studio');
  if (text.kept.at !== 'conflict') return null;
  return (
    <Notice kind="warn" title={t('conflict.what')}>
      <p>{t('conflict.means')}</p>
      <div className="workspace__choices">
        <Button look="primary" onPress={text.keepMine}>
          {t('conflict.mine')}
        </Button>
        <Button onPress={text.takeTheirs}>{t('conflict.theirs')}</Button>
      </div>
      {text.kept.failure && <Failed failure={text.kept.failure} retry={text.takeTheirs} />}
      <details>
        <summary>{t('conflict.look')}</summary>
        <pre className="workspace__theirs" dir="auto">
          {text.kept.theirs}
        </pre>
      </details>
    </Notice>
  );
}
