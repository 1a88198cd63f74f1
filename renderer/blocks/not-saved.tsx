// A step that did not reach the disk: the answer stays, and can be sent again.
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../core/errors';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';

interface NotSavedProps {
  failure: Failure;
  isAnswer: boolean;
  again: () => void;
}

export function NotSaved({ failure, isAnswer, again }: NotSavedProps) {
  const { t } = useTranslation('item');
  const { t: error } = useTranslation('error');
  const { kind, values } = failure;
  const context = values.what === undefined ? {} : { context: String(values.what) };
  return (
    <Notice kind="wrong" title={isAnswer ? t('notSaved.answer') : t('notSaved.step')} announced>
      <p>{error(`${kind}.what`, { ...context, replace: values })}</p>
      <p>{error(`${kind}.do`, { replace: values })}</p>
      <Button onPress={again}>
        <Icon of={RotateCcw} />
        {t('notSaved.again')}
      </Button>
    </Notice>
  );
}
