// One course: what it is about, what you will be able to do, its lessons, and the button.
import './course.css';
import '../../ui/lessons.css';
import { ArrowRight, Circle, CircleCheck, CircleDot, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { CourseView, LessonRow } from '../../../core/views';
import { useQuery } from '../../client/use-query';
import { goTo, paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { ProseView } from '../../prose/prose';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { LinkButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { LanguageNote } from '../../ui/language-note';
import { MandateMark } from '../../ui/mandate';
import { Problems } from '../../ui/problems';
import { Progress } from '../../ui/progress';
import { AddedCourse } from '../pack/added-course';
import { Glossary } from './glossary';

interface Props {
  course: string;
  /** Go to this word of the glossary at once. */
  word: string | null;
}

export function CourseScreen({ course: id, word }: Props) {
  const { t } = useTranslation('course');
  const format = useFormat();
  const { learner, language } = useSession();
  const [, go] = useLocation();
  const query = useQuery('course.read', { learner: learner.id, language, course: id });
  return (
    <Shown query={query}>
      {(course) => {
        const words = wordsOf(course.language.language);
        const sought = course.glossary.terms.some(({ anchor }) => anchor === word) ? word : null;
        return (
          <Screen
            ownPlace={sought !== null}
            title={course.title}
            heading={
              <>
                <h1 tabIndex={-1} {...words}>
                  {course.title}
                </h1>
                <p className="screen__lead" {...words}>
                  {course.summary}
                </p>
                {course.mandatory && (
                  <p>
                    <MandateMark mandate={course.mandatory} />
                  </p>
                )}
                <p className="screen__facts">
                  <span>{t(`level.${course.level}`)}</span>
                  <span>
                    {t('minutes', {
                      count: course.minutes,
                      minutes: format.number(course.minutes),
                    })}
                  </span>
                  <span>{format.list(course.languages.map(format.language))}</span>
                </p>
              </>
            }
          >
            <LanguageNote note={course.language} of="course" />
            <Begin course={course} />
            {course.about.length > 0 && (
              <ProseView
                nodes={course.about}
                links={course.links}
                organisation={course.organisation}
                glossary={course.glossary}
                course={id}
                language={course.language.language}
                onGo={(target) => go(goTo(id, target))}
              />
            )}
            {course.objectives.length > 0 && (
              <section className="course__part" aria-labelledby="objectives">
                <h2 id="objectives">{t('objectives')}</h2>
                <ul className="course__objectives" {...words}>
                  {course.objectives.map((objective) => (
                    <li key={objective}>{objective}</li>
                  ))}
                </ul>
              </section>
            )}
            <section className="course__part" aria-labelledby="lessons">
              <h2 id="lessons">{t('lessons')}</h2>
              <ol className="lessons">
                {course.lessons.map((lesson, at) => (
                  <Row key={lesson.id} course={course} lesson={lesson} number={at + 1} />
                ))}
              </ol>
            </section>
            {course.glossary.terms.length > 0 && (
              <Glossary course={course} sought={sought} onGo={(target) => go(goTo(id, target))} />
            )}
            <Problems problems={course.problems} />
            <About course={course} />
            <AddedCourse course={id} title={course.title} />
          </Screen>
        );
      }}
    </Shown>
  );
}

/** One button: start, continue, or see the result. */
function Begin({ course }: { course: CourseView }) {
  const { t } = useTranslation('course');
  const format = useFormat();
  const { progress, goOn } = course;
  const counts = {
    count: progress.lessons,
    finished: format.number(progress.finishedLessons),
    lessons: format.number(progress.lessons),
  };
  if (goOn === null) return null;
  const isFinished = progress.status === 'finished';
  return (
    <div className="course__begin">
      {progress.status !== 'new' && (
        <div className="course__progress">
          <p>{t('finished', counts)}</p>
          <Progress
            done={progress.finishedLessons}
            of={progress.lessons}
            label={t('progress')}
            words={t('finished', counts)}
          />
        </div>
      )}
      <div className="course__buttons">
        <LinkButton
          look="primary"
          href={isFinished ? paths.result(course.id) : paths.lesson(course.id, goOn)}
        >
          {t(isFinished ? 'result' : progress.status === 'new' ? 'start' : 'continue')}
          <Icon of={ArrowRight} directed />
        </LinkButton>
        {isFinished && <LinkButton href={paths.lesson(course.id, goOn)}>{t('review')}</LinkButton>}
      </div>
    </div>
  );
}

const states = { new: Circle, started: CircleDot, finished: CircleCheck };

function Row({
  course,
  lesson,
  number,
}: {
  course: CourseView;
  lesson: LessonRow;
  number: number;
}) {
  const { t } = useTranslation('course');
  const format = useFormat();
  const { progress, broken } = lesson;
  return (
    <li className="lessons__one" data-status={broken ? 'broken' : progress.status}>
      <Icon of={broken ? TriangleAlert : states[progress.status]} size="large" />
      <div className="lessons__words">
        <Link
          className="lessons__title"
          href={paths.lesson(course.id, lesson.id)}
          {...wordsOf(lesson.language.language)}
        >
          {t('numbered', { number: format.number(number), title: lesson.title })}
        </Link>
        <p className="screen__facts lessons__facts">
          <span>{t(broken ? 'status.broken' : `status.${progress.status}`)}</span>
          <span>
            {t('minutes', { count: lesson.minutes, minutes: format.number(lesson.minutes) })}
          </span>
          {progress.answered > 0 && (
            <span>
              {t('points', {
                count: progress.possible,
                points: format.number(progress.points),
                possible: format.number(progress.possible),
              })}
            </span>
          )}
          {progress.changed && <span>{t('changed')}</span>}
          {lesson.language.missing !== null && course.language.missing === null && (
            <span>{t('inLanguage', { language: format.language(lesson.language.language) })}</span>
          )}
        </p>
      </div>
    </li>
  );
}

function About({ course }: { course: CourseView }) {
  const { t } = useTranslation('course');
  const format = useFormat();
  const nodes = course.sources.map(({ title, url }) => ({
    line: 1,
    children: [
      {
        type: 'paragraph' as const,
        line: 1,
        children: [
          url === null
            ? { type: 'text' as const, text: title }
            : {
                type: 'link' as const,
                target: { to: 'web' as const, url },
                children: [{ type: 'text' as const, text: title }],
              },
        ],
      },
    ],
  }));
  return (
    <section className="course__about" aria-labelledby="about">
      <h2 id="about">{t('about')}</h2>
      <dl className="course__facts">
        {course.authors.length > 0 && (
          <>
            <dt>{t('authors')}</dt>
            <dd dir="auto">{format.list(course.authors)}</dd>
          </>
        )}
        {course.license !== null && (
          <>
            <dt>{t('license')}</dt>
            <dd>{course.license}</dd>
          </>
        )}
        {course.reviewed !== null && (
          <>
            <dt>{t('reviewed')}</dt>
            <dd>{format.date(course.reviewed)}</dd>
          </>
        )}
        <dt>{t('version')}</dt>
        <dd>{course.version}</dd>
      </dl>
      {nodes.length > 0 && (
        <details className="course__sources">
          <summary>{t('sources')}</summary>
          <ProseView
            nodes={[{ type: 'list', line: 1, ordered: false, start: 1, tight: true, items: nodes }]}
            links={{}}
            course={course.id}
            language={course.language.language}
            onGo={() => {}}
          />
        </details>
      )}
    </section>
  );
}
