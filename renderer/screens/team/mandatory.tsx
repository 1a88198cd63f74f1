// Courses that have to be finished: which, by when, and how many have.
import { CalendarPlus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MandatoryView, TeamFigures } from '../../../core/team/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Filter } from '../../ui/filter';
import { Icon } from '../../ui/icon';
import { Progress } from '../../ui/progress';
import { TextField } from '../../ui/text-field';
import { Waiting } from '../../ui/waiting';
import { MandatoryPeople } from './mandatory-people';

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
        : shown.length > 0 && <MandatoryPeople block={block} course={course} />}
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
  // Whoever is done is where they were before.
  const [wasOpen, setWasOpen] = useState(false);
  if (!isOpen) {
    return (
      <div>
        <Button autoFocus={wasOpen} onPress={() => setOpen(true)}>
          <Icon of={CalendarPlus} />
          {t('mandatory.add')}
        </Button>
      </div>
    );
  }
  const onDone = () => {
    setOpen(false);
    setWasOpen(true);
  };
  return <RequireForm onDone={onDone} />;
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
      <Filter
        label={t('course')}
        none={t('choose')}
        isNeeded
        autoFocus
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
