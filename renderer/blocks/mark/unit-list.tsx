// The units of a text as a list of checkboxes: the same marks, for those who prefer a form.
import { Check, type LucideIcon, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarkAnswer, MarkShown } from '../../../core/course/blocks/mark';
import { unitRuns } from '../../../core/course/units';
import { useProse } from '../../prose/prose-context';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { toggled } from './mark-view';

interface UnitListProps {
  shown: MarkShown;
  answer: MarkAnswer;
  onAnswer: (answer: MarkAnswer) => void;
  /** What the last try said about units still marked. */
  judged: ReadonlyMap<number, boolean>;
  labelId: string;
  describedBy: string;
}

export function UnitList(props: UnitListProps) {
  const { shown, answer, onAnswer, judged, labelId, describedBy } = props;
  const { t } = useTranslation('item');
  const format = useFormat();
  const { language } = useProse();
  const runs = useMemo(() => unitRuns(shown.text), [shown.text]);
  const marked = new Set(answer);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the question above it
    <div
      role="group"
      className="marking__list"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      data-part={0}
      data-by={shown.unit}
      {...(language !== null && wordsOf(language))}
    >
      {runs.map((run, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset for each line would say too much
        <div
          key={at}
          role="group"
          className="marking__run"
          aria-label={t('marking.part', { number: format.number(at + 1) })}
        >
          {run.map(({ unit, words }) => (
            <label
              key={unit}
              className="marking__check"
              data-marked={marked.has(unit) || undefined}
            >
              <input
                type="checkbox"
                checked={marked.has(unit)}
                onChange={() => onAnswer(toggled(answer, unit))}
              />
              <span>{words}</span>
              {judged.has(unit) && <Judged right={judged.get(unit) === true} />}
            </label>
          ))}
        </div>
      ))}
    </div>
  );
}

interface JudgedProps {
  right: boolean;
  /** Others of the same kind follow: one sign at their end is enough for the eye. */
  goesOn?: boolean;
}

/** What the last try said, as a small sign; its word is for the ears. */
export function Judged({ right, goesOn = false }: JudgedProps) {
  const { t } = useTranslation('item');
  return (
    <>
      {!goesOn && <UnitSign of={right ? Check : X} tone={right ? 'right' : 'wrong'} />}
      <span className="for-ears">{right ? t('mark.right') : t('mark.notRight')}</span>
    </>
  );
}

/** A sign that never stands in a line without the word before it: hence the word joiner. */
export const UnitSign = ({ of: Sign, tone }: { of: LucideIcon; tone: string }) => (
  <span className="unit__sign" data-tone={tone}>
    {'\u2060'}
    <Sign aria-hidden="true" />
  </span>
);
