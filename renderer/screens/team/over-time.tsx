// How many had finished by the end of each month: a line of steps, and the same as a table.
import { useTranslation } from 'react-i18next';
import type { TeamFigures } from '../../../core/team/views';
import { directionOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { SaveTable } from './save-table';
import { lineOf, namedMonths, stepsOf, topOf } from './team-view';

interface OverTimeProps {
  view: TeamFigures;
  /** What is counted, in words. */
  counted: string;
  /** The height stands for all people; else for a round number. */
  most: number | null;
}

export function OverTime({ view: { overTime }, counted, most }: OverTimeProps) {
  const { t, i18n } = useTranslation('team');
  const format = useFormat();
  const months = new Intl.DateTimeFormat(i18n.language, {
    ...{ year: 'numeric', month: 'short', timeZone: 'UTC' },
  });
  const nameOf = (month: string): string => months.format(new Date(`${month}-15T00:00:00Z`));
  const values = overTime.map(({ reached }) => reached);
  const top = most ?? topOf(Math.max(0, ...values));
  const isMirrored = directionOf(i18n.language) === 'rtl';
  const points = lineOf(values, top).map(({ x, y }) => ({ x: isMirrored ? 100 - x : x, y }));
  const first = overTime[0];
  const last = overTime.at(-1);
  const head = [t('overTime.month'), counted];
  const rows = () => [head, ...overTime.map(({ month, reached }) => [month, reached])];
  return (
    <div className="page-part">
      <h2>{t('overTime.title')}</h2>
      {first && last && (
        <figure className="team__plot">
          <div className="team__plot-scale" aria-hidden="true">
            <span>{format.number(top)}</span>
            <span>{format.number(0)}</span>
          </div>
          <svg
            className="team__line"
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            role="img"
            aria-label={t('overTime.words', {
              counted,
              from: nameOf(first.month),
              before: format.number(first.reached),
              to: nameOf(last.month),
              now: format.number(last.reached),
            })}
          >
            {[0, 50, 100].map((y) => (
              <line key={y} className="team__grid" x1="0" x2="100" y1={y} y2={y} />
            ))}
            <path className="team__steps" d={stepsOf(points)} />
          </svg>
          <ol className="team__months" aria-hidden="true">
            {namedMonths(overTime.length).map((at) => (
              <li key={at}>{nameOf(overTime[at]?.month ?? '')}</li>
            ))}
          </ol>
        </figure>
      )}
      <details className="team__table">
        <summary>{t('asTable')}</summary>
        <table className="figures" aria-label={t('overTime.title')}>
          <thead>
            <tr>
              <th scope="col">{t('overTime.month')}</th>
              <th scope="col">{counted}</th>
            </tr>
          </thead>
          <tbody>
            {overTime.map(({ month, reached }) => (
              <tr key={month}>
                <th scope="row">{nameOf(month)}</th>
                <td>{format.number(reached)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <SaveTable of={t('overTime.title')} file={t('overTime.file')} rows={rows} />
      </details>
    </div>
  );
}
