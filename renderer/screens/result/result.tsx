// A course finished: what was reached, what to look at again, what comes next.
import './result.css';
import { ArrowRight, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { LinkButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Progress } from '../../ui/progress';
import { resultState } from './result-view';

export function ResultScreen({ course: id }: { course: string }) {
  const { t } = useTranslation('result');
  const format = useFormat();
  const { learner, language } = useSession();
  const query = useQuery('result.read', { learner: learner.id, language, course: id });
  return (
    <Shown query={query}>
      {({ course, pass, progress, again, next }) => {
        const state = resultState(progress);
        const score = format.percent(progress.score ?? 1);
        const values = {
          score,
          pass: format.percent(pass / 100),
          left: format.number(progress.lessons - progress.finishedLessons),
          count: progress.lessons - progress.finishedLessons,
        };
        return (
          <Screen
            title={t('title', { course: course.title })}
            heading={
              <>
                <p className="lesson__course">
                  <Link href={paths.course(id)} dir="auto">
                    {course.title}
                  </Link>
                </p>
                <h1 tabIndex={-1}>{t(`state.${state}`)}</h1>
              </>
            }
          >
            <section className="result" data-state={state} aria-label={t('score')}>
              <Icon of={state === 'passed' ? CircleCheck : CircleDashed} size="large" />
              <div className="result__words">
                <p className="result__score">{score}</p>
                <p>
                  {t('points', {
                    count: progress.possible,
                    points: format.number(progress.points),
                    possible: format.number(progress.possible),
                  })}
                </p>
                <Progress
                  done={progress.points}
                  of={progress.possible}
                  label={t('score')}
                  words={score}
                />
                <p>{t(`means.${state}`, values)}</p>
              </div>
            </section>
            {again.length > 0 && (
              <section className="result__again" aria-labelledby="again">
                <h2 id="again">{t('again')}</h2>
                <p className="screen__lead">
                  {again.some(({ items }) => items.some(({ sureAndWrong }) => sureAndWrong))
                    ? t('againSure')
                    : t('againLead')}
                </p>
                <ul className="result__lessons">
                  {again.map((lesson) => (
                    <li key={lesson.lesson}>
                      <h3 dir="auto">{lesson.title}</h3>
                      <ul className="result__items">
                        {lesson.items.map((item) => (
                          <li key={item.id}>
                            <Link href={paths.lesson(id, lesson.lesson, item.id)} dir="auto">
                              {item.question}
                            </Link>
                            {item.sureAndWrong && (
                              <span className="result__sure">
                                <Icon of={TriangleAlert} size="small" />
                                {t('sureAndWrong')}
                              </span>
                            )}
                          </li>
                        ))}
                      </ul>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <div className="lesson__buttons">
              {next && (
                <LinkButton look="primary" href={paths.lesson(next.course, next.lesson)}>
                  {t('next', { course: next.courseTitle })}
                  <Icon of={ArrowRight} directed />
                </LinkButton>
              )}
              <LinkButton href={paths.home()}>{t('common:toHome')}</LinkButton>
            </div>
          </Screen>
        );
      }}
    </Shown>
  );
}
