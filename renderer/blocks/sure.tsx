// "How sure are you?": asked beside the answer, never required; what was said is taken up afterwards.
import './sure.css';
import { useId } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ItemView } from '../../core/views';

interface SureProps {
  sure: boolean | null;
  onSay: (sure: boolean) => void;
}

export function Sure({ sure, onSay }: SureProps) {
  const { t } = useTranslation('item');
  const id = useId();
  return (
    <RadioGroup
      className="sure"
      orientation="horizontal"
      aria-labelledby={id}
      value={sure === null ? null : String(sure)}
      onChange={(value) => onSay(value === 'true')}
    >
      <span className="sure__question" id={id}>
        {t('sure.question')}
      </span>
      <div className="sure__choices">
        <Radio className="sure__choice" value="true">
          {t('sure.yes')}
        </Radio>
        <Radio className="sure__choice" value="false">
          {t('sure.no')}
        </Radio>
      </div>
    </RadioGroup>
  );
}

/** What to make of it, once the first try is judged; null where there is nothing to say. */
export function useSureWords(): (view: ItemView) => string | null {
  const { t } = useTranslation('item');
  return ({ sure, verdict, triesLeft, earned, points }) => {
    if (sure === null || verdict?.answer == null) return null;
    const wasRight = earned !== null && earned >= points - 1e-9;
    if (sure && !verdict.right && triesLeft !== 0) return t('sure.wrong');
    if (!sure && verdict.right && wasRight) return t('sure.knew');
    return null;
  };
}
