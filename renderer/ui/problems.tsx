// What is wrong in a course: a calm list with the place of each mistake and how to mend it.
import './problems.css';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../core/course/problem';
import { rules } from '../../core/course/rules';
import { problemWords } from '../text/problem-words';
import { useFormat } from '../text/use-format';
import { Icon } from './icon';

export function Problems({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (problems.length === 0) return null;
  return (
    <section className="problems" aria-labelledby="problems">
      <h2 id="problems">
        {t('problems.title', { count: problems.length, problems: format.number(problems.length) })}
      </h2>
      <p className="problems__lead">{t('problems.lead')}</p>
      <ul className="problems__list">
        {problems.map((problem, at) => {
          const { what, mend } = problemWords(t, problem);
          const isError = rules[problem.rule].severity === 'error';
          return (
            <li key={at} className="problems__one" data-severity={isError ? 'error' : 'warning'}>
              <Icon of={isError ? CircleAlert : TriangleAlert} />
              <div className="problems__words">
                <p className="problems__place">
                  <code dir="ltr">
                    {problem.file}:{problem.line}:{problem.column}
                  </code>{' '}
                  · {t(isError ? 'problems.error' : 'problems.warning')}
                </p>
                <p className="problems__what">{what}</p>
                <p>{mend}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
