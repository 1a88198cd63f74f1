// A line of a plan with what was written into it, on the page and on paper.
import { useTranslation } from 'react-i18next';
import type { PlanLine } from '../../../core/course/kept/plan-answer';
import { inlineText } from '../../../core/course/plain-text';
import { WordsInLine } from '../../prose/words';

export interface LineProps {
  line: PlanLine;
  fields: readonly string[];
  /** The first field of the line. */
  from: number;
}

export function KeptLine({ line, fields, from }: LineProps) {
  const { t } = useTranslation('kept');
  return (
    <div className="plan__sentence">
      {line.words.map((words, at) => {
        const field = (fields[from + at - 1] ?? '').trim();
        return (
          <span key={at}>
            {at > 0 && ' '}
            {at > 0 && (
              <span className={field === '' ? 'plan__open' : 'plan__said'} dir="auto">
                {field === '' ? t('plan.open') : field}
              </span>
            )}
            {at > 0 && !startsWithMark(words) && ' '}
            <WordsInLine nodes={words} />
          </span>
        );
      })}
    </div>
  );
}

/** A comma or a full stop stands right behind what was written. */
const startsWithMark = (words: PlanLine['words'][number]): boolean =>
  /^\p{P}/u.test(inlineText(words));
