// The buttons above the text and above the page beside it. They stand still while the author types:
// each is drawn again only when something about it changed.
import { History as HistoryIcon, TextCursorInput } from 'lucide-react';
import { type Dispatch, memo, type SetStateAction } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

interface TextButtonsProps {
  isForm: boolean;
  onForm: (is: boolean) => void;
  isHistory: boolean;
  onHistory: Dispatch<SetStateAction<boolean>>;
}

export const TextButtons = memo(function TextButtons(props: TextButtonsProps) {
  const { isForm, onForm, isHistory, onHistory } = props;
  const { t } = useTranslation('studio');
  return (
    <>
      <ToggleButton
        className="button button--quiet workspace__toggle"
        isSelected={isForm}
        onChange={onForm}
      >
        <Icon of={TextCursorInput} size="small" />
        {t('studio-form:open')}
      </ToggleButton>
      <Button look="quiet" onPress={() => onHistory((now) => !now)} aria-expanded={isHistory}>
        <Icon of={HistoryIcon} size="small" />
        {t('history.open')}
      </Button>
    </>
  );
});

/** How often each was asked for. */
export interface PageCounts {
  resets: number;
  reveals: number;
}

export const PageButtons = memo(function PageButtons({
  onCount,
}: {
  onCount: Dispatch<SetStateAction<PageCounts>>;
}) {
  const { t } = useTranslation('studio');
  return (
    <>
      <Button look="quiet" onPress={() => onCount((now) => ({ ...now, reveals: now.reveals + 1 }))}>
        {t('preview.reveal')}
      </Button>
      <Button look="quiet" onPress={() => onCount((now) => ({ ...now, resets: now.resets + 1 }))}>
        {t('preview.reset')}
      </Button>
    </>
  );
});
