// `match`: for each row of the left a drop-down of the right; nothing has to be dragged.
import './match.css';
import { ArrowRight, Check } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { inlineText } from '../../../core/course/plain-text';
import type { Inline } from '../../../core/course/prose';
import { WordsInLine } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Pick } from '../../ui/pick';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { ordinals, partOf, someRight } from '../item-view';
import { Mark } from '../mark';
import { begin, matched, missing, usedIn } from './match-view';

function Form({ view, answer, onAnswer, missing: open, missingId, labelId }: FormProps<'match'>) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const id = useId();
  const { heads, left, right } = view.shown;
  const options = (row: number) =>
    right.map((cell, at) => {
      const rows = usedIn(answer, at, row);
      const note =
        rows.length > 0
          ? t('match.usedIn', { count: rows.length, rows: format.list(ordinals(rows)) })
          : null;
      return { text: inlineText(cell), words: <WordsInLine nodes={cell} />, note };
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the question above it
    <div role="group" aria-labelledby={labelId} className="match">
      <Choices cells={right} used={right.map((_, at) => usedIn(answer, at).length > 0)} />
      <Heads heads={heads} />
      <ol className="match__rows">
        {left.map((cell, row) => {
          const part = partOf(view.verdict, row);
          const isSame = view.verdict?.answer?.[row] === answer[row];
          return (
            <li key={row} className="match__row" data-part={row}>
              <span className="match__left" id={`${id}-${row}`}>
                <span className="match__number">{format.number(row + 1)}</span>
                <WordsInLine nodes={cell} />
              </span>
              <ArrowRight className="match__arrow" aria-hidden="true" />
              <div className="match__right">
                <Pick
                  labelledBy={`${id}-${row}`}
                  missingId={open.includes(row) ? missingId : null}
                  placeholder={t('match.choose')}
                  options={options(row)}
                  chosen={answer[row] ?? null}
                  onPick={(chosen) => onAnswer(matched(answer, row, chosen))}
                />
                {part && isSame && (
                  <Mark right={part.right}>
                    {part.right ? t('mark.right') : t('mark.notRight')}
                  </Mark>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface ChoicesProps {
  cells: readonly Inline[][];
  used: readonly boolean[];
}

/** All there is to choose from, to be read before the first drop-down is opened. */
function Choices({ cells, used }: ChoicesProps) {
  const { t } = useTranslation('item');
  const id = useId();
  return (
    <div className="match__choices">
      <p className="match__choices-title" id={id}>
        {t('match.choices')}
      </p>
      <ul className="match__cells" aria-labelledby={id}>
        {cells.map((cell, at) => {
          return (
            <li key={at} className="match__cell" data-used={used[at] || undefined}>
              <span className="match__sign" aria-hidden="true">
                {used[at] && <Check />}
              </span>
              <span>
                <WordsInLine nodes={cell} />
                {used[at] && <span className="for-ears"> {t('match.used')}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The names of the two columns, where the rows do have columns. */
const Heads = ({ heads }: { heads: readonly [Inline[], Inline[]] }) => (
  <div className="match__row match__heads" aria-hidden="true">
    <WordsInLine nodes={heads[0]} />
    <span className="match__arrow" />
    <WordsInLine nodes={heads[1]} />
  </div>
);

function Settled({ view, given, keyOf }: SettledProps<'match'>) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const { left, right } = view.shown;
  return (
    <ul className="match__rows match__rows--settled">
      {left.map((cell, row) => {
        const own = given?.[row] ?? null;
        const isRight = partOf(view.verdict, row)?.right ?? false;
        // Two cells may say the same: then the learner's own is as right as the author's.
        const answer = right[isRight && own !== null ? own : (keyOf.answer[row] ?? -1)] ?? [];
        return (
          <li key={row} className="match__row">
            <span className="match__left">
              <span className="match__number">{format.number(row + 1)}</span>
              <WordsInLine nodes={cell} />
            </span>
            <ArrowRight className="match__arrow" aria-hidden="true" />
            <div className="match__right">
              <WordsInLine nodes={answer} />
              <div className="feedback__marks">
                {own !== null && isRight && <Mark right>{t('mark.yoursRight')}</Mark>}
                {!isRight && <Mark right>{t('mark.rightAnswer')}</Mark>}
                {own !== null && !isRight && (
                  <Mark right={false}>
                    {t('mark.yours', { answer: inlineText(right[own] ?? []) })}
                  </Mark>
                )}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function useWords(): BlockWords<'match'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: (_shown, parts) =>
      t('match.missing', { count: parts.length, parts: format.list(ordinals(parts)) }),
    count: (view, verdict) => {
      const all = view.shown.left.length;
      const right = someRight(verdict, all);
      if (right === null) return null;
      return t('count', { count: right, right: format.number(right), all: format.number(all) });
    },
  };
}

export const match: Block<'match'> = { Form, Settled, begin, missing, useWords };
