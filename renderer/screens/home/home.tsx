// Home: one obvious thing to do next, then all courses.
import './home.css';
import { ArrowRight, FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CourseCard, NextStep } from '../../../core/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { dayTime, firstCard } from './home-view';
import { Plans } from './plans';
import { Promises } from './promises';

export function Home() {
  const { t } = useTranslation('home');
  const { learner, language } = useSession();
  const query = useQuery('home.read', { learner: learner.id, language });
  return (
    <Shown query={query}>
      {(home) => {
        const card = firstCard(home);
        const greeting = t(`greeting.${dayTime(new Date().getHours())}`, {
          name: home.learner.name,
        });
        return (
          <Screen title={t('title')} heading={<h1 tabIndex={-1}>{greeting}</h1>}>
            {(card.type === 'goOn' || card.type === 'begin') && (
              <NextCard step={card.step} begins={card.type === 'begin'} />
            )}
            {card.type === 'allDone' && <p className="screen__lead">{t('allDone')}</p>}
            {card.type === 'empty' && <Empty />}
            <Plans plans={home.plans} />
            <Promises promises={home.promises} />
            {home.unreadableFolders.map((folder) => (
              <Notice key={folder} kind="warn" title={t('unreadable.what')}>
                <p>{t('unreadable.do', { folder })}</p>
              </Notice>
            ))}
            {home.courses.length > 0 && (
              <section className="home__courses" aria-labelledby="all-courses">
                <h2 id="all-courses">{t('courses')}</h2>
                <ul className="home__cards">
                  {home.courses.map((course) => (
                    <li key={course.id}>
                      <Card course={course} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </Screen>
        );
      }}
    </Shown>
  );
}

function NextCard({ step, begins }: { step: NextStep; begins: boolean }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { items, answered } = step.progress;
  const place = t('place', {
    number: format.number(step.number),
    lessons: format.number(step.lessons),
  });
  return (
    <section className="next" aria-labelledby="next-lesson">
      <p className="next__course" dir="auto">
        {step.courseTitle}
      </p>
      <h2 id="next-lesson" className="next__lesson" dir="auto">
        {step.lessonTitle}
      </h2>
      {begins && <p className="next__why">{t('beginHere')}</p>}
      <p className="screen__facts">
        <span>{place}</span>
        <span>{t('minutes', { count: step.minutes, minutes: format.number(step.minutes) })}</span>
        {answered > 0 && (
          <span>
            {t('answered', {
              count: items,
              answered: format.number(answered),
              items: format.number(items),
            })}
          </span>
        )}
      </p>
      {!begins && (
        <Progress
          done={step.courseProgress.finishedLessons}
          of={step.courseProgress.lessons}
          label={t('progress')}
          words={place}
        />
      )}
      <div>
        <LinkButton look="primary" href={paths.lesson(step.course, step.lesson)}>
          {begins ? t('begin') : t('continue')}
          <Icon of={ArrowRight} directed />
        </LinkButton>
      </div>
    </section>
  );
}

function Card({ course }: { course: CourseCard }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { progress } = course;
  const lessons = {
    count: progress.lessons,
    finished: format.number(progress.finishedLessons),
    lessons: format.number(progress.lessons),
  };
  return (
    <article className="card">
      <div {...wordsOf(course.language.language)}>
        <h3 className="card__title">
          <Link href={paths.course(course.id)}>{course.title}</Link>
        </h3>
        <p className="card__summary">{course.summary}</p>
      </div>
      <p className="screen__facts card__facts">
        <span>{t('lessons', lessons)}</span>
        <span>
          {t('minutes', { count: course.minutes, minutes: format.number(course.minutes) })}
        </span>
        <span>{format.list(course.languages.map(format.language))}</span>
      </p>
      {course.errors > 0 && (
        <Notice kind="warn">
          <p>{t('problems', { count: course.errors, problems: format.number(course.errors) })}</p>
        </Notice>
      )}
      <div className="card__progress">
        <p>{t(`status.${progress.status}`, lessons)}</p>
        {progress.status !== 'new' && (
          <Progress
            done={progress.finishedLessons}
            of={progress.lessons}
            label={t('progress')}
            words={t('status.started', lessons)}
          />
        )}
      </div>
    </article>
  );
}

/** The library holds nothing: where courses go. */
function Empty() {
  const { t } = useTranslation('home');
  const { state, run } = useAction();
  return (
    <Notice title={t('empty.what')}>
      <p>{t('empty.do')}</p>
      <Button onPress={() => void run(() => ask('folder.show', { folder: 'courses' }))}>
        <Icon of={FolderOpen} />
        {t('empty.open')}
      </Button>
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </Notice>
  );
}
