// The folder that computers share, chosen in the dialog of the system.
import { CircleAlert, FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { LockedWords } from '../../ui/locked';

interface FolderFieldProps {
  folder: string | null;
  isLocked: boolean;
  isMissing: boolean;
}

export function FolderField({ folder, isLocked, isMissing }: FolderFieldProps) {
  const { t } = useTranslation('sync');
  const { state, run } = useAction();
  return (
    <div className="sync__fields">
      <p className="sync__chosen" role="status">
        {folder === null ? (
          t('folder.none')
        ) : (
          <code dir="ltr" className="sync__place">
            {folder}
          </code>
        )}
      </p>
      {isMissing && (
        <p role="alert" className="text-field__error" tabIndex={-1} data-invalid>
          <Icon of={CircleAlert} size="small" />
          {t('wrong.folder')}
        </p>
      )}
      {isLocked ? (
        <LockedWords />
      ) : (
        <div>
          <Button onPress={() => void run(() => ask('folder.choose', {}))}>
            <Icon of={FolderOpen} />
            {t(folder === null ? 'folder.choose' : 'folder.another')}
          </Button>
        </div>
      )}
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </div>
  );
}
