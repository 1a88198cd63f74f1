// What has moved between two answers to the same question: in words, and on a scale as two dots.
import { useTranslation } from 'react-i18next';
import type { PollShown } from '../../../core/course/kept/poll';
import { Words } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { shiftOf, stepsOf } from './poll-view';

interface PollShiftProps {
  shown: PollShown;
  before: number;
  now: number;
}

export function PollShift({ shown, before, now }: PollShiftProps) {
  const { t } = useTranslation('kept');
  return (
    <div className="shift">
      <p className="kept__title">{t('poll.shift')}</p>
      {shown.type === 'scale' && <Dots shown={shown} before={before} now={now} />}
      <p>{useShiftWords()(shown, before, now)}</p>
    </div>
  );
}

function useShiftWords(): (shown: PollShown, before: number, now: number) => string {
  const { t } = useTranslation('kept');
  const format = useFormat();
  return (shown, before, now) => {
    const shift = shiftOf(shown, before, now);
    if (shift.type === 'same') return t('poll.same');
    if (shift.type === 'list') return t('poll.moved', { before: shift.before, now: shift.now });
    return t('poll.steps', {
      count: shift.steps,
      steps: format.number(shift.steps),
      before: format.number(shift.before),
      now: format.number(shift.now),
      end: shift.towards,
    });
  };
}

/** For eyes only: the sentence below says the same. */
function Dots({ shown, before, now }: PollShiftProps & { shown: { type: 'scale' } }) {
  const { t } = useTranslation('kept');
  const format = useFormat();
  if (shown.type !== 'scale') return null;
  const steps = stepsOf(shown);
  return (
    <div className="shift__scale" aria-hidden="true">
      <div className="shift__track">
        {steps.map((step) => (
          <div
            key={step}
            className="shift__step"
            data-on={(step - before) * (step - now) <= 0 || undefined}
          >
            <span className="shift__word">
              {step === now ? t('poll.now') : step === before ? t('poll.before') : ''}
            </span>
            <span
              className="shift__dot"
              data-at={step === now ? 'now' : step === before ? 'before' : undefined}
            />
            <span className="shift__number">{format.number(step)}</span>
          </div>
        ))}
      </div>
      <div className="poll__ends">
        <Words nodes={shown.low} inLabel />
        <Words nodes={shown.high} inLabel />
      </div>
    </div>
  );
}
