// Who has finished a mandatory course and who has not, by name: to look at, and to save for a reminder.
import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow, PersonState } from '../../../core/team/views';
import { ask } from '../../client/client';
import { useKept } from '../../client/use-kept';
import { useQuery } from '../../client/use-query';
import { useSession } from '../../frame/session';
import { Scroller } from '../../prose/scroller';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Filter } from '../../ui/filter';
import { Icon } from '../../ui/icon';
import { SaveTable } from './save-table';
import { peopleRows } from './team-view';

const states: readonly PersonState[] = ['overdue', 'open', 'done'];
const icons = { done: CircleCheck, open: CircleDashed, overdue: CircleAlert };
/** People on one page of the list. */
const pageSize = 100;
/** People asked for at once while a list is saved. */
const savedAtOnce = 20_000;

export function MandatoryPeople({
  block,
  course,
}: {
  block: number | null;
  course: string | null;
}) {
  const { t } = useTranslation('team');
  const format = useFormat();
  const { language } = useSession();
  const [state, setState] = useState<PersonState | null>(null);
  const [count, setCount] = useState(pageSize);
  const asked = { block, course, state: state ?? ('all' as const), language };
  const query = useKept(useQuery('team.people', { ...asked, from: 0, count }));
  const head = [
    ...[t('list.name'), t('list.account'), t('unit'), t('list.group'), t('course')],
    ...[t('list.due'), t('list.state'), t('list.doneOn')],
  ];
  const rows = async () => {
    const all: PersonRow[] = [];
    for (;;) {
      const page = await ask('team.people', { ...asked, from: all.length, count: savedAtOnce });
      all.push(...page.rows);
      if (page.rows.length < savedAtOnce) break;
    }
    return peopleRows(head, all, (each) => t(`state.${each}`));
  };
  return (
    <details className="team__table">
      <summary>{t('list.title')}</summary>
      <div className="team__list">
        <div className="filters">
          <Filter
            label={t('list.state')}
            none={t('state.all')}
            values={states}
            nameOf={(each) => t(`state.${each}`)}
            value={state}
            onChange={(next) => {
              setState(next);
              setCount(pageSize);
            }}
          />
        </div>
        {query.state === 'failed' && <Failed failure={query.failure} retry={query.retry} />}
        {query.state === 'ready' && (
          <>
            <p role="status">
              {t('list.shown', {
                shown: format.number(query.value.rows.length),
                total: format.number(query.value.total),
              })}
            </p>
            {query.value.rows.length > 0 && <PeopleTable rows={query.value.rows} />}
            <div className="page-buttons">
              {query.value.rows.length < query.value.total && (
                <Button onPress={() => setCount(count + pageSize)}>{t('list.more')}</Button>
              )}
            </div>
            <SaveTable of={t('list.title')} file={t('list.file')} rows={rows} />
          </>
        )}
      </div>
    </details>
  );
}

function PeopleTable({ rows }: { rows: readonly PersonRow[] }) {
  const { t } = useTranslation('team');
  const format = useFormat();
  return (
    <Scroller className="figures-around" name={t('list.title')}>
      <table className="figures" aria-label={t('list.title')}>
        <thead>
          <tr>
            <th scope="col">{t('list.name')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('course')}</th>
            <th scope="col">{t('list.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.account}\n${row.course.id}`}>
              <th scope="row">
                <bdi>{row.name === '' ? row.account : row.name}</bdi>
              </th>
              <td>
                <bdi>{row.unit}</bdi>
                {row.group !== '' && <bdi className="team__small">{row.group}</bdi>}
              </td>
              <td>
                <bdi>{row.course.title}</bdi>
              </td>
              <td>
                <span className={`team__state team__state--${row.state}`}>
                  <Icon of={icons[row.state]} size="small" />
                  {t(`state.${row.state}`)}
                </span>
                {row.doneOn !== null && (
                  <span className="team__small">{format.date(row.doneOn)}</span>
                )}
                {row.doneOn === null && row.due !== null && (
                  <span className="team__small">
                    {t('mandatory.due', { day: format.date(row.due) })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
