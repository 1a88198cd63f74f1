// A line of numbers with the guess and the truth on it.
import { useTranslation } from 'react-i18next';
import type { EstimateDue } from '../../../core/course/blocks/estimate';
import type { Range } from '../../../core/course/blocks/guess';
import { directionOf } from '../../text/languages';
import { lineFor, placeOn, ticksOf } from './estimate-view';

interface PlotProps {
  due: EstimateDue;
  range: Range | null;
  write: (value: number) => string;
}

/** Room at both ends of the line, in per cent of the width. */
const margin = 3;

export function Plot({ due: { answer, guess, near }, range, write }: PlotProps) {
  const { t, i18n } = useTranslation('item');
  const direction = directionOf(i18n.language);
  const line = lineFor(range, [answer, near.from, near.to, ...(guess === null ? [] : [guess])]);
  /** The line begins where reading begins. */
  const at = (value: number): number => {
    const place = placeOn(line, value);
    return margin + (100 - 2 * margin) * (direction === 'rtl' ? 1 - place : place);
  };
  /** Words near an end of the line run away from it. */
  const anchor = (x: number): 'start' | 'middle' | 'end' => {
    if (x >= 30 && x <= 70) return 'middle';
    return x < 30 === (direction === 'ltr') ? 'start' : 'end';
  };
  const per = (x: number): string => `${x.toFixed(2)}%`;
  const label = (value: number, y: string, className: string, words: string) => (
    <text
      x={per(at(value))}
      y={y}
      className={className}
      direction={direction}
      textAnchor={anchor(at(value))}
    >
      {words}
    </text>
  );
  const mark = (value: number, y: string, className: string, shape: string) => (
    <svg x={per(at(value))} y={y} className={className} overflow="visible" aria-hidden="true">
      <path d={shape} />
    </svg>
  );
  const [left, right] = [at(near.from), at(near.to)].sort((a, b) => a - b) as [number, number];
  const ends = { from: write(line.from), to: write(line.to) };
  const truth = write(answer);
  const words =
    guess === null
      ? t('estimate.plotTruth', { ...ends, answer: truth })
      : t('estimate.plot', { ...ends, guess: write(guess), answer: truth });
  return (
    <svg className="estimate__plot" role="img" aria-label={words}>
      <rect
        className="estimate__near"
        x={per(left)}
        width={per(Math.max(0.4, right - left))}
        y="2rem"
        height="2rem"
      />
      <line
        className="estimate__line"
        x1={per(margin)}
        x2={per(100 - margin)}
        y1="3rem"
        y2="3rem"
      />
      {[line.from, ...ticksOf(line), line.to].map((tick) => (
        <line
          key={tick}
          className="estimate__tick"
          x1={per(at(tick))}
          x2={per(at(tick))}
          y1="3rem"
          y2="3.5rem"
        />
      ))}
      {label(line.from, '4.75rem', 'estimate__end', ends.from)}
      {label(line.to, '4.75rem', 'estimate__end', ends.to)}
      {guess !== null && (
        <>
          <line
            className="estimate__stem estimate__stem--guess"
            x1={per(at(guess))}
            x2={per(at(guess))}
            y1="3rem"
            y2="5.25rem"
          />
          {mark(
            guess,
            '3rem',
            'estimate__mark estimate__mark--guess',
            'M-7 0A7 7 0 1 0 7 0A7 7 0 1 0 -7 0Z',
          )}
          {label(
            guess,
            '6.5rem',
            'estimate__words',
            t('estimate.guessIs', { guess: write(guess) }),
          )}
        </>
      )}
      <line
        className="estimate__stem"
        x1={per(at(answer))}
        x2={per(at(answer))}
        y1="1.5rem"
        y2="3rem"
      />
      {mark(answer, '3rem', 'estimate__mark', 'M0 -10L10 0L0 10L-10 0Z')}
      {label(answer, '1.125rem', 'estimate__words', t('estimate.truthIs', { answer: truth }))}
    </svg>
  );
}
