// Courses that have to be finished: how many have, who has not, and the list for a reminder.
import { CalendarPlus, CircleAlert, CircleCheck, CircleDashed, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MandatoryView, PersonRow, PersonState, TeamFigures } from '../../../core/team/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { useSession } from '../../frame/session';
import { Scroller } from '../../prose/scroller';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Progress } from '../../ui/progress';
import { TextField } from '../../ui/text-field';
import { Waiting } from '../../ui/waiting';
import { Choose } from './choose';
import { SaveTable } from './save-table';
import { peopleRows } from './team-view';

interface MandatoryProps {
  view: TeamFigures;
  block: number | null;
  course: string | null;
}

export function Mandatory({ view, block, course }: MandatoryProps) {
  const { t } = useTranslation('team');
  const shown = view.mandatory.filter(({ id }) => course === null || id === course);
  return (
    <div className="page-part">
      <h2>{t('mandatory.title')}</h2>
      <p className="screen__lead">{t('mandatory.lead')}</p>
      {shown.length > 0 && (
        <ul className="team__mandatory">
          {shown.map((each) => (
            <li key={each.id}>
              <OneCourse view={each} isListed={view.roster !== null} />
            </li>
          ))}
        </ul>
      )}
      <Require />
      {view.roster === null
        ? shown.length > 0 && <p>{t('mandatory.noList')}</p>
        : shown.length > 0 && <People block={block} course={course} />}
    </div>
  );
}

function OneCourse({ view, isListed }: { view: MandatoryView; isListed: boolean }) {
  const { t } = useTranslation('team');
  const format = useFormat();
  const { state, run } = useAction();
  const { id, title, due, isOver, done, open, people, isDecreed } = view;
  const [all, finished] = [format.number(people), format.number(done)];
  return (
    <div className="team__course">
      <h3>
        <bdi>{title}</bdi>
      </h3>
      {due !== null && (
        <p className={isOver && open > 0 ? 'team__over' : 'team__due'}>
          {isOver && open > 0
            ? t('mandatory.overdue', { day: format.date(due), people: format.number(open) })
            : t('mandatory.due', { day: format.date(due) })}
        </p>
      )}
      {isListed && (
        <>
          <p>{t('mandatory.done', { done: finished, people: all })}</p>
          <Progress
            done={done}
            of={people}
            label={title}
            words={t('mandatory.done', { done: finished, people: all })}
          />
        </>
      )}
      {isDecreed ? (
        <p className="team__due">{t('mandatory.decreed')}</p>
      ) : (
        <div>
          <Button
            look="quiet"
            aria-label={t('mandatory.releaseOne', { title })}
            onPress={() => void run(() => ask('team.release', { course: id }))}
          >
            <Icon of={X} size="small" />
            {t('mandatory.release')}
          </Button>
        </div>
      )}
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </div>
  );
}

/** One more course that everybody has to finish. */
function Require() {
  const { t } = useTranslation('team');
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <div>
        <Button onPress={() => setOpen(true)}>
          <Icon of={CalendarPlus} />
          {t('mandatory.add')}
        </Button>
      </div>
    );
  }
  return <RequireForm onDone={() => setOpen(false)} />;
}

function RequireForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('team');
  const { learner, language } = useSession();
  const library = useQuery('library.read', { learner: learner.id, language });
  const [course, setCourse] = useState<string | null>(null);
  const [due, setDue] = useState('');
  const { state, run } = useAction();
  if (library.state === 'failed') return <Failed failure={library.failure} retry={library.retry} />;
  // A list that opens before it knows its options would stay shut.
  if (library.state === 'loading') return <Waiting />;
  const { courses } = library.value;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (course === null) return;
    const day = due === '' ? null : due;
    if (await run(() => ask('team.require', { course, due: day }))) onDone();
  };
  return (
    <form className="team__form" onSubmit={(event) => void onSubmit(event)}>
      <Choose
        label={t('course')}
        values={courses.map(({ id }) => id)}
        nameOf={(id) => courses.find((each) => each.id === id)?.title ?? id}
        value={course}
        onChange={setCourse}
      />
      <TextField
        label={t('mandatory.by')}
        hint={t('mandatory.byHint')}
        type="date"
        value={due}
        onChange={setDue}
      />
      <div className="page-buttons">
        <Button type="submit" look="primary" isDisabled={course === null}>
          {t('mandatory.require')}
        </Button>
        <Button onPress={onDone}>{t('cancel')}</Button>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </form>
  );
}

const states: readonly PersonState[] = ['overdue', 'open', 'done'];
const icons = { done: CircleCheck, open: CircleDashed, overdue: CircleAlert };
/** People on one page of the list. */
const pageSize = 100;
/** People asked for at once while a list is saved. */
const savedAtOnce = 20_000;

function People({ block, course }: { block: number | null; course: string | null }) {
  const { t } = useTranslation('team');
  const format = useFormat();
  const { language } = useSession();
  const [state, setState] = useState<PersonState | null>(null);
  const [count, setCount] = useState(pageSize);
  const asked = { block, course, state: state ?? ('all' as const), language };
  const query = useQuery('team.people', { ...asked, from: 0, count });
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
          <Choose
            label={t('list.state')}
            all={t('state.all')}
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
