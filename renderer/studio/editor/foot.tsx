// The line below the text: what is wrong where the cursor stands, with its mends, and how to get about.
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../text/problem-words';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { otherKeys } from './actions';
import type { Mend, ProblemMark } from './diagnostics';
import { useKeys } from './use-keys';

interface FootProps {
  line: number;
  marks: readonly ProblemMark[];
  /** In the whole text. */
  problems: number;
  readOnly: boolean;
  onMend: (mend: Mend) => void;
  onNextProblem: () => void;
}

export const Foot = memo(function Foot(props: FootProps) {
  const { line, marks, problems, readOnly, onMend, onNextProblem } = props;
  const { t } = useTranslation('studio-editor');
  const format = useFormat();
  const keys = useKeys();
  return (
    <div className="editor__foot">
      <div
        role="status"
        className="editor__marks"
        data-fine={problems === 0 || undefined}
        tabIndex={marks.length > 1 ? 0 : undefined}
      >
        {marks.length === 0 && <p className="editor__fine">{t('fine')}</p>}
        {marks.map((mark, at) => (
          <MarkWords key={at} mark={mark} onMend={readOnly ? null : onMend} />
        ))}
      </div>
      <div className="editor__place">
        <span>{t('line', { line: format.number(line) })}</span>
        {!readOnly && <span>{t('leave')}</span>}
        {problems > 0 && (
          <Button look="quiet" onPress={onNextProblem}>
            {t('nextProblem', { count: problems, problems: format.number(problems) })}{' '}
            <kbd className="editor__keys">{keys(otherKeys.nextProblem)}</kbd>
          </Button>
        )}
      </div>
    </div>
  );
});

interface MarkWordsProps {
  mark: ProblemMark;
  onMend: ((mend: Mend) => void) | null;
}

function MarkWords({ mark, onMend }: MarkWordsProps) {
  const { t } = useTranslation();
  const { what, mend } = problemWords(t, mark.problem);
  const isError = mark.severity === 'error';
  return (
    <div className="editor__mark" data-severity={isError ? 'error' : 'warning'}>
      <Icon of={isError ? CircleAlert : TriangleAlert} />
      <p className="editor__what">
        <span className="for-ears">{t(isError ? 'problems.error' : 'problems.warning')}: </span>
        <strong>{what}</strong> {mend}
      </p>
      {onMend &&
        mark.mends.map((one, at) => (
          <Button key={at} onPress={() => onMend(one)}>
            {one.label}
          </Button>
        ))}
    </div>
  );
}
