// How strong a phrase is: five steps, the word for it, how long it would last, and what makes it weak.
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import type { Judgement } from './judge';
import { durationOf, suggestions, warnings, withWords } from './password-view';

interface MeterProps {
  /** Null while nothing is typed. */
  judgement: Judgement | null;
  min: number;
}

const steps = [0, 1, 2, 3, 4];

export function Meter({ judgement, min }: MeterProps) {
  const { t } = useTranslation('item');
  const duration = useDuration();
  const score = judgement?.score ?? -1;
  const word = judgement === null ? t('password.nothing') : t(`password.strength.${score}`);
  const found = withWords(warnings, [judgement?.warning ?? null]);
  const advice = withWords(suggestions, judgement?.suggestions ?? []);
  return (
    <div className="password__judged">
      {/* biome-ignore lint/a11y/useSemanticElements: an element meter cannot be drawn as steps */}
      <div
        className="password__meter"
        role="meter"
        aria-label={t('password.strengthLabel')}
        aria-valuemin={0}
        aria-valuemax={5}
        aria-valuenow={score + 1}
        aria-valuetext={word}
        data-enough={score >= min || undefined}
      >
        {steps.map((step) => (
          <span
            key={step}
            className="password__step"
            data-filled={step <= score || undefined}
            data-needed={step === min || undefined}
          />
        ))}
      </div>
      <p className="password__word" aria-hidden="true">
        {t('password.is', { strength: word })}
      </p>
      {judgement !== null && (
        <>
          <p>{t('password.time', { time: duration(judgement.seconds) })}</p>
          {found.map((key) => (
            <p key={key} className="password__warning">
              <Icon of={TriangleAlert} />
              <span>{t(`password.warning.${key}`)}</span>
            </p>
          ))}
          {advice.length > 0 && (
            <ul className="password__advice">
              {advice.map((key) => (
                <li key={key}>{t(`password.suggestion.${key}`)}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}

function useDuration(): (seconds: number) => string {
  const { t, i18n } = useTranslation('item');
  return (seconds) => {
    const duration = durationOf(seconds);
    if (duration.type === 'instantly') return t('password.instantly');
    if (duration.type === 'centuries') return t('password.centuries');
    const { value, unit } = duration;
    const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return new Intl.NumberFormat(i18n.language, options).format(value);
  };
}
