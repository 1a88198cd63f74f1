// A table whose rows are bars: the picture and its figures in one.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../../core/team/views';
import { Scroller } from '../../prose/scroller';
import { useFormat } from '../../text/use-format';
import { shareOf } from './team-view';

export interface BarRow extends Coverage {
  key: string;
  name: ReactNode;
}

interface BarsProps {
  /** Names the table. */
  name: string;
  /** Of the first column. */
  of: string;
  /** Of the column of counts. */
  counted: string;
  rows: readonly BarRow[];
  /** What the longest bar stands for; without it each row is measured by its own people. */
  top?: number;
}

export function Bars({ name, of, counted, rows, top }: BarsProps) {
  const { t } = useTranslation('team');
  const format = useFormat();
  return (
    <Scroller className="figures-around" name={name}>
      <table className="figures team__bars" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">{counted}</th>
            <th scope="col">{t('persons')}</th>
            {top === undefined ? (
              <th scope="col" className="team__bar-head">
                {t('share')}
              </th>
            ) : (
              <td className="team__bar-head" />
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const share = shareOf(top === undefined ? row : { ...row, people: top });
            return (
              <tr key={row.key}>
                <th scope="row">
                  <bdi>{row.name}</bdi>
                </th>
                <td>{row.reached === null ? t('tooFew') : format.number(row.reached)}</td>
                <td>{format.number(row.people)}</td>
                <td className="team__bar-cell">
                  <svg className="team__bar" aria-hidden="true">
                    <rect className="team__bar-all" width="100%" height="100%" />
                    <rect
                      className="team__bar-reached"
                      width={`${((share ?? 0) * 100).toFixed(1)}%`}
                      height="100%"
                    />
                  </svg>
                  {top === undefined && share !== null && (
                    <span className="team__bar-words">{format.percent(share)}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroller>
  );
}
