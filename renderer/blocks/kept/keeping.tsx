// What stands under something written: the buttons to keep or leave it, and what could not be saved.
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import type { Writing } from './use-writing';

interface KeepingProps {
  writing: Pick<Writing<unknown>, 'isMissing' | 'saving' | 'draftFailed' | 'leave'>;
  missingId: string;
  missing: string;
  keepWords: string;
  keep: () => void;
  /** An answer is kept already, so this one may be left. */
  mayLeave: boolean;
}

export function Keeping(props: KeepingProps) {
  const { writing, missingId, missing, keepWords, keep, mayLeave } = props;
  const { t } = useTranslation('kept');
  const { isMissing, saving, draftFailed } = writing;
  return (
    <>
      {isMissing && (
        <p className="kept__missing" id={missingId}>
          <Icon of={TriangleAlert} />
          <span className="kept__words">{missing}</span>
        </p>
      )}
      {saving.at === 'failed' && <Failed failure={saving.failure} retry={keep} />}
      <div className="kept__actions">
        <Button look="primary" isPending={saving.at === 'working'} onPress={keep}>
          {keepWords}
        </Button>
        {mayLeave && (
          <Button look="quiet" onPress={writing.leave}>
            {t('leave')}
          </Button>
        )}
      </div>
      {draftFailed && saving.at !== 'failed' && (
        <p className="kept__note" role="status">
          {t('draftFailed')}
        </p>
      )}
    </>
  );
}
