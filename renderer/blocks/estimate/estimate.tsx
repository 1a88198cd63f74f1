// `estimate`: a guess by slider or typed, then the truth beside it on a line.
import './estimate.css';
import { useId } from 'react';
import { Input, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { EstimateAnswer, Range } from '../../../core/course/blocks/guess';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Feedback } from '../feedback';
import { partOf } from '../item-view';
import { Mark } from '../mark';
import { amount, plainNumber, unitOptions } from './amount';
import { begin, middleOf, missing, slidTo, stepOf } from './estimate-view';
import { Plot } from './plot';

/** Writes numbers with the unit of the item. */
function useAmount(unit: string): (value: number) => string {
  const { t, i18n } = useTranslation('item');
  const join = (number: string, words: string) => t('estimate.amount', { number, unit: words });
  return (value) => amount(value, unit, i18n.language, join);
}

function Form(props: FormProps<'estimate'>) {
  const { view, answer, onAnswer, onCheck, missing: open, missingId, labelId } = props;
  const { t, i18n } = useTranslation('item');
  const id = useId();
  const { range, unit } = view.shown;
  const part = partOf(view.verdict, 0);
  const isSame = view.verdict?.answer === answer;
  const isMissing = open.length > 0;
  // A unit that is a word of the author's stands beside the field; others are part of the number.
  const label = unit === '' ? t('estimate.guess') : t('estimate.guessIn', { unit });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the question above it
    <div role="group" aria-labelledby={labelId} className="estimate">
      {range && (
        <GuessSlider range={range} unit={unit} label={label} answer={answer} onAnswer={onAnswer} />
      )}
      <div className="estimate__field" data-part={0}>
        <label className="estimate__label" htmlFor={id}>
          {label}
        </label>
        <Input
          id={id}
          className="estimate__input"
          inputMode="decimal"
          autoComplete="off"
          dir="auto"
          maxLength={100}
          aria-invalid={isMissing}
          {...(isMissing && { 'aria-describedby': missingId })}
          value={typeof answer === 'number' ? plainNumber(answer, i18n.language) : answer}
          onChange={(event) => onAnswer(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onCheck();
          }}
        />
      </div>
      {part && isSame && (
        <Feedback
          tone={part.right ? 'right' : 'wrong'}
          marks={
            <Mark right={part.right}>{part.right ? t('mark.right') : t('mark.notRight')}</Mark>
          }
          words={part.feedback}
        />
      )}
    </div>
  );
}

interface GuessSliderProps {
  range: Range;
  unit: string;
  label: string;
  answer: EstimateAnswer;
  onAnswer: (answer: EstimateAnswer) => void;
}

function GuessSlider({ range, unit, label, answer, onAnswer }: GuessSliderProps) {
  const write = useAmount(unit);
  const value = slidTo(range, answer);
  return (
    <Slider
      className="estimate__slider"
      aria-label={label}
      minValue={range.from}
      maxValue={range.to}
      step={stepOf(range)}
      formatOptions={unitOptions(unit) ?? {}}
      value={value ?? middleOf(range)}
      onChange={onAnswer}
    >
      {/* Nothing is guessed before the thumb was moved: until then it is hollow. */}
      <SliderTrack className="estimate__track">
        <SliderThumb className="estimate__thumb" data-empty={value === null || undefined} />
      </SliderTrack>
      <div className="estimate__ends" aria-hidden="true">
        <span>{write(range.from)}</span>
        <span className="estimate__value">{value === null ? '–' : write(value)}</span>
        <span>{write(range.to)}</span>
      </div>
    </Slider>
  );
}

function Settled({ view, keyOf }: SettledProps<'estimate'>) {
  const { t } = useTranslation('item');
  const write = useAmount(view.shown.unit);
  const { answer, guess, near } = keyOf.due;
  const between = (range: Range) =>
    range.from === range.to
      ? write(range.from)
      : t('estimate.between', { from: write(range.from), to: write(range.to) });
  return (
    <div className="estimate">
      <Plot due={keyOf.due} range={view.shown.range} write={write} />
      <table className="estimate__table">
        <tbody>
          {guess !== null && (
            <tr>
              <th scope="row">{t('estimate.guess')}</th>
              <td>{write(guess)}</td>
            </tr>
          )}
          <tr>
            <th scope="row">{t('estimate.truth')}</th>
            <td>{write(answer)}</td>
          </tr>
          <tr>
            <th scope="row">{t('estimate.near')}</th>
            <td>{between(near)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function useWords(): BlockWords<'estimate'> {
  const { t, i18n } = useTranslation('item');
  const join = (number: string, unit: string) => t('estimate.amount', { number, unit });
  const write = (value: number, unit: string) => amount(value, unit, i18n.language, join);
  return {
    missing: ({ range, unit }) =>
      range
        ? t('estimate.missingRange', { from: write(range.from, unit), to: write(range.to, unit) })
        : t('estimate.missing'),
    count: (view, { key }) => {
      if (!key || key.due.guess === null) return null;
      const { unit } = view.shown;
      const { guess, answer } = key.due;
      return t('estimate.said', { guess: write(guess, unit), answer: write(answer, unit) });
    },
  };
}

export const estimate: Block<'estimate'> = { Form, Settled, begin, missing, useWords };
