// Whether the words that are written are safe, and what to do where somebody else changed the same lines.
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Notice } from '../../ui/notice';
import type { ReadyText } from './use-text';

/** A keystroke more in what is not saved yet changes nothing here. */
export const Kept = memo(function Kept({ kept, flush }: Pick<ReadyText, 'kept' | 'flush'>) {
  const { t } = useTranslation('studio');
  if (kept.at === 'failed') {
    return <Failed failure={kept.failure} retry={() => void flush()} />;
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
});

type ConflictProps = Pick<ReadyText, 'kept' | 'keepMine' | 'takeTheirs'>;

export const Conflict = memo(function Conflict({ kept, keepMine, takeTheirs }: ConflictProps) {
  const { t } = useTranslation('studio');
  if (kept.at !== 'conflict') return null;
  return (
    <Notice kind="warn" title={t('conflict.what')}>
      <p>{t('conflict.means')}</p>
      <div className="workspace__choices">
        <Button look="primary" onPress={keepMine}>
          {t('conflict.mine')}
        </Button>
        <Button onPress={takeTheirs}>{t('conflict.theirs')}</Button>
      </div>
      {kept.failure && <Failed failure={kept.failure} retry={takeTheirs} />}
      <details>
        <summary>{t('conflict.look')}</summary>
        <pre className="workspace__theirs" dir="auto">
          {kept.theirs}
        </pre>
      </details>
    </Notice>
  );
});
