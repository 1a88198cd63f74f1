// What is wrong in the open text, each with its mend and the way to its line.
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../core/course/problem';
import { rules } from '../../../core/course/rules';
import { problemWords } from '../../text/problem-words';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { Mend } from '../editor/diagnostics';

interface ProblemListProps {
  problems: readonly Problem[];
  onGo: (line: number) => void;
  /** Asks what a picture shows. */
  onDescribe?: (line: number) => void;
  /** What one click mends. */
  mends?: readonly Mend[];
  onMend?: (mend: Mend) => void;
}

export function ProblemList({ problems, onGo, onDescribe, mends, onMend }: ProblemListProps) {
  const { t } = useTranslation('studio');
  const format = useFormat();
  return (
    <ol className="problem-list">
      {problems.map((problem, at) => {
        const { what, mend } = problemWords(t, problem);
        const isError = rules[problem.rule].severity === 'error';
        const one = mends?.find(({ rule, line }) => rule === problem.rule && line === problem.line);
        return (
          <li key={at} className="problem-list__one" data-severity={isError ? 'error' : 'warning'}>
            <button type="button" className="problem-list__go" onClick={() => onGo(problem.line)}>
              <Icon of={isError ? CircleAlert : TriangleAlert} size="small" />
              <span className="problem-list__line">
                {t('problems.line', { line: format.number(problem.line) })}
              </span>
              <span className="problem-list__words">
                <span className="problem-list__what">{what}</span> <span>{mend}</span>
              </span>
            </button>
            {onDescribe && problem.rule === 'image-words-missing' && (
              <Button look="quiet" onPress={() => onDescribe(problem.line)}>
                {t('problems.describe')}
              </Button>
            )}
            {onMend && one && (
              <Button look="quiet" onPress={() => onMend(one)}>
                {one.label}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
