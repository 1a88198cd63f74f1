// What went wrong, what that means for the work, what to do, and a way to try again.
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../core/errors';
import { Button } from './button';
import { Icon } from './icon';
import { Notice } from './notice';

interface FailedProps {
  failure: Failure;
  retry?: () => void;
}

export function Failed({ failure, retry }: FailedProps) {
  const { t } = useTranslation('error');
  const { kind, values } = failure;
  return (
    <Notice kind="wrong" title={t(`${kind}.what`, { replace: values })} announced>
      <p>{t(`${kind}.means`, { replace: values })}</p>
      <p>{t(`${kind}.do`, { replace: values })}</p>
      {retry && (
        <Button onPress={retry}>
          <Icon of={RotateCcw} />
          {t('again')}
        </Button>
      )}
    </Notice>
  );
}
